import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** Somebody else's web server, on another port and so of another origin. */
export class OriginForTests {
  /** By path; what is not there is a 404. A function answers anew each time. */
  readonly files = new Map<string, Answer | (() => Answer)>();
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      this.requests.push({ path, headers: request.headers });
      const file = this.files.get(path) ?? { status: 404 };
      const { status = 200, headers = {}, body = '' } = typeof file === 'function' ? file() : file;
      response.writeHead(status, headers).end(body);
    });
  }

  static async open(): Promise<OriginForTests> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new OriginForTests(server);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

export type LivePlaylistOptions = {
  readonly sequence?: number;
  /** Wall clock, ms: of the end of its last segment. */
  readonly endsAtMs?: number | null;
  readonly isOver?: boolean;
  readonly targetS?: number;
  readonly base?: string;
};

/** Three segments of a live stream. */
export function livePlaylist({
  sequence = 10,
  endsAtMs = null,
  isOver = false,
  targetS = 6,
  base = '',
}: LivePlaylistOptions = {}): string {
  const startsAtMs = endsAtMs === null ? null : endsAtMs - 3 * targetS * 1000;
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:6',
    `#EXT-X-TARGETDURATION:${targetS}`,
    `#EXT-X-MEDIA-SEQUENCE:${sequence}`,
    ...(startsAtMs === null
      ? []
      : [`#EXT-X-PROGRAM-DATE-TIME:${new Date(startsAtMs).toISOString()}`]),
    ...[0, 1, 2].flatMap((index) => [
      `#EXTINF:${targetS}.0,`,
      `${base}segment-${sequence + index}.ts`,
    ]),
    ...(isOver ? ['#EXT-X-ENDLIST'] : []),
    '',
  ].join('\n');
}

export function multivariantPlaylist(...variants: readonly string[]): string {
  const lines = variants.flatMap((variant, index) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${(index + 1) * 1_000_000}`,
    variant,
  ]);
  return ['#EXTM3U', ...lines, ''].join('\n');
}
