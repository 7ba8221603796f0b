import {
  arrayOf,
  int,
  object,
  objectType,
  property,
  subtype,
  text,
  type ValueOf,
} from './kinds.ts';

/** Where an entry's content comes from. */

const ONE_RENDITION = { about: 'Taken and not used: there is one rendition.' };

export const Resource = objectType('KalturaResource', {}, { isAbstract: true });

export const ContentResource = subtype(
  Resource,
  'KalturaContentResource',
  {},
  { isAbstract: true },
);

export const EntryResource = subtype(
  ContentResource,
  'KalturaEntryResource',
  { entryId: property(text), flavorParamsId: property(int, ONE_RENDITION) },
  { about: 'What another entry plays.' },
);

export const DataCenterContentResource = subtype(
  ContentResource,
  'KalturaDataCenterContentResource',
  {},
  { isAbstract: true },
);

export const GenericDataCenterContentResource = subtype(
  DataCenterContentResource,
  'KalturaGenericDataCenterContentResource',
  {},
  { isAbstract: true },
);

export const UploadedFileTokenResource = subtype(
  GenericDataCenterContentResource,
  'KalturaUploadedFileTokenResource',
  { token: property(text, { about: 'The id of an upload token whose file is whole.' }) },
  { about: 'A file that was uploaded.' },
);

export const UrlResource = subtype(
  ContentResource,
  'KalturaUrlResource',
  { url: property(text, { about: 'http or https, at a public address.' }) },
  { about: 'A file that the server fetches.' },
);

export const Effect = objectType('KalturaEffect', {
  effectType: property(int),
  value: property(text),
});

export const OperationAttributes = objectType(
  'KalturaOperationAttributes',
  {},
  { isAbstract: true },
);

export const ClipAttributes = subtype(
  OperationAttributes,
  'KalturaClipAttributes',
  {
    offset: property(int, { about: 'Where the part begins, ms; 0 where it is left out.' }),
    duration: property(int, { about: 'How long it is, ms; up to the end where it is left out.' }),
    effectArray: property(arrayOf(Effect), { about: 'Not offered: recordings are not made anew.' }),
  },
  { about: 'A part that is kept. Cut at whole segments, those that hold both moments stay.' },
);

export const OperationResource = subtype(
  ContentResource,
  'KalturaOperationResource',
  {
    resource: property(object(ContentResource)),
    operationAttributes: property(arrayOf(OperationAttributes), {
      about: 'The parts that are kept, in playing order; all of it where there are none.',
    }),
    assetParamsId: property(int, ONE_RENDITION),
  },
  { about: 'Parts of another resource.' },
);

export const EntryReplacementOptions = objectType('KalturaEntryReplacementOptions', {
  keepManualThumbnails: property(int, { about: 'Taken and not used: pictures always stay.' }),
});

const resource = object(Resource);
const entryResource = object(EntryResource);
const operationResource = object(OperationResource);
const uploadedFileTokenResource = object(UploadedFileTokenResource);
const urlResource = object(UrlResource);
const clipAttributes = object(ClipAttributes);

export type ResourceValue = ValueOf<typeof resource>;
export type EntryResourceValue = ValueOf<typeof entryResource>;
export type OperationResourceValue = ValueOf<typeof operationResource>;
export type UploadedFileTokenResourceValue = ValueOf<typeof uploadedFileTokenResource>;
export type UrlResourceValue = ValueOf<typeof urlResource>;
export type ClipAttributesValue = ValueOf<typeof clipAttributes>;
