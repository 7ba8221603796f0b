import { randomBytes } from 'node:crypto';
import { Turns } from '../entries/turns.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { Clock } from '../ports.ts';
import type { UploadedFile } from '../schema/uploaded-file.ts';
import { isPerson } from '../session/access.ts';
import {
  DELETED,
  FULL_UPLOAD,
  PARTIAL_UPLOAD,
  PENDING,
  TIMED_OUT,
  type UploadToken,
  type UploadTokensStore,
} from '../store/upload/upload-tokens-store.ts';
import { FileGone, type FileStore } from './file-store.ts';
import { endOf, lengthWithoutGap, type Ranges, sumOf, withRange } from './received-ranges.ts';
import type { UploadLimits } from './upload-limits.ts';

export type UploadDeskOptions = {
  readonly tokens: UploadTokensStore;
  readonly files: FileStore;
  readonly limits: UploadLimits;
  readonly clock: Clock;
  /** A file has been abandoned. */
  readonly onAbandoned: () => void;
};

export type NewUpload = {
  readonly fileName: string | null;
  readonly fileSize: number | null;
  readonly isAutoFinalized: boolean;
};

/** How a client says where a chunk belongs. */
export type ChunkPlace = {
  /** False for the first one: what has come before it is thrown away. */
  readonly isResumed: boolean;
  /** Null: where what has come without a gap ends. */
  readonly resumeAt: number | null;
  readonly isFinal: boolean;
};

/** How often a change is made anew because another server's came first. */
const MAX_ATTEMPTS = 8;

/** Files on their way here: whoever began one adds chunks to it, until it becomes something. */
export class UploadDesk {
  readonly #options: UploadDeskOptions;
  readonly #turns = new Turns();

  constructor(options: UploadDeskOptions) {
    this.#options = options;
  }

  async begin(session: Session, upload: NewUpload): Promise<UploadToken> {
    const { fileSize } = upload;
    this.#refuseSize(fileSize);
    if (upload.isAutoFinalized && fileSize === null) {
      throw new ApiError('UPLOAD_TOKEN_MISSING_FILE_SIZE');
    }
    await this.#refuseTooMany(session);
    const nowMs = this.#options.clock.nowMs();
    const token: UploadToken = {
      id: `0_${randomBytes(16).toString('hex')}`,
      partnerId: session.partnerId,
      userId: session.userId,
      status: PENDING,
      ...upload,
      ranges: [],
      uploadedBytes: 0,
      heldBytes: 0,
      fileKey: null,
      attachedTo: null,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      revision: 1,
    };
    await this.#options.tokens.insert(token);
    return token;
  }

  /** Also where the upload is over. Null where it is somebody else's. */
  async find(session: Session, id: string): Promise<UploadToken | null> {
    const token = await this.#options.tokens.find(session.partnerId, id);
    return token !== null && (session.isAdmin || token.userId === session.userId) ? token : null;
  }

  /** Whose tokens a session lists: null for everybody's; undefined where it is nobody by name. */
  listedUserOf(session: Session): string | null | undefined {
    if (session.isAdmin) return null;
    return isPerson(session) ? session.userId : undefined;
  }

  /**
   * Adds a chunk. Once this resolves, it is there after a crash too.
   *
   * @throws ApiError UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE where the last chunk came before others: it is kept
   */
  receive(
    session: Session,
    id: string,
    chunk: UploadedFile,
    place: ChunkPlace,
  ): Promise<UploadToken> {
    return this.#turns.take(id, async () => {
      let isPlacedAs: string | null = null;
      for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const before = await this.#unfinished(session, id);
        const from = this.#startOf(before, place);
        const ranges = await this.#rangesWith(before, chunk, place, from);
        if (!place.isResumed) {
          isPlacedAs ??= await this.#options.files.take(chunk.path);
        } else if (!(await this.#write(before, from, chunk))) {
          // Somebody has begun the file anew.
          continue;
        }
        const { token, isWhole, isMeantToBe } = this.#after(before, ranges, place, from, chunk);
        const after = place.isResumed ? token : { ...token, fileKey: isPlacedAs };
        const abandoned = before.fileKey === after.fileKey ? null : before.fileKey;
        if (!(await this.#options.tokens.replace(after, abandoned))) continue;
        if (abandoned !== null) this.#options.onAbandoned();
        if (isMeantToBe && !isWhole) throw new ApiError('UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE');
        return after;
      }
      throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
    });
  }

  /** The whole file of a token, which nothing has been made of. */
  async usable(session: Session, id: string): Promise<UploadToken & { readonly fileKey: string }> {
    const token = await this.find(session, id);
    if (token === null) throw new ApiError('UPLOADED_FILE_NOT_FOUND_BY_TOKEN');
    const { fileKey } = token;
    if (token.status !== FULL_UPLOAD || fileKey === null) {
      throw new ApiError('UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY');
    }
    return { ...token, fileKey };
  }

