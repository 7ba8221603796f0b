import { MAX_TAKES_IN_RECORDING } from '@rostrum/contracts';
import { ApiError } from '../../errors/api-error.ts';
import type { Range } from '../../recording/cut-pieces.ts';
import type { ChooseRanges } from '../../recording/recordings-desk.ts';
import type {
  ClipAttributesValue,
  EntryResourceValue,
  OperationResourceValue,
  ResourceValue,
} from '../../schema/resource.ts';

/** A part of an entry, as a client names it. */
export type NamedPart = { readonly entryId: string; readonly choose: ChooseRanges };

/**
 * The entry that a resource names, and which parts of it.
 *
 * @throws ApiError where it is another kind of resource, or names no entry
 */
export function readResource(resource: ResourceValue): NamedPart {
  if (resource.objectType === 'KalturaEntryResource') {
    return { entryId: entryIdOf(resource), choose: everything };
  }
  if (resource.objectType !== 'KalturaOperationResource') throw notTaken(resource);
  const { resource: inner, operationAttributes } = resource as OperationResourceValue;
  if (!inner) throw new ApiError('RESOURCE_ENTRY_ID_MISSING');
  if (inner.objectType !== 'KalturaEntryResource') throw notTaken(inner);
  const clips = (operationAttributes ?? []) as readonly ClipAttributesValue[];
  if (clips.length > MAX_TAKES_IN_RECORDING) {
    throw new ApiError('RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT', MAX_TAKES_IN_RECORDING);
  }
  if (clips.some(({ effectArray }) => (effectArray?.length ?? 0) > 0)) {
    throw new ApiError('LIVE_CLIPPING_UNSUPPORTED_OPERATION', 'effectArray');
  }
  if (clips.length === 0) return { entryId: entryIdOf(inner), choose: everything };
  return {
    entryId: entryIdOf(inner),
    choose: (durationMs) => clips.map((clip) => rangeOf(clip, durationMs)),
  };
}

const everything: ChooseRanges = (durationMs) => [{ fromMs: 0, toMs: durationMs }];

function entryIdOf(resource: EntryResourceValue): string {
  const { entryId } = resource;
  if (!entryId) throw new ApiError('RESOURCE_ENTRY_ID_MISSING');
  return entryId;
}

function rangeOf({ offset, duration }: ClipAttributesValue, durationMs: number): Range {
  const fromMs = offset ?? 0;
  if (fromMs < 0 || fromMs >= durationMs) {
    throw outOfRange('offset', fromMs, `from 0 to ${durationMs - 1}, within the recording`);
  }
  const lengthMs = duration ?? durationMs - fromMs;
  if (lengthMs < 1 || fromMs + lengthMs > durationMs) {
    const most = durationMs - fromMs;
    throw outOfRange('duration', lengthMs, `from 1 to ${most}, within the recording`);
  }
  return { fromMs, toMs: fromMs + lengthMs };
}

function outOfRange(name: string, value: number, expected: string): ApiError {
  return new ApiError('CLIP_OUT_OF_RANGE', `KalturaClipAttributes::${name}`, value, expected);
}

function notTaken({ objectType }: ResourceValue): ApiError {
  return new ApiError('RESOURCE_TYPE_NOT_SUPPORTED', objectType ?? 'KalturaResource');
}
