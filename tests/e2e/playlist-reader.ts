/** What a test wants to know of a media playlist. */
export type PlaylistFacts = {
  readonly mediaSequence: number;
  readonly lastMsn: number;
  readonly partCount: number;
  readonly discontinuities: number;
  readonly hasEnded: boolean;
  readonly segmentUris: readonly string[];
};

export function readPlaylistFacts(text: string): PlaylistFacts {
  const mediaSequence = Number(/^#EXT-X-MEDIA-SEQUENCE:(\d+)/m.exec(text)?.[1] ?? 0);
  const segmentUris = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return {
    mediaSequence,
    lastMsn: mediaSequence + segmentUris.length - 1,
    partCount: text.match(/^#EXT-X-PART:/gm)?.length ?? 0,
    discontinuities: text.match(/^#EXT-X-DISCONTINUITY$/gm)?.length ?? 0,
    hasEnded: text.includes('#EXT-X-ENDLIST'),
    segmentUris,
  };
}

/** Reads a media playlist beside a multivariant one; null where the server does not answer with one. */
export async function fetchPlaylist(
  manifestUrl: string,
  name: 'video' | 'audio',
): Promise<PlaylistFacts | null> {
  try {
    const response = await fetch(new URL(`${name}.m3u8`, manifestUrl));
    return response.ok ? readPlaylistFacts(await response.text()) : null;
  } catch {
    return null;
  }
}
