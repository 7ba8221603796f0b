import type { Picture } from '@rostrum/contracts';
import type { DocumentItem } from '../../entries/document-item.ts';
import type { Entry } from '../../entries/entry.ts';
import { READY_STATUS } from '../../entries/entry-base.ts';
import type { MediaItem } from '../../entries/media-item.ts';
import { ApiError } from '../../errors/api-error.ts';
import {
  type FileFormat,
  type FoundFormat,
  factsOfFormat,
  findFileFormat,
  isPictureFormat,
} from '../../formats/file-format.ts';
import type { Session } from '../../ks/session.ts';
import type { IncomingPictures } from '../../pictures/incoming-pictures.ts';
import { MAX_PICTURE_BYTES } from '../../pictures/picture-format.ts';
import type { Clock } from '../../ports.ts';
import type { Statement } from '../../store/database.ts';
import type { PicturesStore } from '../../store/entry/pictures-store.ts';
import type { EntryFilesStore } from '../../store/upload/entry-files-store.ts';
import type { UploadToken, UploadTokensStore } from '../../store/upload/upload-tokens-store.ts';
import type { FileStore } from '../../uploads/file-store.ts';
import type { UploadDesk } from '../../uploads/upload-desk.ts';
import type { FirstContent } from './entry-desk.ts';

export type EntryUploadsOptions = {
  readonly uploads: UploadDesk;
  readonly tokens: UploadTokensStore;
  readonly files: FileStore;
  readonly entryFiles: EntryFilesStore;
  readonly pictures: PicturesStore;
  readonly incoming: IncomingPictures;
  /** Part of the job that leaves a file behind. */
  readonly abandoning: (fileKey: string) => Statement;
  /** Files may have been left behind by a job that is done. */
  readonly onConsumed: () => void;
  readonly clock: Clock;
};

type WholeUpload = UploadToken & { readonly fileKey: string };

/** Larger than any presentation. */
const MAX_DOCUMENT_BYTES = 512 * 1024 * 1024;

const PICTURES = 'JPEG, PNG, GIF or WebP';
const DOCUMENTS = `PDF, PowerPoint (PPTX, PPT), OpenDocument presentations (ODP), Flash (SWF), ${PICTURES}`;

/** Values of KalturaMediaType and KalturaDocumentType. */
const IMAGE = 2;
const DOCUMENT = 11;
const SWF = 12;
const PDF = 13;

/** Makes content of uploaded files: of pictures and documents. */
export class EntryUploads {
  readonly #options: EntryUploadsOptions;

  constructor(options: EntryUploadsOptions) {
    this.#options = options;
  }

  /** What an entry begins with that is made of an upload. */
  contentOf(session: Session, tokenId: string): FirstContent {
    return (entry) => this.giving(session, tokenId, entry);
  }

  /** The job is done that has given an entry its file. */
  settle(): void {
    this.#options.onConsumed();
  }

  /** What the file of an upload is; see `contentOf` for what may become of it. */
  async formatOf(session: Session, tokenId: string): Promise<FoundFormat> {
    return this.#look(await this.#options.uploads.usable(session, tokenId));
  }

  /**
   * The entry with the file as its content, and the statements of the job that gives it that. The upload is closed then.
   *
   * @throws ApiError UPLOADED_FILE_NOT_FOUND_BY_TOKEN, UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY, FILE_TYPE_NOT_SUPPORTED,
   * FILE_SIZE_EXCEEDED, INVALID_FILE_TYPE, PICTURES_NOT_AVAILABLE
   */
  async giving(
    session: Session,
    tokenId: string,
    entry: Entry,
  ): Promise<{ readonly entry: Entry; readonly also: readonly Statement[] }> {
    const token = await this.#options.uploads.usable(session, tokenId);
    switch (entry.kind) {
      case 'document':
        return this.#givingDocument(token, entry);
      case 'media':
        return this.#givingPicture(token, entry);
      case 'webcast':
        throw new ApiError('RESOURCE_TYPE_NOT_SUPPORTED', 'KalturaUploadedFileTokenResource');
    }
  }

