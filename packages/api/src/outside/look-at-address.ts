import { type FetchFailure, fetchOutside, type OutsideAnswer } from '../fetch/fetch-outside.ts';
import { type MediaPlaylist, type Playlist, readPlaylist } from './read-playlist.ts';

/**
 * Why nothing plays from an address.
 *
 * - `status`: its server has answered something else than success
 * - `not-hls`: what it answers is no HLS playlist
 * - `empty`: the playlist names nothing to play
 * - `over`: it says that its stream is over, or was never live
 * - `still`: it should grow, and does not
 */
export type AddressProblem = FetchFailure | 'status' | 'not-hls' | 'empty' | 'over' | 'still';

/** What was found at an address. */
export type AddressLook = {
  readonly url: string;
  /** Wall clock, ms. */
  readonly atMs: number;
  readonly problem: AddressProblem | null;
  /** Of HTTP; null where nothing has answered. */
  readonly httpStatus: number | null;
  /** Of the first variant; null where there is none that can be read. */
  readonly media: MediaPlaylist | null;
  /** The answer itself says that its media is new, so that nobody has to wait for the next. */
  readonly isKnownFresh: boolean;
  /** Whether a browser may read it from our pages; null where nothing has answered. */
  readonly isReadableByPages: boolean | null;
  /** Scheme, host and port of everything that a player loads, as far as the playlists say. */
  readonly origins: readonly string[];
};

export type LookOptions = {
  readonly nowMs: () => number;
  readonly isAllowed: (address: string) => boolean;
  /** Where our pages are: `https://live.example.com`; null where that is not known. */
  readonly pageUrl: string | null;
};

/** A multivariant playlist or a day of DVR in two-second segments. */
const MAX_PLAYLIST_BYTES = 4 * 1024 * 1024;
/** For each of the two playlists. */
const FETCH_TIMEOUT_MS = 6_000;
/** What was written within so many target durations is new. */
const FRESH_TARGETS = 3;

/** Fetches a playlist, and where it names others the first of them. Never rejects. */
export async function lookAtAddress(url: string, options: LookOptions): Promise<AddressLook> {
  const origins = new Set<string>();
  const nothing = {
    url,
    atMs: options.nowMs(),
    httpStatus: null,
    media: null,
    isKnownFresh: false,
    isReadableByPages: null,
  };
  const found = await fetchPlaylist(url, options, origins);
  if (!('playlist' in found)) return { ...nothing, ...found, origins: [...origins] };
  if (found.playlist.kind === 'media') return judge(url, found, found.playlist, origins, options);
  const [first] = resolved(found.playlist.playlists, found.answer.url);
  for (const playlist of resolved(found.playlist.playlists, found.answer.url)) {
    origins.add(new URL(playlist).origin);
  }
  const { httpStatus, isReadableByPages } = found;
  if (first === undefined) {
    const problem = 'empty';
    return { ...nothing, httpStatus, isReadableByPages, problem, origins: [...origins] };
  }
  const variant = await fetchPlaylist(first, options, origins);
  if (!('playlist' in variant)) return { ...nothing, ...variant, origins: [...origins] };
  if (variant.playlist.kind !== 'media') {
    return { ...nothing, ...variant, problem: 'not-hls', origins: [...origins] };
  }
  const both = { ...variant, isReadableByPages: isReadableByPages && variant.isReadableByPages };
  return judge(url, both, variant.playlist, origins, options);
}

type FoundPlaylist = {
  readonly playlist: Playlist;
  readonly answer: OutsideAnswer;
  readonly httpStatus: number;
  readonly isReadableByPages: boolean;
};

type NoPlaylist = Pick<AddressLook, 'problem' | 'httpStatus' | 'isReadableByPages'>;

async function fetchPlaylist(
  url: string,
  { isAllowed, pageUrl }: LookOptions,
  origins: Set<string>,
): Promise<FoundPlaylist | NoPlaylist> {
  // The address of our pages may have a path.
  const pageOrigin = pageUrl === null ? null : new URL(pageUrl).origin;
  const answer = await fetchOutside(url, {
    maxBytes: MAX_PLAYLIST_BYTES,
    timeoutMs: FETCH_TIMEOUT_MS,
    isAllowed,
    headers: {
      accept: 'application/vnd.apple.mpegurl, */*;q=0.5',
      ...(pageOrigin === null ? {} : { origin: pageOrigin }),
    },
  });
  if (answer.kind === 'failure') {
    return { problem: answer.failure, httpStatus: null, isReadableByPages: null };
  }
  origins.add(new URL(answer.url).origin);
  const { status: httpStatus } = answer;
  const isReadableByPages = mayBeRead(answer, pageOrigin);
  if (httpStatus < 200 || httpStatus > 299) {
    return { problem: 'status', httpStatus, isReadableByPages };
  }
  const playlist = readPlaylist(new TextDecoder().decode(answer.body));
  if (playlist === null) return { problem: 'not-hls', httpStatus, isReadableByPages };
  return { playlist, answer, httpStatus, isReadableByPages };
}

function judge(
  url: string,
  { answer, httpStatus, isReadableByPages }: Omit<FoundPlaylist, 'playlist'>,
  media: MediaPlaylist,
  origins: Set<string>,
  { nowMs }: LookOptions,
): AddressLook {
  for (const address of resolved(media.addresses, answer.url)) {
    origins.add(new URL(address).origin);
  }
  return {
    url,
    atMs: nowMs(),
    problem: media.isOver ? 'over' : media.mediaCount === 0 ? 'empty' : null,
    httpStatus,
    media,
    isKnownFresh: isFresh(answer, media, nowMs()),
    isReadableByPages,
    origins: [...origins],
  };
}

/** Says yes or nothing: a date can be anything, but one of this very moment is no accident. */
function isFresh(
  { headers }: OutsideAnswer,
  { endsAtMs, targetDurationMs }: MediaPlaylist,
  nowMs: number,
): boolean {
  const freshMs = FRESH_TARGETS * targetDurationMs;
  if (endsAtMs !== null && Math.abs(nowMs - endsAtMs) <= freshMs) return true;
  // The two are of one clock, whatever it says.
  const sinceMs = Date.parse(headers.date ?? '') - Date.parse(headers['last-modified'] ?? '');
  return sinceMs >= 0 && sinceMs <= freshMs;
}

function mayBeRead({ headers }: OutsideAnswer, pageOrigin: string | null): boolean {
  const allowed = headers['access-control-allow-origin']?.trim();
  return allowed === '*' || allowed === pageOrigin;
}

/** Those that are addresses of the web; a key or an initialisation may stand in the playlist itself (`data:`). */
function resolved(addresses: readonly string[], base: string): readonly string[] {
  return addresses.flatMap((address) => {
    const url = URL.parse(address, base);
    return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : [];
  });
}
