import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { ApiError } from '../errors/api-error.ts';
import type { Log } from '../ports.ts';
import { FileAnswer } from '../schema/file-answer.ts';
import type { RawObject } from '../schema/parameters.ts';
import { isDatabaseError } from '../store/database.ts';
import { admitFile } from './admit-file.ts';
import { decodeRequest, type HttpRequest } from './decode-request.ts';
import {
  type EncodedResponse,
  type Encoder,
  encoderByAccept,
  encoderFor,
} from './encode-response.ts';
import { isMultirequest, replaceTokens, splitMultirequest } from './multirequest.ts';
import { discardRest, readBytes } from './read-body.ts';
import { isMultipart, readMultipart } from './read-multipart.ts';
import { type ActionRunner, type RequestFacts, runAction } from './run-action.ts';
import type { UploadBatch, UploadFolder } from './upload-folder.ts';

export type AnswerOptions = {
  readonly runner: ActionRunner;
  readonly uploads: UploadFolder;
  readonly log: Log;
};

export type HttpAnswer = {
  /** Stands in the log too, where the call failed. */
  readonly callId: string;
  readonly content:
    | EncodedResponse
    | FileAnswer
    /** The error of an action that would have answered a file. */
    | null;
  /** Null where all went well, and for the errors inside a multirequest. */
  readonly error: ApiError | null;
  /** How long the client may keep a text; 0 for not at all. */
  readonly cacheSeconds: number;
  /** The client is still sending a body that nobody reads. */
  readonly isConnectionSpent: boolean;
};

/** Read, decode, run, encode. Never rejects: what fails becomes the answer. */
export async function answerRequest(
  options: AnswerOptions,
  request: FastifyRequest,
): Promise<HttpAnswer> {
  const startedAt = performance.now();
  const callId = nextCallId();
  const files: RequestFiles = { batch: null };
  let encode: Encoder | null = null;
  let isFileExpected = false;
  try {
    const parameters = await readParameters(options, request, files, callId);
    encode = encoderFor(
      options.runner.actions.isJsonByDefault(parameters)
        ? { ...parameters, format: parameters.format ?? '1' }
        : parameters,
      request.method !== 'POST',
    );
    isFileExpected = options.runner.actions.servesFile(parameters);
    const result = await run(options, parameters, factsOf(request, callId));
    const content = result instanceof FileAnswer ? result : encode(result, secondsSince(startedAt));
    const cacheSeconds = cacheSecondsOf(options.runner, request, parameters);
    return { callId, content, error: null, cacheSeconds, isConnectionSpent: false };
  } catch (failure) {
    const error = asApiError(failure, options.log, callId);
    const isConnectionSpent = !(await discardRest(request.raw));
    encode ??= encoderOfAddress(request);
    const content = isFileExpected ? null : encode(error, secondsSince(startedAt));
    return { callId, content, error, cacheSeconds: 0, isConnectionSpent };
  } finally {
    if (files.batch !== null) await close(files.batch, options.log, callId);
  }
}

/** What cannot be removed now is removed at the next start. */
async function close(batch: UploadBatch, log: Log, callId: string): Promise<void> {
  try {
    await batch.close();
  } catch (error) {
    log.warn({ callId, error: String(error) }, 'the files of a call could not be removed');
  }
}

/** Names this run of the server, and in it each call. */
const RUN_ID = randomBytes(4).toString('hex');
let callCount = 0;

function nextCallId(): string {
  callCount++;
  return `${RUN_ID}-${callCount.toString(36)}`;
}

/** For a request whose body could not be read. */
function encoderOfAddress({ url, method, headers }: FastifyRequest): Encoder {
  try {
    const parameters = decodeRequest({ url, contentType: '', body: null });
    if (parameters.format !== undefined) return encoderFor(parameters, method !== 'POST');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
  return encoderByAccept(headers.accept);
}

/** Pages that ask without a session, and name a signature of what they ask, may keep the answer for a while. */
function cacheSecondsOf(
  { actions }: ActionRunner,
  { method }: FastifyRequest,
  parameters: RawObject,
): number {
  if (method === 'POST' || !parameters.kalsig || parameters.ks) return 0;
  if (isMultirequest(parameters)) return 0;
  return actions.find(parameters).action.cacheSeconds ?? DEFAULT_CACHE_SECONDS;
}

const DEFAULT_CACHE_SECONDS = 60;

function secondsSince(startedAt: number): number {
  return (performance.now() - startedAt) / 1000;
}

/** What a request has put on disk; nothing for most. */
type RequestFiles = { batch: UploadBatch | null };

async function readParameters(
  { runner, uploads }: AnswerOptions,
  request: FastifyRequest,
  files: RequestFiles,
  callId: string,
): Promise<RawObject> {
  const contentType = request.headers['content-type'] ?? '';
  const bodiless: HttpRequest = { url: request.url, contentType, body: null };
  if (request.method !== 'POST') return decodeRequest(bodiless);
  if (!isMultipart(contentType)) {
    return decodeRequest({ ...bodiless, body: await readBytes(request.raw) });
  }
  const openBatch = () => {
    files.batch ??= uploads.openBatch();
    return files.batch;
  };
  const facts = factsOf(request, callId);
  const body = await readMultipart(request.raw, contentType, openBatch, (name, before) =>
    admitFile(runner, decodeRequest({ ...bodiless, body: before }), facts, name),
  );
  return decodeRequest({ ...bodiless, body });
}

/** One call, or several of which each answers for itself. */
async function run(
  { runner, log }: AnswerOptions,
  parameters: RawObject,
  facts: RequestFacts,
): Promise<unknown> {
  if (!isMultirequest(parameters)) return runAction(runner, parameters, facts);
  const results: unknown[] = [];
  for (const request of splitMultirequest(parameters)) {
    try {
      const result = await runAction(runner, replaceTokens(request, results), facts);
      // A file leaves no room for other answers.
      if (result instanceof FileAnswer) return result;
      results.push(result);
    } catch (error) {
      results.push(asApiError(error, log, facts.callId));
    }
  }
  return results;
}

function factsOf(request: FastifyRequest, callId: string): RequestFacts {
  const [path = ''] = request.url.split('?', 1);
  return {
    callId,
    requestHost: request.host,
    userAgent: request.headers['user-agent'] ?? '',
    origin: { remoteAddress: request.ip, path },
  };
}

/** The one edge where failures become answers. What is nobody's fault but ours is logged, and told without details. */
function asApiError(error: unknown, log: Log, callId: string): ApiError {
  if (error instanceof ApiError) return error;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error({ callId, error: what }, 'a call of the API failed');
  if (isDiskFull(error)) return new ApiError('DISK_FULL');
  return new ApiError(
    isDatabaseError(error) ? 'INTERNAL_DATABASE_ERROR' : 'INTERNAL_SERVERL_ERROR',
  );
}

/** The database’s disk, or the one that uploads wait on. */
function isDiskFull(error: unknown): boolean {
  const isNoSpace = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  return isNoSpace || isDatabaseError(error, 'full');
}