  /** The picture that was uploaded, for something that is no entry. @throws ApiError as `giving` */
  async pictureOf(
    session: Session,
    tokenId: string,
    attachedTo: NonNullable<UploadToken['attachedTo']>,
  ): Promise<{ readonly picture: Picture; readonly also: readonly Statement[] }> {
    const token = await this.#options.uploads.usable(session, tokenId);
    const picture = await this.#readPicture(token, PICTURES);
    return { picture, also: this.#consuming(token, attachedTo) };
  }

  async #givingDocument(token: WholeUpload, entry: DocumentItem) {
    if (token.uploadedBytes > MAX_DOCUMENT_BYTES) {
      throw new ApiError('FILE_SIZE_EXCEEDED', MAX_DOCUMENT_BYTES);
    }
    const found = await this.#look(token);
    if (found.format === null) throw new ApiError('FILE_TYPE_NOT_SUPPORTED', found.name, DOCUMENTS);
    const documentType = documentTypeFor(entry, found.format);
    const nowMs = this.#options.clock.nowMs();
    const properties = { ...entry.properties, documentType };
    return {
      entry: { ...entry, status: READY_STATUS, properties } satisfies DocumentItem,
      also: [
        ...this.#options.entryFiles.placing({
          entryId: entry.id,
          partnerId: entry.partnerId,
          fileKey: token.fileKey,
          fileName: token.fileName ?? '',
          format: found.format,
          sizeBytes: token.uploadedBytes,
          createdAtMs: nowMs,
        }),
        this.#options.tokens.closing(token, { type: 'entry', id: entry.id }, nowMs),
      ],
    };
  }

  async #givingPicture(token: WholeUpload, entry: MediaItem) {
    const { mediaType } = entry.properties;
    if (mediaType !== IMAGE) {
      const found = await this.#look(token);
      const name = found.format === null ? found.name : factsOfFormat(found.format).name;
      throw new ApiError(
        'FILE_TYPE_NOT_SUPPORTED',
        name,
        `nothing for videos and sounds, which could not be played; with mediaType 2, ${PICTURES}`,
      );
    }
    const picture = await this.#readPicture(token, PICTURES);
    const counts = { ...entry.counts, pictureVersion: entry.counts.pictureVersion + 1 };
    return {
      entry: { ...entry, status: READY_STATUS, counts } satisfies MediaItem,
      also: [
        ...this.#options.pictures.setting(entry, picture, this.#options.clock.nowMs()),
        ...this.#consuming(token, { type: 'entry', id: entry.id }),
      ],
    };
  }

  async #readPicture(token: WholeUpload, expected: string): Promise<Picture> {
    const found = await this.#look(token);
    if (found.format === null || !isPictureFormat(found.format)) {
      const name = found.format === null ? found.name : factsOfFormat(found.format).name;
      throw new ApiError('FILE_TYPE_NOT_SUPPORTED', name, expected);
    }
    if (token.uploadedBytes > MAX_PICTURE_BYTES) {
      throw new ApiError('FILE_SIZE_EXCEEDED', MAX_PICTURE_BYTES);
    }
    const bytes = await this.#options.files.read(token.fileKey, 0, token.uploadedBytes);
    return this.#options.incoming.sent(bytes, token.fileName ?? '');
  }

  /** What was made of the file is kept, the file is not. */
  #consuming(
    token: WholeUpload,
    attachedTo: NonNullable<UploadToken['attachedTo']>,
  ): readonly Statement[] {
    const { tokens, abandoning, clock } = this.#options;
    return [tokens.closing(token, attachedTo, clock.nowMs()), abandoning(token.fileKey)];
  }

  #look({ fileKey, uploadedBytes }: WholeUpload): Promise<FoundFormat> {
    return findFileFormat({
      sizeBytes: uploadedBytes,
      read: (position, length) => {
        const inFile = Math.max(0, Math.min(length, uploadedBytes - position));
        return this.#options.files.read(fileKey, position, inFile);
      },
    });
  }
}

/** What the client has said of a document without a file has to be true; 11 is any document. */
function documentTypeFor({ properties, status }: DocumentItem, format: FileFormat) {
  const { documentType: said } = properties;
  const { name } = factsOfFormat(format);
  const found = format === 'pdf' ? PDF : format === 'swf' ? SWF : DOCUMENT;
  if (said === undefined || said === null || status === READY_STATUS) return found;
  if (said === found || said === DOCUMENT) return said;
  const expected = said === PDF ? 'PDF, as documentType 13 says' : 'SWF, as documentType 12 says';
  throw new ApiError('FILE_TYPE_NOT_SUPPORTED', name, expected);
}
