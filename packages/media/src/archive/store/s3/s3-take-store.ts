import { randomBytes } from 'node:crypto';
import { isGeneration, isWebcastId } from '@rostrum/contracts';
import { MediaAway } from '../../../package/media-away.ts';
import { JOURNAL_FILE } from '../../archive-file-names.ts';
import { toStore } from '../file-to-store.ts';
import type { DistantStore, FileToStore, StoredFile, Stretch, TakeName } from '../take-store.ts';
import { readErrorCode, readPage, readTag, type S3Page, writeDeletion } from './s3-answers.ts';
import { S3Client } from './s3-client.ts';
import { describeS3, type S3Options } from './s3-options.ts';

/** A whole file is asked for where it is small: an init segment. */
const WHOLE_FILE_BYTES = 16 * 1024 * 1024;

/** Takes in a bucket, as objects `<prefix><webcastId>.<generation>/<file>`. */
export class S3TakeStore implements DistantStore {
  readonly address: string;
  readonly #client: S3Client;
  readonly #prefix: string;

  constructor(options: S3Options) {
    this.address = describeS3(options);
    this.#client = new S3Client(options);
    this.#prefix = options.prefix;
  }

  async put(take: TakeName, fileName: string, file: FileToStore): Promise<StoredFile> {
    const key = this.#keyOf(take, fileName);
    const headers = { 'content-type': typeOf(fileName) };
    const answer = await this.#client.ask({ method: 'PUT', key, headers, body: file });
    return { sizeBytes: file.sizeBytes, tag: readTag(answer.headers.etag) };
  }

  async read(take: TakeName, fileName: string, stretch?: Stretch): Promise<Uint8Array | null> {
    const key = this.#keyOf(take, fileName);
    const sizeBytes = stretch === undefined ? WHOLE_FILE_BYTES : stretch.end - stretch.start;
    if (sizeBytes <= 0) return new Uint8Array();
    const { status, body } = await this.#client.ask({
      method: 'GET',
      key,
      ...(stretch && { headers: { range: `bytes=${stretch.start}-${stretch.end - 1}` } }),
      expected: [404, 416],
      maximumBytes: sizeBytes + 4096,
    });
    if (status === 404) return null;
    if (status === 416) return new Uint8Array();
    if (stretch !== undefined && status !== 206) {
      throw new MediaAway(`The media store ${this.address} does not give parts of files.`);
    }
    return body.subarray(0, sizeBytes);
  }

  async list(take: TakeName): Promise<ReadonlyMap<string, StoredFile>> {
    const prefix = this.#keyOf(take, '');
    const found = new Map<string, StoredFile>();
    for await (const { files } of this.#pages({ prefix })) {
      for (const { key, sizeBytes, tag } of files) {
        found.set(key.slice(prefix.length), { sizeBytes, tag });
      }
    }
    return found;
  }

  async *takes(after: string | null): AsyncGenerator<TakeName> {
    // Behind everything of that take, and before the next.
    const last = after === null ? null : `${this.#prefix}${after.replace('/', '.')}/~`;
    for await (const { prefixes } of this.#pages({
      ...{ prefix: this.#prefix, delimiter: '/' },
      ...(last === null ? {} : { 'start-after': last }),
    })) {
      for (const each of prefixes) {
        const [webcastId = '', generation = ''] = each.slice(this.#prefix.length, -1).split('.');
        if (isWebcastId(webcastId) && isGeneration(generation)) yield { webcastId, generation };
      }
    }
  }

  async sinceMs(take: TakeName): Promise<number | null> {
    const prefix = this.#keyOf(take, '');
    // Nearly always there is one, and a list of one file is short.
    const journal = await this.#readPage({ prefix: `${prefix}${JOURNAL_FILE}` });
    const { files } = journal.files.length > 0 ? journal : await this.#readPage({ prefix });
    return files.length === 0 ? null : Math.max(...files.map(({ changedAtMs }) => changedAtMs));
  }

  async remove(take: TakeName): Promise<void> {
    const journal = this.#keyOf(take, JOURNAL_FILE);
    await this.#client.ask({ method: 'DELETE', key: journal, expected: [404] });
    const prefix = this.#keyOf(take, '');
    let before: string | undefined;
    for (;;) {
      const { files } = await this.#readPage({ prefix });
      const [first] = files;
      if (first === undefined) return;
      if (first.key === before) {
        throw new MediaAway(`The media store ${this.address} does not remove ${before}.`);
      }
      before = first.key;
      await this.#removeKeys(files.map(({ key }) => key));
    }
  }

  close(): void {
    this.#client.close();
  }

  /**
   * Does once all that the server will do, with an object that is none of its own.
   *
   * @throws MediaAway, S3Refused
   */
  async check(): Promise<void> {
    const key = `${this.#prefix}rostrum-check-${randomBytes(8).toString('hex')}`;
    await this.#readPage({ prefix: key });
    const bytes = Buffer.from('Rostrum looks whether it may write here.');
    await this.#client.ask({ method: 'PUT', key, body: toStore(bytes) });
    try {
      const { body } = await this.#client.ask({ method: 'GET', key });
      if (!body.equals(bytes)) {
        throw new MediaAway(
          `The media store ${this.address} does not give back what it was given.`,
        );
      }
    } finally {
      await this.#removeKeys([key]);
    }
  }

  #keyOf({ webcastId, generation }: TakeName, fileName: string): string {
    // One folder level: a list of all takes comes with a thousand to the page.
    return `${this.#prefix}${webcastId}.${generation}/${fileName}`;
  }

  async *#pages(query: Readonly<Record<string, string>>): AsyncGenerator<S3Page> {
    let token: string | null = null;
    do {
      const page: S3Page = await this.#readPage({
        ...query,
        ...(token === null ? {} : { 'continuation-token': token }),
      });
      yield page;
      token = page.nextToken;
    } while (token !== null);
  }

  async #readPage(query: Readonly<Record<string, string>>): Promise<S3Page> {
    const { body } = await this.#client.ask({
      method: 'GET',
      query: { 'list-type': '2', ...query },
    });
    return readPage(body.toString());
  }

  async #removeKeys(keys: readonly string[]): Promise<void> {
    const body = toStore(Buffer.from(writeDeletion(keys)));
    const headers = { 'content-type': 'application/xml' };
    const answer = await this.#client.ask({ method: 'POST', query: { delete: '' }, headers, body });
    const code = readErrorCode(answer.body.toString());
    if (code !== null) {
      throw new MediaAway(`The media store ${this.address} does not remove everything: ${code}`);
    }
  }
}

function typeOf(fileName: string): string {
  if (fileName === JOURNAL_FILE) return 'application/x-ndjson';
  return fileName.startsWith('video') ? 'video/mp4' : 'audio/mp4';
}
