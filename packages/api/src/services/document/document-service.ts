import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import { factsOfFormat, isFileFormat, isPictureFormat } from '../../formats/file-format.ts';
import type { DocumentEntryFilterValue, DocumentEntryValue } from '../../schema/document-entry.ts';
import { FileAnswer } from '../../schema/file-answer.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { UploadedFile } from '../../schema/uploaded-file.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { EntryFile, EntryFilesStore } from '../../store/upload/entry-files-store.ts';
import type { FileStore } from '../../uploads/file-store.ts';
import type { EntryDesk } from '../entry/entry-desk.ts';
import type { EntryUploads } from '../entry/entry-uploads.ts';
import type { UploadTokenService } from '../upload/upload-token-service.ts';

export type DocumentServices = {
  readonly book: EntryBook;
  readonly desk: EntryDesk;
  readonly entryUploads: EntryUploads;
  readonly entryFiles: EntryFilesStore;
  readonly files: FileStore;
  readonly uploadToken: UploadTokenService;
};

type ById = { readonly entryId: string };

const DOCUMENTS = ['document'] as const;

/** Presentations and other documents: kept and served as they came. */
export class DocumentService {
  readonly #services: DocumentServices;

  constructor(services: DocumentServices) {
    this.#services = services;
  }

  addFromUploadedFile(
    call: Call,
    sent: { readonly documentEntry: DocumentEntryValue; readonly uploadTokenId: string },
  ) {
    const { desk, entryUploads } = this.#services;
    const content = entryUploads.contentOf(sessionOf(call), sent.uploadTokenId);
    return desk.add(call, 'document', sent.documentEntry, content);
  }

  get(call: Call, { entryId }: ById) {
    return this.#services.desk.get(call, entryId, DOCUMENTS);
  }

  update(call: Call, sent: ById & { readonly documentEntry: DocumentEntryValue }) {
    return this.#services.desk.update(call, sent.entryId, DOCUMENTS, sent.documentEntry);
  }

  delete(call: Call, { entryId }: ById) {
    return this.#services.desk.delete(call, entryId, DOCUMENTS);
  }

  async list(
    call: Call,
    sent: { readonly filter: DocumentEntryFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const found = await this.#services.desk.list(call, DOCUMENTS, sent.filter, sent.pager);
    return { objectType: 'KalturaDocumentListResponse', ...found };
  }

  upload(call: Call, sent: { readonly fileData: UploadedFile }) {
    return this.#services.uploadToken.uploadWhole(call, sent);
  }

  /** The file itself: a picture is shown, anything else is saved. */
  async serve(
    call: Call,
    { entryId, flavorAssetId }: ById & { readonly flavorAssetId: string | null },
  ): Promise<FileAnswer> {
    const { book, entryFiles, files } = this.#services;
    const { entry } = await book.findWatched(call.session, entryId, DOCUMENTS);
    if (flavorAssetId) throw new ApiError('FLAVOR_ASSET_ID_NOT_FOUND', flavorAssetId);
    const file = await entryFiles.find(entry.id);
    if (file === null || !isFileFormat(file.format))
      throw new ApiError('FLAVOR_ASSET_IS_NOT_READY');
    return new FileAnswer({
      contentType: factsOfFormat(file.format).contentType,
      content: await files.stream(file.fileKey, file.sizeBytes),
      sizeBytes: file.sizeBytes,
      fileName: nameOf(file, entry.properties.name ?? entry.id),
      isAttachment: !isPictureFormat(file.format),
    });
  }
}

/** As it was called when it came, with the ending of what it is. */
function nameOf({ fileName, format }: EntryFile, entryName: string): string {
  const { ending } = isFileFormat(format) ? factsOfFormat(format) : { ending: '' };
  const stem = (fileName || entryName).replace(/[/\\:]/g, '_').replace(/\.[a-z0-9]{1,5}$/i, '');
  return `${stem || 'document'}.${ending}`;
}