  async delete(session: Session, id: string): Promise<void> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const token = await this.find(session, id);
      if (token === null || token.status === DELETED) throw new ApiError('UPLOAD_TOKEN_NOT_FOUND');
      if (await this.#end(token, DELETED)) return;
    }
    throw new ApiError('OBJECT_CHANGED_MEANWHILE', id);
  }

  /** Somebody has forgotten it. */
  async timeOut(token: UploadToken): Promise<void> {
    await this.#end(token, TIMED_OUT);
  }

  async #end(token: UploadToken, status: typeof DELETED | typeof TIMED_OUT): Promise<boolean> {
    const { fileKey } = token;
    const after: UploadToken = {
      ...token,
      status,
      fileKey: null,
      heldBytes: 0,
      updatedAtMs: this.#options.clock.nowMs(),
      revision: token.revision + 1,
    };
    const isDone = await this.#options.tokens.replace(after, fileKey);
    if (isDone && fileKey !== null) this.#options.onAbandoned();
    return isDone;
  }

  async #unfinished(session: Session, id: string): Promise<UploadToken> {
    const token = await this.find(session, id);
    if (token === null) throw new ApiError('UPLOAD_TOKEN_NOT_FOUND');
    if (token.status !== PENDING && token.status !== PARTIAL_UPLOAD) {
      throw new ApiError('UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD');
    }
    return token;
  }

  #startOf(token: UploadToken, { isResumed, resumeAt }: ChunkPlace): number {
    if (!isResumed) {
      if (resumeAt === null || resumeAt === 0) return 0;
      throw outOfRange('resumeAt', resumeAt, '0, or left out, where resume is false');
    }
    if (token.status !== PARTIAL_UPLOAD) throw new ApiError('UPLOAD_TOKEN_CANNOT_RESUME');
    if (resumeAt === null) return token.uploadedBytes;
    const most = token.fileSize ?? this.#options.limits.fileBytes;
    if (!Number.isSafeInteger(resumeAt) || resumeAt < 0 || resumeAt > most) {
      throw outOfRange('resumeAt', resumeAt, `a whole number from 0 to ${most}`);
    }
    return resumeAt;
  }

  /** What will have arrived. */
  async #rangesWith(
    before: UploadToken,
    { sizeBytes }: UploadedFile,
    { isResumed }: ChunkPlace,
    from: number,
  ): Promise<Ranges> {
    const { limits } = this.#options;
    const most = before.fileSize ?? limits.fileBytes;
    if (from + sizeBytes > most) throw new ApiError('FILE_SIZE_EXCEEDED', most);
    const ranges = withRange(isResumed ? before.ranges : [], from, from + sizeBytes);
    if (ranges.length > limits.gaps) {
      throw outOfRange('resumeAt', from, `without a gap: the file has ${limits.gaps} already`);
    }
    const growth = sumOf(ranges) - before.heldBytes;
    if (growth > 0) await this.#refuseTooMuch(before, growth);
    return ranges;
  }

  #after(
    before: UploadToken,
    ranges: Ranges,
    { isFinal }: ChunkPlace,
    from: number,
    { sizeBytes }: UploadedFile,
  ) {
    const uploadedBytes = lengthWithoutGap(ranges);
    const { fileSize, isAutoFinalized } = before;
    // A last chunk without bytes says where the file ends.
    const end = Math.max(endOf(ranges), from + sizeBytes);
    const isWhole = uploadedBytes === end && (fileSize === null || uploadedBytes === fileSize);
    const isMeantToBe = isFinal && !isAutoFinalized;
    const token: UploadToken = {
      ...before,
      status: isWhole && (isFinal || isAutoFinalized) ? FULL_UPLOAD : PARTIAL_UPLOAD,
      ranges,
      uploadedBytes,
      heldBytes: sumOf(ranges),
      updatedAtMs: this.#options.clock.nowMs(),
      revision: before.revision + 1,
    };
    return { token, isWhole, isMeantToBe };
  }

  /** @returns false where the file is gone */
  async #write(before: UploadToken, from: number, chunk: UploadedFile): Promise<boolean> {
    if (before.fileKey === null) throw new ApiError('UPLOAD_TOKEN_CANNOT_RESUME');
    if (chunk.sizeBytes === 0) return true;
    try {
      await this.#options.files.writeAt(before.fileKey, from, chunk.path);
      return true;
    } catch (error) {
      if (error instanceof FileGone) return false;
      throw error;
    }
  }

  #refuseSize(fileSize: number | null): void {
    if (fileSize === null) return;
    const { fileBytes } = this.#options.limits;
    if (fileSize > fileBytes) throw new ApiError('FILE_SIZE_EXCEEDED', fileBytes);
    if (!Number.isSafeInteger(fileSize) || fileSize < 0) {
      throw outOfRange('KalturaUploadToken::fileSize', fileSize, 'a whole number of bytes');
    }
  }

  async #refuseTooMany({ partnerId, userId, isAdmin }: Session): Promise<void> {
    const { tokens, limits } = this.#options;
    if ((await tokens.usageOf(partnerId, null)).count >= limits.accountTokens) {
      throw new ApiError('UPLOAD_LIMIT_REACHED', 'The account', `${limits.accountTokens} files`);
    }
    if (isAdmin) return;
    if ((await tokens.usageOf(partnerId, userId)).count >= limits.userTokens) {
      throw new ApiError('UPLOAD_LIMIT_REACHED', 'A user', `${limits.userTokens} files`);
    }
  }

  async #refuseTooMuch({ partnerId, userId }: UploadToken, growth: number): Promise<void> {
    const { tokens, limits } = this.#options;
    if ((await tokens.usageOf(partnerId, null)).bytes + growth > limits.accountBytes) {
      throw new ApiError('UPLOAD_LIMIT_REACHED', 'The account', `${limits.accountBytes} bytes`);
    }
    if ((await tokens.usageOf(partnerId, userId)).bytes + growth > limits.userBytes) {
      throw new ApiError('UPLOAD_LIMIT_REACHED', 'A user', `${limits.userBytes} bytes`);
    }
  }
}

function outOfRange(name: string, value: number, expected: string): ApiError {
  return new ApiError('UPLOAD_OUT_OF_RANGE', name, value, expected);
}
