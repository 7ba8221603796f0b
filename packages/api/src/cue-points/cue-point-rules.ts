import type { Entry } from '../entries/entry.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import { checkProperties } from '../schema/check-properties.ts';
import type { CuePointValue } from '../schema/cue-point.ts';
import { AD, type CuePoint, type CuePointKind, PENDING, READY, THUMB } from './cue-point.ts';
import { TYPE_OF_KIND } from './cue-point-kinds.ts';

/** @throws ApiError for a property that this session may not set now */
export function refuseProperties(
  kind: CuePointKind,
  sent: CuePointValue,
  session: Session,
  purpose: 'add' | 'update',
  ownerId: string,
): void {
  const { isAdmin } = session;
  // Clients send back what they were answered.
  const tolerated = sent.userId === ownerId ? ['userId'] : [];
  checkProperties(TYPE_OF_KIND[kind], sent, { purpose, isAdmin, tolerated });
}

/** What is stored, with its times made whole. @throws ApiError */
export function withTimes(
  kind: CuePointKind,
  properties: CuePointValue,
  id: string,
  entry: Entry,
): CuePointValue {
  const startTime = properties.startTime ?? 0;
  const { duration, ...rest } = properties;
  const endTime =
    kind === AD && typeof duration === 'number' && typeof rest.endTime !== 'number'
      ? startTime + duration
      : rest.endTime;
  if (startTime < 0) throw new ApiError('START_TIME_CANNOT_BE_LESS_THAN_0');
  if (typeof endTime === 'number' && endTime < startTime) {
    throw new ApiError('END_TIME_CANNOT_BE_LESS_THAN_START_TIME');
  }
  refuseBehindTheEnd(startTime, endTime ?? startTime, id, entry);
  const ended = endTime === undefined || endTime === null ? {} : { endTime };
  return { ...rest, ...ended, startTime };
}

/** Of a live stream nobody knows the end; questions to it are sent with the time of day. */
function refuseBehindTheEnd(startTime: number, endTime: number, id: string, entry: Entry): void {
  const durationMs = entry.kind === 'media' ? (entry.properties.msDuration ?? 0) : 0;
  if (durationMs === 0) return;
  if (startTime > durationMs) {
    throw new ApiError('START_TIME_IS_BIGGER_THAN_ENTRY_END_TIME', id, durationMs);
  }
  if (endTime > durationMs) {
    throw new ApiError('END_TIME_IS_BIGGER_THAN_ENTRY_END_TIME', id, durationMs);
  }
}

/** Values of KalturaThumbCuePointSubType. */
const SLIDE = 1;

/** A slide without a picture waits for it. */
export function firstStatusOf(
  kind: CuePointKind,
  { subType, assetId }: CuePointValue,
): CuePoint['status'] {
  return kind === THUMB && subType === SLIDE && !assetId ? PENDING : READY;
}
