import {
  AD,
  CODE,
  type CuePoint,
  type CuePointKind,
  durationMsOf,
  EVENT,
  endMsOf,
  THUMB,
} from '../../cue-points/cue-point.ts';
import type { CuePointValue } from '../../schema/cue-point.ts';
import { foldText } from '../fold-text.ts';
import type { CuePointTable } from './cue-point-table.ts';

export function rowOf(cuePoint: CuePoint): CuePointTable {
  const { type, properties } = cuePoint;
  return {
    id: cuePoint.id,
    int_id: cuePoint.intId,
    partner_id: cuePoint.partnerId,
    entry_id: cuePoint.entryId,
    type,
    status: cuePoint.status,
    user_id: cuePoint.userId,
    session_hash: cuePoint.sessionHash,
    parent_id: cuePoint.parentId,
    depth: cuePoint.depth,
    is_open: Number(cuePoint.isOpen),
    thread_user_id: cuePoint.threadUserId,
    copied_from: cuePoint.copiedFrom,
    created_at_ms: cuePoint.createdAtMs,
    updated_at_ms: cuePoint.updatedAtMs,
    revision: cuePoint.revision,
    properties: JSON.stringify(properties),
    triggered_at_s: properties.triggeredAt ?? null,
    start_time_ms: properties.startTime ?? 0,
    end_time_ms: endMsOf(cuePoint),
    duration_ms: durationMsOf(cuePoint),
    partner_sort_value: properties.partnerSortValue ?? null,
    force_stop: numberOf(properties.forceStop),
    is_public: numberOf(properties.isPublic),
    system_name: properties.systemName ?? null,
    sub_type: subTypeOf(type, properties),
    code: type === CODE ? (properties.code ?? null) : null,
    tags_folded: foldText(properties.tags),
    text_folded: foldText(textOf(properties)),
    description_folded: foldText(properties.description),
  };
}

export function cuePointOf(row: CuePointTable): CuePoint {
  return {
    id: row.id,
    intId: row.int_id,
    partnerId: row.partner_id,
    entryId: row.entry_id,
    type: row.type as CuePointKind,
    status: row.status as CuePoint['status'],
    userId: row.user_id,
    sessionHash: row.session_hash,
    parentId: row.parent_id,
    depth: row.depth,
    isOpen: row.is_open === 1,
    threadUserId: row.thread_user_id,
    copiedFrom: row.copied_from,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms,
    revision: row.revision,
    properties: JSON.parse(row.properties) as CuePointValue,
  };
}

/** Each type has one of them. */
function textOf({ text, title, name, code }: CuePointValue): string {
  return text ?? title ?? name ?? code ?? '';
}

function subTypeOf(type: CuePointKind, properties: CuePointValue): string | null {
  switch (type) {
    case THUMB:
      return properties.subType === null || properties.subType === undefined
        ? null
        : String(properties.subType);
    case AD:
      return properties.protocolType ?? null;
    case EVENT:
      return properties.eventType ?? null;
    default:
      return null;
  }
}

function numberOf(value: boolean | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
