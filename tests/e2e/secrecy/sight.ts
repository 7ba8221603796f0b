import { request } from 'node:http';
import { type Colour, coloursOf } from './colours.ts';

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly location: string | null;
  readonly body: Buffer;
};

/** GET with exactly this path: nothing is tidied up on the way, as `fetch` does with `..`. */
export function get(url: string): Promise<Answer> {
  const match = /^http:\/\/([^/:]+):(\d+)(\/.*)$/s.exec(url);
  if (match === null) return Promise.reject(new TypeError(`not an address for get: ${url}`));
  const [, hostname = '', port = '', path = ''] = match;
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, timeout: 60_000, agent: false }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('error', reject);
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          type: reply.headers['content-type'] ?? '',
          location: reply.headers.location ?? null,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer: ${url}`)));
    sent.on('error', reject);
    sent.end();
  });
}

/** What somebody gets to see at an address. */
export type Sight = {
  readonly status: number;
  /** Of every frame, however many requests it takes to get at them. */
  readonly colours: readonly Colour[];
};

const PLAYABLE = /http:\/\/[^\s"\\]+\/(?:v|r)\/[^\s"\\]+/g;

/** Somebody who opens every address that is shown to them, and remembers what was at the media addresses. */
export class Eyes {
  readonly #known = new Map<string, Promise<Sight>>();
  /** By their bytes: many addresses show the same picture. */
  readonly #pictures = new Map<string, Promise<readonly Colour[]>>();

  /** Follows redirects, playlists and whatever names a playlist, and decodes every picture on the way. */
  look(url: string): Promise<Sight> {
    if (!/\/[vr]\//.test(url)) return this.#open(url);
    const known = this.#known.get(url) ?? this.#open(url);
    this.#known.set(url, known);
    return known;
  }

  async #open(url: string): Promise<Sight> {
    const { status, type, location, body } = await get(url);
    if (location !== null) return { ...(await this.look(new URL(location, url).href)), status };
    if (status !== 200) return { status, colours: [] };
    if (type.includes('mpegurl')) return { status, colours: await this.#playlist(url, body) };
    if (type.startsWith('image/')) return { status, colours: await this.#picture(body) };
    if (type.startsWith('video/')) return { status, colours: await pieceColours(url, body) };
    const named = String(body).match(PLAYABLE) ?? [];
    const sights = await Promise.all([...new Set(named)].map((each) => this.look(each)));
    return { status, colours: sights.flatMap(({ colours }) => colours) };
  }

  #picture(bytes: Buffer): Promise<readonly Colour[]> {
    const key = bytes.toString('base64');
    const known = this.#pictures.get(key) ?? coloursOf(bytes);
    this.#pictures.set(key, known);
    return known;
  }

  /** Of a multivariant playlist, its first variant; of a media playlist, every segment and part. */
  async #playlist(url: string, body: Buffer): Promise<readonly Colour[]> {
    const text = String(body);
    if (text.includes('#EXT-X-STREAM-INF')) {
      const [variant = ''] = /^[^#\s].*$/m.exec(text) ?? [];
      return (await this.look(new URL(variant, url).href)).colours;
    }
    const colours: Colour[] = [];
    for (const names of runsOf(text)) {
      const pieces = await Promise.all(names.map((name) => get(new URL(name, url).href)));
      const bytes = pieces.filter(({ status }) => status === 200).map((piece) => piece.body);
      colours.push(...(await coloursOf(Buffer.concat(bytes))));
    }
    return colours;
  }
}

/** An init segment and what plays with it, for each init segment that a playlist names. */
function runsOf(text: string): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const line of text.split('\n')) {
    const map = /^#EXT-X-MAP:URI="([^"]+)"/.exec(line)?.[1];
    if (map !== undefined) runs.push([map]);
    else if (line !== '' && !line.startsWith('#')) runs.at(-1)?.push(line);
  }
  // Parts of the segment that is still open.
  const open = text.slice(text.lastIndexOf('#EXTINF'));
  for (const [, part = ''] of open.matchAll(/^#EXT-X-PART:.*URI="([^"]+)"/gm)) {
    runs.at(-1)?.push(part);
  }
  return runs;
}

/** A segment or a part alone says nothing: with any init segment of its folder it does. */
async function pieceColours(url: string, body: Buffer): Promise<readonly Colour[]> {
  const init = await get(`${url.slice(0, url.lastIndexOf('/'))}/video-init-0.mp4`);
  return coloursOf(Buffer.concat(init.status === 200 ? [init.body, body] : [body]));
}
