import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createReadStream } from 'node:fs';
import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { AwsV4Signer } from 'aws4fetch';
import { MediaAway } from '../../../package/media-away.ts';
import type { FileToStore } from '../take-store.ts';
import { explainRefusal, readErrorCode, readErrorRegion } from './s3-answers.ts';
import { bucketUrl, describeS3, type S3Options } from './s3-options.ts';

export type S3Request = {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Of the object, with the prefix; absent for the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: FileToStore;
  /** Statuses that are an answer; others of 300 and above are a refusal. */
  readonly expected?: readonly number[];
  /** A longer answer is not taken. */
  readonly maximumBytes?: number;
};

export type S3Answer = {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
};

/** The store has understood the request and refuses it: to ask again is of no use until somebody has done something. */
export class S3Refused extends MediaAway {
  override readonly name = 'S3Refused';
}

/** What is to be sent is the problem, and not the store. */
class UnreadableFile extends Error {}

/**
 * Nothing comes and nothing is taken for so long: the store is away. A request is tried so often, with growing pauses in
 * between.
 */
type Patience = { readonly idleTimeoutMs: number; readonly tries: number };

/** Players give up after ten seconds or so, and ask again. */
const OF_A_VIEWER: Patience = { idleTimeoutMs: 4000, tries: 2 };
const OF_A_WORKER: Patience = { idleTimeoutMs: 10_000, tries: 3 };

const CONNECTIONS = 32;

const SHA256_OF_NOTHING = createHash('sha256').digest('hex');

const FIRST_PAUSE_MS = 150;

/** An answer in XML: a page of a list is 400 KB. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** Says requests to one bucket: signs them, repeats them where that may help, and puts refusals into words. */
export class S3Client {
  readonly #options: S3Options;
  readonly #base: string;
  readonly #agent: HttpAgent;
  readonly #isTls: boolean;
  /** Keys derived from the secret, one a day. */
  readonly #signingKeys = new Map<string, ArrayBuffer>();
  readonly #closing = new AbortController();

  constructor(options: S3Options) {
    this.#options = options;
    this.#base = bucketUrl(options);
    this.#isTls = this.#base.startsWith('https:');
    const settings = { keepAlive: true, maxSockets: CONNECTIONS };
    setMaxListeners(0, this.#closing.signal);
    this.#agent = this.#isTls ? new HttpsAgent(settings) : new HttpAgent(settings);
  }

  /**
   * @throws MediaAway where the store can't be reached or has trouble, S3Refused where it refuses; what the file system
   *   throws, where the body is a file
   */
  async ask(request: S3Request): Promise<S3Answer> {
    const isForViewer = request.method === 'GET' && request.key !== undefined;
    const patience = isForViewer ? OF_A_VIEWER : OF_A_WORKER;
    for (let tries = 1; ; tries++) {
      const answer = await this.#askOnce(request, patience).catch((error: unknown) =>
        toError(error),
      );
      if (answer instanceof UnreadableFile) throw answer.cause;
      if (this.#closing.signal.aborted) throw new MediaAway('The server is being stopped.');
      if (!(answer instanceof Error) && !isTrouble(answer.status)) {
        return this.#accept(request, answer);
      }
      if (tries === patience.tries) throw new MediaAway(this.#describeTrouble(answer));
      await pause(FIRST_PAUSE_MS * 2 ** tries * Math.random());
    }
  }

  close(): void {
    this.#closing.abort();
    this.#agent.destroy();
  }

  #accept({ expected = [] }: S3Request, answer: S3Answer): S3Answer {
    const { status, headers, body } = answer;
    if (status < 300) return answer;
    const text = body.toString();
    const code = readErrorCode(text) ?? '';
    // A missing bucket has the status of a missing object.
    if (expected.includes(status) && code !== 'NoSuchBucket') return answer;
    const told = headers['x-amz-bucket-region'];
    const region = typeof told === 'string' ? told : readErrorRegion(text);
    throw new S3Refused(explainRefusal({ status, code, region }, this.#options));
  }

  #describeTrouble(answer: S3Answer | Error): string {
    const what = answer instanceof Error ? wordsOf(answer) : `it answers ${answer.status}`;
    const { endpoint } = this.#options;
    const where = `${describeS3(this.#options)}${endpoint === null ? '' : ` at ${endpoint}`}`;
    return `The media store ${where} can't be reached: ${what}`;
  }

  async #askOnce(request: S3Request, { idleTimeoutMs }: Patience): Promise<S3Answer> {
    const { method, key = '', query = {}, headers = {}, body } = request;
    const url = new URL(`${this.#base}${key}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const { accessKeyId, secretAccessKey, sessionToken, region } = this.#options;
    const signer = new AwsV4Signer({
      ...{ method, url: url.href, accessKeyId, secretAccessKey, region, service: 's3' },
      headers: { ...headers, ...describeBody(body) },
      ...(sessionToken === null ? {} : { sessionToken }),
      cache: this.#signingKeys,
    });
    const signed = await signer.sign();
    return await new Promise((resolve, reject) => {
      const open = this.#isTls ? httpsRequest : httpRequest;
      const sent = open(signed.url, {
        method,
        headers: Object.fromEntries(signed.headers),
        agent: this.#agent,
        timeout: idleTimeoutMs,
        signal: this.#closing.signal,
      });
      sent.on('timeout', () => sent.destroy(new Error(`it was silent for ${idleTimeoutMs} ms`)));
      sent.on('error', reject);
      sent.on('response', (response) => {
        readBody(response, request.maximumBytes ?? MAXIMUM_BYTES).then(
          (bytes) =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: bytes }),
          reject,
        );
      });
      sendBody(sent, body);
    });
  }
}

/** A failure on either side ends the request, and is told by its 'error'. */
function sendBody(sent: ClientRequest, body: FileToStore | undefined): void {
  const content = body?.content;
  if (typeof content !== 'string') {
    sent.end(content);
    return;
  }
  const file = createReadStream(content, { highWaterMark: 256 * 1024 });
  file.on('error', (error) => sent.destroy(new UnreadableFile(content, { cause: error })));
  sent.on('close', () => file.destroy());
  file.pipe(sent);
}

function describeBody(body: FileToStore | undefined): Record<string, string> {
  if (body === undefined) return { 'x-amz-content-sha256': SHA256_OF_NOTHING };
  return {
    'content-length': String(body.sizeBytes),
    // Lets the store see for itself that what has come is what was sent.
    'content-md5': Buffer.from(body.md5, 'hex').toString('base64'),
    'x-amz-content-sha256': body.sha256,
  };
}

async function readBody(response: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let sizeBytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    sizeBytes += piece.length;
    if (sizeBytes > maximumBytes) {
      throw new Error(`its answer is longer than the ${maximumBytes} bytes that were expected`);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function isTrouble(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

/** A name with several addresses fails with an error for each of them, and without words of its own. */
function wordsOf(error: Error & { readonly code?: unknown }): string {
  return error.message || String(error.code ?? error.name);
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
