import { ApiError } from '../../errors/api-error.ts';
import type { Addresses } from '../../ports.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import {
  UploadToken,
  type UploadTokenFilterValue,
  type UploadTokenValue,
} from '../../schema/upload-token.ts';
import type { UploadedFile } from '../../schema/uploaded-file.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type {
  UploadToken as UploadTokenRecord,
  UploadTokensStore,
} from '../../store/upload/upload-tokens-store.ts';
import type { UploadDesk } from '../../uploads/upload-desk.ts';
import { pageOf } from '../page.ts';

export type UploadTokenServices = {
  readonly uploads: UploadDesk;
  readonly tokens: UploadTokensStore;
  readonly addresses: Addresses;
};

type ById = { readonly uploadTokenId: string };

type Chunk = ById & {
  readonly fileData: UploadedFile;
  readonly resume: boolean;
  readonly finalChunk: boolean;
  readonly resumeAt: number;
};

/** How clients say that a chunk goes where the last one ended. */
const AT_THE_END = -1;

/** Files on their way here; each belongs to the user who has begun it. */
export class UploadTokenService {
  readonly #services: UploadTokenServices;

  constructor(services: UploadTokenServices) {
    this.#services = services;
  }

  async add(call: Call, { uploadToken }: { readonly uploadToken: UploadTokenValue | null }) {
    const session = sessionOf(call);
    const sent = uploadToken ?? {};
    checkProperties(UploadToken, sent, { purpose: 'add', isAdmin: session.isAdmin });
    const token = await this.#services.uploads.begin(session, {
      fileName: sent.fileName || null,
      fileSize: sent.fileSize ?? null,
      isAutoFinalized: sent.autoFinalize ?? false,
    });
    return this.#show(call, token);
  }

  async get(call: Call, { uploadTokenId }: ById) {
    const token = await this.#services.uploads.find(sessionOf(call), uploadTokenId);
    if (token === null) throw new ApiError('UPLOAD_TOKEN_NOT_FOUND');
    return this.#show(call, token);
  }

  async upload(call: Call, { uploadTokenId, fileData, resume, finalChunk, resumeAt }: Chunk) {
    const token = await this.#services.uploads.receive(sessionOf(call), uploadTokenId, fileData, {
      isResumed: resume,
      resumeAt: resumeAt === AT_THE_END ? null : resumeAt,
      isFinal: finalChunk,
    });
    return this.#show(call, token);
  }

  /** A file in one call. @returns the id of its token */
  async uploadWhole(call: Call, { fileData }: { readonly fileData: UploadedFile }) {
    const { uploads } = this.#services;
    const session = sessionOf(call);
    const { id } = await uploads.begin(session, {
      fileName: fileData.fileName || null,
      fileSize: fileData.sizeBytes,
      isAutoFinalized: false,
    });
    const whole = { isResumed: false, resumeAt: null, isFinal: true };
    await uploads.receive(session, id, fileData, whole);
    return id;
  }

  async delete(call: Call, { uploadTokenId }: ById): Promise<null> {
    await this.#services.uploads.delete(sessionOf(call), uploadTokenId);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: UploadTokenFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { uploads, tokens } = this.#services;
    const session = sessionOf(call);
    const userId = uploads.listedUserOf(session);
    const { fileSizeEqual } = filter ?? {};
    const isSize = fileSizeEqual === undefined || Number.isSafeInteger(fileSizeEqual ?? 0);
    const found =
      userId === undefined || !isSize
        ? { totalCount: 0, tokens: [] }
        : await tokens.list(session.partnerId, userId, filter ?? {}, pageOf(pager));
    return {
      objectType: 'KalturaUploadTokenListResponse',
      totalCount: found.totalCount,
      objects: found.tokens.map((token) => this.#show(call, token)),
    };
  }

  #show({ requestHost }: Call, token: UploadTokenRecord): object {
    const { attachedTo, fileSize } = token;
    return {
      objectType: 'KalturaUploadToken',
      id: token.id,
      partnerId: token.partnerId,
      userId: token.userId,
      status: token.status,
      fileName: token.fileName ?? undefined,
      fileSize: fileSize ?? undefined,
      uploadedFileSize: token.uploadedBytes,
      createdAt: Math.floor(token.createdAtMs / 1000),
      updatedAt: Math.floor(token.updatedAtMs / 1000),
      uploadUrl: this.#services.addresses.publicUrl(requestHost),
      autoFinalize: token.isAutoFinalized ? 1 : 0,
      attachedObjectType: attachedTo?.type,
      attachedObjectId: attachedTo?.id,
    };
  }
}
