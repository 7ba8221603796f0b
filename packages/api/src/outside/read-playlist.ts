/** What an HLS playlist (RFC 8216) says, as far as telling a live stream from others needs it. */
export type Playlist =
  | {
      readonly kind: 'multivariant';
      /** As written: the variants' own playlists first, in their order, then those of further renditions. */
      readonly playlists: readonly string[];
    }
  | MediaPlaylist;

export type MediaPlaylist = {
  readonly kind: 'media';
  /** Says that nothing more will come: EXT-X-ENDLIST, or a playlist of the type VOD. */
  readonly isOver: boolean;
  readonly targetDurationMs: number;
  /** Another one as soon as something was added: the number, the address and the length of the newest media. */
  readonly newest: string;
  /** Of all its segments, ms. */
  readonly durationMs: number;
  /** Segments and parts. */
  readonly mediaCount: number;
  /** Wall clock, ms, of the end of the newest whole segment; null where the playlist does not date it. */
  readonly endsAtMs: number | null;
  /** As written, each once: media, initialisations, keys. At most MAX_ADDRESSES, the newest. */
  readonly addresses: readonly string[];
};

const MAX_ADDRESSES = 100;

/** Longer targets than this are no live stream that anybody could follow, and shorter ones no playlist. */
const LONGEST_TARGET_MS = 60_000;
const SHORTEST_TARGET_MS = 1000;

/** Null for what is no HLS playlist. */
export function readPlaylist(text: string): Playlist | null {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trim() !== '#EXTM3U') return null;
  return lines.some((line) => line.startsWith('#EXT-X-STREAM-INF:'))
    ? readMultivariant(lines)
    : readMedia(lines);
}

function readMultivariant(lines: readonly string[]): Playlist {
  const variants: string[] = [];
  const others: string[] = [];
  let isVariant = false;
  for (const line of lines.map((each) => each.trim())) {
    if (line.startsWith('#EXT-X-STREAM-INF:')) isVariant = true;
    else if (/^#EXT-X-(MEDIA|I-FRAME-STREAM-INF):/.test(line)) others.push(...uriOf(line));
    else if (line !== '' && !line.startsWith('#') && isVariant) {
      variants.push(line);
      isVariant = false;
    }
  }
  return { kind: 'multivariant', playlists: [...variants, ...others].slice(0, MAX_ADDRESSES) };
}

function readMedia(lines: readonly string[]): MediaPlaylist | null {
  let targetMs: number | null = null;
  let sequence = 0;
  let segments = 0;
  let isOver = false;
  let segmentMs = 0;
  let durationMs = 0;
  let endsAtMs: number | null = null;
  /** Parts of the segment that is still being made. */
  let openParts: string[] = [];
  let parts = 0;
  let newestSegment = '';
  const addresses: string[] = [];
  for (const line of lines.map((each) => each.trim())) {
    const value = line.slice(line.indexOf(':') + 1);
    if (line.startsWith('#EXT-X-TARGETDURATION:')) targetMs = Number(value) * 1000;
    else if (line.startsWith('#EXT-X-MEDIA-SEQUENCE:')) sequence = Number(value);
    else if (line === '#EXT-X-ENDLIST' || line === '#EXT-X-PLAYLIST-TYPE:VOD') isOver = true;
    else if (line.startsWith('#EXTINF:')) segmentMs = Number.parseFloat(value) * 1000 || 0;
    else if (line.startsWith('#EXT-X-PROGRAM-DATE-TIME:')) {
      // A date stands before the segment that it dates; those after it follow by their lengths.
      const dateMs = Date.parse(value);
      endsAtMs = Number.isNaN(dateMs) ? null : dateMs;
    } else if (/^#EXT-X-(PART|MAP|KEY):/.test(line)) {
      addresses.push(...uriOf(line));
      if (line.startsWith('#EXT-X-PART:')) {
        openParts.push(line);
        parts += 1;
      }
    } else if (line !== '' && !line.startsWith('#')) {
      segments += 1;
      openParts = [];
      newestSegment = line;
      addresses.push(line);
      durationMs += segmentMs;
      endsAtMs = endsAtMs === null ? null : endsAtMs + segmentMs;
    }
  }
  if (targetMs === null || !Number.isFinite(targetMs) || !Number.isFinite(sequence)) return null;
  return {
    kind: 'media',
    isOver,
    targetDurationMs: Math.min(LONGEST_TARGET_MS, Math.max(SHORTEST_TARGET_MS, targetMs)),
    newest: `${sequence + segments} ${newestSegment} ${openParts.length}`,
    durationMs,
    mediaCount: segments + parts,
    endsAtMs,
    addresses: [...new Set(addresses)].slice(-MAX_ADDRESSES),
  };
}

function uriOf(line: string): readonly string[] {
  const [, uri = ''] = /[:,]URI="([^"]+)"/.exec(line) ?? [];
  return uri === '' ? [] : [uri];
}
