/// <reference path="./s3rver.d.ts" />
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Options } from '../s3/s3-options.ts';
import { verifyRequest } from './verify-request.ts';

export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly range: string | undefined;
};

const BUCKET = 'recordings';

/** The only ones that s3rver knows. */
const [KEY_ID, SECRET] = ['S3RVER', 'S3RVER'];

/** What s3rver appends to an object's name in its folder. */
const OBJECT = '._S3rver_object';

/**
 * A real S3 server on a port of this machine, behind a door that counts what comes, and that can be shut: then every
 * connection is cut, as when the store's network is away.
 */
export class S3ServerForTests {
  readonly directory: string;
  /** What was asked for since the last look, in order. */
  readonly seen: SeenRequest[] = [];
  /** Called for each request before it is let in; may wait, and says whether to let it in. */
  admit: (seen: SeenRequest) => boolean | Promise<boolean> = () => true;
  readonly #s3: S3rver;
  readonly #door: Server;

  private constructor(directory: string, s3: S3rver) {
    this.directory = directory;
    this.#s3 = s3;
    this.#door = createServer((incoming, answer) => {
      this.#receive(incoming, answer).catch(() => incoming.socket.destroy());
    });
  }

  static async open(): Promise<S3ServerForTests> {
    const directory = mkdtempSync(join(tmpdir(), 'rostrum-s3-'));
    const s3 = new S3rver({
      ...{ address: '127.0.0.1', port: 0, directory, silent: true, vhostBuckets: false },
      configureBuckets: [{ name: BUCKET }],
    });
    await s3.run();
    const server = new S3ServerForTests(directory, s3);
    await new Promise<void>((resolve) => server.#door.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#door.address() as AddressInfo).port}`;
  }

  /** Whether requests are let in. */
  set isOpen(isOpen: boolean) {
    this.admit = () => isOpen;
  }

  options(changes: Partial<S3Options> = {}): S3Options {
    return {
      bucket: BUCKET,
      prefix: 'a/b/',
      region: 'us-east-1',
      endpoint: this.endpoint,
      addressing: 'path',
      accessKeyId: KEY_ID,
      secretAccessKey: SECRET,
      sessionToken: null,
      ...changes,
    };
  }

  /** All objects of the bucket. */
  keys(): readonly string[] {
    const files = readdirSync(join(this.directory, BUCKET), { recursive: true }) as string[];
    return files
      .filter((name) => name.endsWith(OBJECT))
      .map((name) => name.slice(0, -OBJECT.length))
      .sort();
  }

  /** Where s3rver keeps an object. */
  pathOf(key: string): string {
    return join(this.directory, BUCKET, `${key}${OBJECT}`);
  }

  async #receive(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const seen = { method, path: url, range: headers.range };
    this.seen.push(seen);
    if (!(await this.admit(seen))) {
      incoming.socket.destroy();
      return;
    }
    const body = Buffer.concat(await incoming.toArray());
    const code = verifyRequest({ method, target: url, headers, body }, SECRET);
    if (code !== null && headers.authorization?.includes(`=${KEY_ID}/`)) {
      answer.writeHead(403).end(`<Error><Code>${code}</Code></Error>`);
      return;
    }
    const { port } = this.#s3.httpServer.address() as AddressInfo;
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (found) => {
      answer.writeHead(found.statusCode ?? 500, found.headers);
      found.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    passed.end(body);
  }

  async close(): Promise<void> {
    this.#door.closeAllConnections();
    this.#s3.httpServer.closeAllConnections();
    await Promise.all([new Promise((resolve) => this.#door.close(resolve)), this.#s3.close()]);
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** Whether the request is for a media file or a journal, and not for a list. */
export function isForFile({ path }: SeenRequest): boolean {
  return /\.(?:m4s|mp4|ndjson)(?:$|\?)/.test(path);
}
