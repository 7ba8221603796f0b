import { Filter } from './filter.ts';
import {
  arrayOf,
  enumOf,
  enumType,
  float,
  insertOnly,
  int,
  nullableBoolean,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** Files on their way here. */

export const UploadTokenStatus = enumType('KalturaUploadTokenStatus', {
  PENDING: 0,
  PARTIAL_UPLOAD: 1,
  FULL_UPLOAD: 2,
  CLOSED: 3,
  TIMED_OUT: 4,
  DELETED: 5,
});

export const UploadToken = objectType(
  'KalturaUploadToken',
  {
    id: readOnly(text),
    partnerId: readOnly(int),
    userId: readOnly(text),
    status: readOnly(enumOf(UploadTokenStatus), {
      about: '2 once the whole file is here; 3 once an entry has it; 4 a day after the last chunk.',
    }),
    fileName: insertOnly(text, { maxLength: 256 }),
    fileSize: insertOnly(float, {
      minValue: 0,
      about: 'Bytes that will come; then neither more nor fewer are taken.',
    }),
    uploadedFileSize: readOnly(float, {
      about: 'Bytes that have come without a gap, from the beginning: where to go on.',
    }),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
    uploadUrl: readOnly(text, { about: 'The server to which the chunks are sent.' }),
    autoFinalize: insertOnly(nullableBoolean, {
      about: 'The file is whole once fileSize has come, whichever chunk comes last.',
    }),
    attachedObjectType: readOnly(text),
    attachedObjectId: readOnly(text, { about: 'What the file has become.' }),
  },
  { about: 'A file on its way here, in one piece or in chunks.' },
);

export const UploadTokenFilter = subtype(Filter, 'KalturaUploadTokenFilter', {
  idEqual: property(text),
  idIn: property(text),
  userIdEqual: property(text),
  statusEqual: property(enumOf(UploadTokenStatus)),
  statusIn: property(text, { about: 'Without a status or ids, all but the deleted ones.' }),
  fileNameEqual: property(text),
  fileSizeEqual: property(float),
});

export const UploadTokenListResponse = objectType('KalturaUploadTokenListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(UploadToken)),
});

const tokenKind = object(UploadToken);
export type UploadTokenValue = ValueOf<typeof tokenKind>;

const filterKind = object(UploadTokenFilter);
export type UploadTokenFilterValue = ValueOf<typeof filterKind>;
