import { MAX_PICTURE_BYTES } from '../pictures/picture-format.ts';
import { FilterPager } from '../schema/filter.ts';
import { AssetFilter } from '../schema/flavor-asset.ts';
import { arrayOf, file, int, object, text } from '../schema/kinds.ts';
import { ContentResource } from '../schema/resource.ts';
import {
  ThumbAsset,
  ThumbAssetListResponse,
  ThumbnailServeOptions,
  ThumbParams,
} from '../schema/thumb-asset.ts';
import { type Actions, action, nullable, required, servedFile } from './action.ts';
import { OF_ENTRY, UPLOAD_USE_ERRORS } from './entry-action-parts.ts';

const READ = { session: 'required', permission: 'WIDGET_SESSION_PERMISSION' } as const;
const EDITOR = { session: 'required', permission: 'BASE_USER_SESSION_PERMISSION' } as const;
const OF_ENTRY_EDITOR = { ...EDITOR, ownership: OF_ENTRY } as const;

const ASSET = required(text);
const ENTRY = required(text);

const MADE_ERRORS = [
  'PICTURES_NOT_AVAILABLE',
  'ENTRY_SOURCE_FILE_NOT_FOUND',
  'UPLOAD_OUT_OF_RANGE',
] as const;

/** Pictures of entries: the default one is what the entry shows, timed ones are slides. */
export const thumbAssetActions = {
  add: action({
    ...OF_ENTRY_EDITOR,
    summary:
      'Adds a picture of an entry that waits for its content: a KalturaTimedThumbAsset is the picture of a cue point.',
    parameters: { entryId: ENTRY, thumbAsset: required(object(ThumbAsset)) },
    result: object(ThumbAsset),
    errors: ['ENTRY_ID_NOT_FOUND', 'MAX_ASSETS_FOR_ENTRY_REACHED'],
    run: ({ thumbAsset }, call, values) => thumbAsset.add(call, values),
  }),
  setContent: action({
    ...EDITOR,
    summary: 'Gives it a picture, written anew as JPEG and full HD at most.',
    parameters: {
      id: ASSET,
      contentResource: required(
        object(ContentResource),
        'A KalturaUploadedFileTokenResource or a KalturaUrlResource.',
      ),
    },
    result: object(ThumbAsset),
    errors: [
      'THUMB_ASSET_ID_NOT_FOUND',
      'RESOURCE_TYPE_NOT_SUPPORTED',
      'THUMB_ASSET_DOWNLOAD_FAILED',
      'OBJECT_CHANGED_MEANWHILE',
      ...UPLOAD_USE_ERRORS,
    ],
    example: {
      id: '0_ab12cd34',
      contentResource: { objectType: 'KalturaUploadedFileTokenResource', token: '0_5f1d…' },
    },
    run: ({ thumbAsset }, call, values) => thumbAsset.setContent(call, values),
  }),
  addFromImage: action({
    ...OF_ENTRY_EDITOR,
    summary: 'Adds a picture of an entry, written anew as JPEG and full HD at most.',
    parameters: {
      entryId: ENTRY,
      fileData: required(file(MAX_PICTURE_BYTES), 'JPEG, PNG, GIF or WebP, at most 10 MB.'),
    },
    result: object(ThumbAsset),
    errors: [
      'ENTRY_ID_NOT_FOUND',
      'INVALID_FILE_TYPE',
      'PICTURES_NOT_AVAILABLE',
      'MAX_ASSETS_FOR_ENTRY_REACHED',
    ],
    run: ({ thumbAsset }, call, values) => thumbAsset.addFromImage(call, values),
  }),
  addFromUrl: action({
    ...OF_ENTRY_EDITOR,
    summary: 'Fetches a picture and adds it to an entry.',
    parameters: {
      entryId: ENTRY,
      url: required(text, 'Of a JPEG, PNG, GIF or WebP of at most 10 MB, at a public address.'),
    },
    result: object(ThumbAsset),
    errors: [
      'ENTRY_ID_NOT_FOUND',
      'THUMB_ASSET_DOWNLOAD_FAILED',
      'PICTURES_NOT_AVAILABLE',
      'MAX_ASSETS_FOR_ENTRY_REACHED',
    ],
    run: ({ thumbAsset }, call, values) => thumbAsset.addFromUrl(call, values),
  }),
  update: action({
    ...EDITOR,
    summary: 'Changes the properties that are sent.',
    parameters: { id: ASSET, thumbAsset: required(object(ThumbAsset)) },
    result: object(ThumbAsset),
    errors: ['THUMB_ASSET_ID_NOT_FOUND', 'OBJECT_CHANGED_MEANWHILE'],
    run: ({ thumbAsset }, call, values) => thumbAsset.update(call, values),
  }),
  get: action({
    ...READ,
    summary: 'Answers a picture’s facts.',
    parameters: { thumbAssetId: ASSET },
    result: object(ThumbAsset),
    errors: ['THUMB_ASSET_ID_NOT_FOUND'],
    run: ({ thumbAsset }, call, values) => thumbAsset.get(call, values),
  }),
  getByEntryId: action({
    ...READ,
    summary: 'Answers all pictures of an entry.',
    parameters: { entryId: ENTRY },
    result: arrayOf(ThumbAsset),
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ thumbAsset }, call, values) => thumbAsset.getByEntryId(call, values),
  }),
  list: action({
    ...READ,
    summary: 'Finds pictures of entries that are named by id.',
    parameters: {
      filter: nullable(
        object(AssetFilter),
        'Has to name entries (entryIdEqual, entryIdIn) or pictures (idEqual, idIn).',
      ),
      pager: nullable(object(FilterPager)),
    },
    result: object(ThumbAssetListResponse),
    errors: ['PROPERTY_VALIDATION_CANNOT_BE_NULL'],
    example: { filter: { entryIdEqual: '0_ab12cd34' } },
    run: ({ thumbAsset }, call, values) => thumbAsset.list(call, values),
  }),
  setAsDefault: action({
    ...EDITOR,
    summary: 'Makes it the picture that the entry shows; thumbnailUrl changes.',
    parameters: { thumbAssetId: ASSET },
    result: null,
    errors: ['THUMB_ASSET_ID_NOT_FOUND', 'THUMB_ASSET_IS_NOT_READY', 'OBJECT_CHANGED_MEANWHILE'],
    run: ({ thumbAsset }, call, values) => thumbAsset.setAsDefault(call, values),
  }),
  delete: action({
    ...EDITOR,
    summary: 'Deletes a picture that is not what its entry shows.',
    parameters: { thumbAssetId: ASSET },
    result: null,
    errors: ['THUMB_ASSET_ID_NOT_FOUND', 'THUMB_ASSET_IS_DEFAULT'],
    run: ({ thumbAsset }, call, values) => thumbAsset.delete(call, values),
  }),
  generate: action({
    ...OF_ENTRY_EDITOR,
    summary: 'Makes a picture of a frame of the entry, of its picture, or of one of its assets.',
    parameters: {
      entryId: ENTRY,
      thumbParams: required(object(ThumbParams)),
      sourceAssetId: nullable(text, 'One of the entry’s thumb assets; else it is a frame.'),
    },
    result: object(ThumbAsset),
    errors: [
      'ENTRY_ID_NOT_FOUND',
      'THUMB_ASSET_ID_NOT_FOUND',
      'MAX_ASSETS_FOR_ENTRY_REACHED',
      ...MADE_ERRORS,
    ],
    example: { entryId: '0_ab12cd34', thumbParams: { videoOffset: 12, width: 640 } },
    run: ({ thumbAsset }, call, values) => thumbAsset.generate(call, values),
  }),
  regenerate: action({
    ...EDITOR,
    summary: 'Makes a generated picture anew, as it was made before.',
    parameters: { thumbAssetId: ASSET },
    result: object(ThumbAsset),
    errors: [
      'THUMB_ASSET_ID_NOT_FOUND',
      'THUMB_ASSET_PARAMS_ID_NOT_FOUND',
      'OBJECT_CHANGED_MEANWHILE',
      ...MADE_ERRORS,
    ],
    run: ({ thumbAsset }, call, values) => thumbAsset.regenerate(call, values),
  }),
  serve: action({
    summary: 'Answers the picture, in the size that is asked for.',
    parameters: {
      thumbAssetId: ASSET,
      version: nullable(int, 'There is one: it only makes the address another one.'),
      thumbParams: nullable(object(ThumbParams)),
      options: nullable(object(ThumbnailServeOptions)),
    },
    result: servedFile,
    session: 'optional',
    permission: 'anyone',
    errors: ['THUMB_ASSET_ID_NOT_FOUND', 'THUMB_ASSET_IS_NOT_READY', ...MADE_ERRORS],
    run: ({ thumbAsset }, call, values) => thumbAsset.serve(call, values),
  }),
  serveByEntryId: action({
    summary: 'Answers the picture that the entry shows.',
    parameters: {
      entryId: ENTRY,
      thumbParamId: nullable(int, 'There are no stored thumb params: it is to be left out.'),
    },
    result: servedFile,
    session: 'optional',
    permission: 'anyone',
    errors: ['ENTRY_ID_NOT_FOUND', 'THUMB_ASSET_PARAMS_ID_NOT_FOUND', 'PICTURES_NOT_AVAILABLE'],
    run: ({ thumbAsset }, call, values) => thumbAsset.serveByEntryId(call, values),
  }),
  getUrl: action({
    ...READ,
    summary:
      'Answers the address of the picture. The ids of other assets may be put in its place: the rest stays the same.',
    parameters: {
      id: ASSET,
      storageId: nullable(int, 'There is one storage: it is not looked at.'),
      thumbParams: nullable(object(ThumbParams)),
    },
    result: text,
    errors: ['THUMB_ASSET_ID_NOT_FOUND', 'THUMB_ASSET_IS_NOT_READY', 'UPLOAD_OUT_OF_RANGE'],
    run: ({ thumbAsset }, call, values) => thumbAsset.getUrl(call, values),
  }),
} as const satisfies Actions;
