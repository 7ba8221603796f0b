import type { DocumentItem } from '../../entries/document-item.ts';
import { READY_STATUS } from '../../entries/entry-base.ts';
import { baseResultOf, ENTRY_DEFAULTS, type Viewpoint } from '../entry/base-entry-result.ts';

/** A document as KalturaDocumentEntry. What is undefined has no value. */
export function toDocumentEntry(document: DocumentItem, viewpoint: Viewpoint): object {
  const { streams: _played, ...defaults } = ENTRY_DEFAULTS;
  const {
    duration: _duration,
    msDuration: _ms,
    durationType: _type,
    ...base
  } = baseResultOf(document, viewpoint);
  const { plays: _plays, views: _views, lastPlayedAt: _last, ...facts } = base;
  return {
    objectType: 'KalturaDocumentEntry',
    ...defaults,
    ...document.properties,
    ...facts,
    ...(document.status === READY_STATUS ? { downloadUrl: addressOf(document, viewpoint) } : {}),
    assetParamsIds: '',
  };
}

function addressOf({ id }: DocumentItem, { addresses, requestHost }: Viewpoint): string {
  const publicUrl = addresses.publicUrl(requestHost);
  return `${publicUrl}/api_v3/service/document_documents/action/serve/entryId/${id}`;
}
