import http from 'node:http';
import https from 'node:https';

export type MediaFetcherOptions = {
  /** Base of the media port at this machine, without a slash at its end: `http://127.0.0.1:8081`. */
  readonly mediaUrl: () => string;
  readonly timeoutMs: number;
};

/** Requests at the media port at a time: a drop beside its viewers'. */
const MAX_SOCKETS = 4;

/** Asks the media port of this machine for playlists and pieces, as a player does. */
export class MediaFetcher {
  readonly #options: MediaFetcherOptions;
  readonly #plain = new http.Agent({ keepAlive: true, maxSockets: MAX_SOCKETS });
  // The certificate names the public host, and this goes to the machine's own address.
  readonly #secure = new https.Agent({
    keepAlive: true,
    maxSockets: MAX_SOCKETS,
    rejectUnauthorized: false,
  });

  constructor(options: MediaFetcherOptions) {
    this.#options = options;
  }

  /** The whole answer; null where there is none, it is an error, or it is longer than that. */
  get(path: string, maxBytes: number): Promise<Uint8Array | null> {
    const url = this.#options.mediaUrl() + path;
    const signal = AbortSignal.timeout(this.#options.timeoutMs);
    return new Promise((resolve) => {
      const isSecure = url.startsWith('https:');
      const request = isSecure
        ? https.get(url, { agent: this.#secure, signal })
        : http.get(url, { agent: this.#plain, signal });
      request.once('error', () => resolve(null));
      request.once('response', (response) => {
        const chunks: Buffer[] = [];
        let sizeBytes = 0;
        response.once('error', () => resolve(null));
        response.once('end', () => {
          resolve(response.statusCode === 200 ? Buffer.concat(chunks) : null);
        });
        response.on('data', (chunk: Buffer) => {
          sizeBytes += chunk.length;
          chunks.push(chunk);
          if (sizeBytes <= maxBytes) return;
          resolve(null);
          response.destroy();
        });
      });
    });
  }

  close(): void {
    this.#plain.destroy();
    this.#secure.destroy();
  }
}
