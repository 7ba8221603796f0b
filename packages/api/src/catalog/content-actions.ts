import type { EntryKind } from '../entries/entry.ts';
import { BaseEntry } from '../schema/base-entry.ts';
import { int, type ObjectType, object, text } from '../schema/kinds.ts';
import { MediaEntry } from '../schema/media-entry.ts';
import { EntryReplacementOptions, Resource } from '../schema/resource.ts';
import { type Actions, action, nullable, required } from './action.ts';
import { OF_ENTRY, UPLOAD_USE_ERRORS } from './entry-action-parts.ts';

const ERRORS = [
  'ENTRY_ID_NOT_FOUND',
  'ENTRY_NOT_READY',
  'ENTRY_CANNOT_BE_TRIMMED',
  'RESOURCE_TYPE_NOT_SUPPORTED',
  'RESOURCE_ENTRY_ID_MISSING',
  'RESOURCES_COUNT_EXCEEDED_MAX_ALLOWED_COUNT',
  'LIVE_CLIPPING_UNSUPPORTED_OPERATION',
  'CLIP_OUT_OF_RANGE',
  'RECORDING_NOT_REACHABLE',
  'ENTRY_CHANGED_MEANWHILE',
  ...UPLOAD_USE_ERRORS,
] as const;

const PARTS = [{ objectType: 'KalturaClipAttributes', offset: 10_000, duration: 60_000 }];

const partsOf = (entryId: string) => ({
  objectType: 'KalturaOperationResource',
  resource: { objectType: 'KalturaEntryResource', entryId },
  operationAttributes: PARTS,
});

export const mediaContentActions = contentActions(MediaEntry, ['media']);
export const baseEntryContentActions = contentActions(BaseEntry, ['media', 'document']);

function contentActions(type: ObjectType, kinds: readonly EntryKind[]) {
  return {
    addContent: action({
      summary:
        'Lets an entry without content play parts of a recording: nothing is copied, it plays at once. Or takes an uploaded picture or document.',
      parameters: {
        entryId: required(text),
        resource: required(object(Resource)),
      },
      result: object(type),
      session: 'required',
      permission: 'BASE_USER_SESSION_PERMISSION',
      ownership: OF_ENTRY,
      errors: [...ERRORS, 'ENTRY_ALREADY_WITH_CONTENT'],
      example: { entryId: '0_ab12cd34', resource: partsOf('0_ef56gh78') },
      run: ({ content }, call, values) => content.addContent(call, values, kinds),
    }),
    updateContent: action({
      summary:
        'Trims a recording to the parts that are named; what is cut away can be brought back with `rostrum_recording.untrim`. Or replaces a picture or document by an uploaded one.',
      parameters: {
        entryId: required(text),
        resource: required(
          object(Resource),
          'A KalturaOperationResource of the entry itself, or a KalturaUploadedFileTokenResource.',
        ),
        conversionProfileId: nullable(int, 'Taken and not used: recordings play as they came.'),
        advancedOptions: nullable(object(EntryReplacementOptions)),
      },
      result: object(type),
      session: 'required',
      permission: 'BASE_USER_SESSION_PERMISSION',
      ownership: OF_ENTRY,
      errors: ERRORS,
      example: { entryId: '0_ab12cd34', resource: partsOf('0_ab12cd34') },
      run: ({ content }, call, values) => content.updateContent(call, values, kinds),
    }),
  } as const satisfies Actions;
}
