import type { CuePointStatus, CuePointValue } from '../schema/cue-point.ts';

/** A moment of an entry, as it is kept. */
export type CuePoint = {
  readonly id: string;
  /** Grows with every cue point that is added. */
  readonly intId: number;
  readonly partnerId: number;
  readonly entryId: string;
  readonly type: CuePointKind;
  readonly status: Exclude<(typeof CuePointStatus)['values'][number], 2>;
  /** Who wrote it; empty for nobody by name. */
  readonly userId: string;
  /** Of the session that nobody by name has added it with; null for everybody else. */
  readonly sessionHash: string | null;
  readonly parentId: string | null;
  /** How many it answers. */
  readonly depth: number;
  /** Whoever may see the entry may read it. */
  readonly isOpen: boolean;
  /**
   * Whose conversation with those who run the entry it belongs to; empty for somebody without a name, null where it is in
   * no such conversation.
   */
  readonly threadUserId: string | null;
  readonly copiedFrom: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Grows with every change. */
  readonly revision: number;
  /** What clients have set, under the API's names; without nulls. */
  readonly properties: CuePointValue;
};

export const ANNOTATION = 'annotation.Annotation';
export const THUMB = 'thumbCuePoint.Thumb';
export const CODE = 'codeCuePoint.Code';
export const AD = 'adCuePoint.Ad';
export const EVENT = 'eventCuePoint.Event';
export const SESSION = 'sessionCuePoint.Session';

/** Values of KalturaCuePointType that can be added. */
export type CuePointKind =
  | typeof ANNOTATION
  | typeof THUMB
  | typeof CODE
  | typeof AD
  | typeof EVENT
  | typeof SESSION;

/** Values of KalturaCuePointStatus. */
export const READY = 1;
export const DELETED = 2;
export const PENDING = 4;

/** ms; null for a moment. */
export function endMsOf({ properties }: Pick<CuePoint, 'properties'>): number | null {
  return properties.endTime ?? null;
}

export function durationMsOf({ properties }: Pick<CuePoint, 'properties'>): number | null {
  const { startTime, endTime } = properties;
  return endTime === undefined || endTime === null ? null : endTime - (startTime ?? 0);
}

/** Values of KalturaMetadataObjectType by the cue points that records can be about. */
export const RECORDED_AS: { readonly [metadataType: string]: CuePointKind } = {
  'annotationMetadata.Annotation': ANNOTATION,
  'thumbCuePointMetadata.thumbCuePoint': THUMB,
  'codeCuePointMetadata.CodeCuePoint': CODE,
  'adCuePointMetadata.AdCuePoint': AD,
};
