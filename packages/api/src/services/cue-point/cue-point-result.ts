import {
  ANNOTATION,
  type CuePoint,
  durationMsOf,
  EVENT,
  THUMB,
} from '../../cue-points/cue-point.ts';
import { TYPE_OF_KIND } from '../../cue-points/cue-point-kinds.ts';
import type { ChildCounts } from '../../store/cue-point/cue-points-store.ts';

export type CuePointView = {
  readonly cuePoint: CuePoint;
  /** Whether the session may know who has written it. */
  readonly showsUser: boolean;
  readonly children: ChildCounts | undefined;
};

/** A cue point as clients see it. */
export function toCuePoint({ cuePoint, showsUser, children }: CuePointView): object {
  const { type, properties } = cuePoint;
  const durationMs = durationMsOf(cuePoint);
  return {
    objectType: TYPE_OF_KIND[type].name,
    id: cuePoint.id,
    intId: cuePoint.intId,
    cuePointType: type,
    status: cuePoint.status,
    entryId: cuePoint.entryId,
    partnerId: cuePoint.partnerId,
    createdAt: Math.floor(cuePoint.createdAtMs / 1000),
    updatedAt: Math.floor(cuePoint.updatedAtMs / 1000),
    ...properties,
    ...(showsUser && { userId: cuePoint.userId }),
    ...(hasLength(type) && durationMs !== null && { duration: durationMs }),
    isMomentary: durationMs === null || durationMs === 0,
    ...(cuePoint.copiedFrom !== null && { copiedFrom: cuePoint.copiedFrom }),
    ...(type === ANNOTATION && {
      ...(cuePoint.parentId !== null && { parentId: cuePoint.parentId }),
      depth: cuePoint.depth,
      childrenCount: children?.all ?? 0,
      directChildrenCount: children?.direct ?? 0,
    }),
  };
}

function hasLength(type: CuePoint['type']): boolean {
  return type !== THUMB && type !== EVENT;
}
