import type { Picture, PictureFailure } from '@rostrum/contracts';
import { ApiError } from '../errors/api-error.ts';
import type { Stills } from '../ports.ts';
import { fetchPicture } from './fetch-picture.ts';
import { MAX_PICTURE_BYTES, pictureFormatOf } from './picture-format.ts';

const FETCH_TIMEOUT_MS = 10_000;
/** At a time, for everybody: each holds its bytes in memory. */
const MAX_FETCHES = 8;

/** Pictures that somebody sends or points at, written anew so that they are nothing but pictures. */
export class IncomingPictures {
  readonly #stills: Stills;
  readonly #mayFetchFrom: (address: string) => boolean;
  #fetches = 0;

  /** @param mayFetchFrom which machines pictures may be fetched from, by IP address */
  constructor(stills: Stills, mayFetchFrom: (address: string) => boolean) {
    this.#stills = stills;
    this.#mayFetchFrom = mayFetchFrom;
  }

  /** @throws ApiError INVALID_FILE_TYPE, PICTURES_NOT_AVAILABLE */
  async sent(bytes: Uint8Array, fileName: string): Promise<Picture> {
    const original = await this.#originalOf(bytes);
    if (original === null) throw new ApiError('INVALID_FILE_TYPE', fileName);
    return original;
  }

  /** @throws ApiError THUMB_ASSET_DOWNLOAD_FAILED, PICTURES_NOT_AVAILABLE */
  async fetched(url: string): Promise<Picture> {
    const bytes = await this.#fetch(url);
    const original = bytes === null ? null : await this.#originalOf(bytes);
    if (original === null) throw new ApiError('THUMB_ASSET_DOWNLOAD_FAILED', url);
    return original;
  }

  /** Null where the bytes are no picture. */
  async #originalOf(bytes: Uint8Array): Promise<Picture | null> {
    const format = pictureFormatOf(bytes);
    if (format === null) return null;
    const original = await this.#stills.originalOf({ format, bytes });
    if (typeof original !== 'string') return original;
    if (original === 'unreadable') return null;
    throw pictureRefusal(original, '');
  }

  async #fetch(url: string): Promise<Uint8Array | null> {
    if (this.#fetches >= MAX_FETCHES) throw pictureRefusal('busy', '');
    this.#fetches += 1;
    try {
      return await fetchPicture(url, {
        maxBytes: MAX_PICTURE_BYTES,
        timeoutMs: FETCH_TIMEOUT_MS,
        isAllowed: this.#mayFetchFrom,
      });
    } finally {
      this.#fetches -= 1;
    }
  }
}

/** What a client is told of a picture that could not be made. */
export function pictureRefusal(failure: PictureFailure, entryId: string): ApiError {
  switch (failure) {
    case 'no-tool':
      return new ApiError('PICTURES_NOT_AVAILABLE', 'FFmpeg is not installed on the server');
    case 'busy':
      return new ApiError('PICTURES_NOT_AVAILABLE', 'the server is busy with others, try again');
    case 'no-frame':
    case 'unreadable':
      return new ApiError('ENTRY_SOURCE_FILE_NOT_FOUND', entryId);
  }
}
