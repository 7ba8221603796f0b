import type { Services } from '../catalog/services.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { IncomingPictures } from '../pictures/incoming-pictures.ts';
import type { Addresses, Clock, Log } from '../ports.ts';
import { DocumentService } from '../services/document/document-service.ts';
import type { EntryDesk } from '../services/entry/entry-desk.ts';
import { EntryUploads } from '../services/entry/entry-uploads.ts';
import { UploadTokenService } from '../services/upload/upload-token-service.ts';
import type { Database } from '../store/database.ts';
import type { PicturesStore } from '../store/entry/pictures-store.ts';
import { AbandonedFilesStore, abandoning } from '../store/upload/abandoned-files-store.ts';
import { EntryFilesStore } from '../store/upload/entry-files-store.ts';
import { UploadTokensStore } from '../store/upload/upload-tokens-store.ts';
import { FileFolder } from './file-folder.ts';
import { FileRemovals } from './file-removals.ts';
import { UploadDesk } from './upload-desk.ts';
import { UPLOAD_LIMITS, type UploadLimits } from './upload-limits.ts';
import { UploadSweep } from './upload-sweep.ts';

export type OpenUploadsOptions = {
  readonly database: Database;
  /** Made where it is missing. */
  readonly folder: string;
  readonly limits: Partial<UploadLimits> | undefined;
  readonly book: EntryBook;
  readonly desk: EntryDesk;
  readonly pictures: PicturesStore;
  readonly incoming: IncomingPictures;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly log: Log;
};

export type OpenUploads = Pick<Services, 'uploadToken' | 'document'> & {
  readonly entryUploads: EntryUploads;
  readonly entryFiles: EntryFilesStore;
  readonly removals: FileRemovals;
  readonly sweep: UploadSweep;
};

/** Files that are uploaded, and what becomes of them. */
export async function openUploads({
  database,
  folder,
  limits,
  clock,
  log,
  ...rest
}: OpenUploadsOptions): Promise<OpenUploads> {
  const files = await FileFolder.open(folder);
  const tokens = new UploadTokensStore(database);
  const abandoned = new AbandonedFilesStore(database);
  const entryFiles = new EntryFilesStore(database);
  const removals = new FileRemovals(abandoned, files, log);
  const uploads = new UploadDesk({
    ...{ tokens, files, clock },
    limits: { ...UPLOAD_LIMITS, ...limits },
    onAbandoned: () => removals.start(),
  });
  const uploadToken = new UploadTokenService({ uploads, tokens, addresses: rest.addresses });
  const entryUploads = new EntryUploads({
    ...{ uploads, tokens, files, entryFiles, clock },
    pictures: rest.pictures,
    incoming: rest.incoming,
    onConsumed: () => removals.start(),
    abandoning: (fileKey) => abandoning(database, fileKey),
  });
  return {
    uploadToken,
    document: new DocumentService({
      book: rest.book,
      desk: rest.desk,
      ...{ entryUploads, entryFiles, files, uploadToken },
    }),
    entryUploads,
    entryFiles,
    removals,
    sweep: new UploadSweep({ tokens, desk: uploads, files, abandoned, removals, clock }),
  };
}
