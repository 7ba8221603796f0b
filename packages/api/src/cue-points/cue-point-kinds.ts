import {
  AdCuePoint,
  Annotation,
  CodeCuePoint,
  CuePoint,
  EventCuePoint,
  SessionCuePoint,
  ThumbCuePoint,
} from '../schema/cue-point.ts';
import type { ObjectType } from '../schema/kinds.ts';
import { AD, ANNOTATION, CODE, type CuePointKind, EVENT, SESSION, THUMB } from './cue-point.ts';

/** The API's name for each kind, and back. */

export const TYPE_OF_KIND: { readonly [Kind in CuePointKind]: ObjectType } = {
  [ANNOTATION]: Annotation,
  [THUMB]: ThumbCuePoint,
  [CODE]: CodeCuePoint,
  [AD]: AdCuePoint,
  [EVENT]: EventCuePoint,
  [SESSION]: SessionCuePoint,
};

/** @param objectType as it was read: `KalturaAnnotation` */
export function kindOfType(objectType: string | undefined): CuePointKind {
  const found = Object.entries(TYPE_OF_KIND).find(([, type]) => type.name === objectType);
  if (found === undefined) throw new TypeError(`${objectType} is no ${CuePoint.name}`);
  return found[0] as CuePointKind;
}

/** A filter of one type finds cue points of that type: `KalturaAnnotationFilter`. */
export function kindOfFilter(objectType: string | undefined): CuePointKind | null {
  const found = Object.entries(TYPE_OF_KIND).find(([, { name }]) => `${name}Filter` === objectType);
  return found === undefined ? null : (found[0] as CuePointKind);
}
