import { BaseEntry } from './base-entry.ts';
import { BaseEntryFilter } from './base-entry-filter.ts';
import {
  arrayOf,
  enumOf,
  enumType,
  insertOnly,
  int,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  type ValueOf,
} from './kinds.ts';

/** Presentations and other documents. */

export const DocumentType = enumType('KalturaDocumentType', { DOCUMENT: 11, SWF: 12, PDF: 13 });

export const DocumentEntry = subtype(
  BaseEntry,
  'KalturaDocumentEntry',
  {
    documentType: insertOnly(enumOf(DocumentType), {
      about: 'Found out from the file where it is not sent: 13 PDF, 12 Flash, 11 everything else.',
    }),
    assetParamsIds: readOnly(text),
  },
  { about: 'A presentation or another document.' },
);

export const DocumentEntryFilter = subtype(BaseEntryFilter, 'KalturaDocumentEntryFilter', {
  documentTypeEqual: property(enumOf(DocumentType)),
  documentTypeIn: property(text, { about: 'Separated by commas.' }),
});

export const DocumentListResponse = objectType('KalturaDocumentListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(DocumentEntry)),
});

const entryKind = object(DocumentEntry);
export type DocumentEntryValue = ValueOf<typeof entryKind>;

const filterKind = object(DocumentEntryFilter);
export type DocumentEntryFilterValue = ValueOf<typeof filterKind>;
