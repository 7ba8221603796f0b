/** Seconds that the newest video playlist beside a multivariant one has, whole segments and parts; null without one. */
export async function playlistLength(manifestUrl: string): Promise<number | null> {
  try {
    const response = await fetch(new URL('video.m3u8', manifestUrl), {
      signal: AbortSignal.timeout(5000),
    });
    return response.ok ? lengthOf(await response.text()) : null;
  } catch {
    return null;
  }
}

/** Parts are told beside their segment: only those behind the last whole one count. */
export function lengthOf(playlist: string): number {
  let lengthS = 0;
  let openS = 0;
  for (const line of playlist.split('\n')) {
    const part = /^#EXT-X-PART:.*DURATION=([\d.]+)/.exec(line);
    if (part !== null) openS += Number(part[1]);
    const segment = /^#EXTINF:([\d.]+)/.exec(line);
    if (segment === null) continue;
    lengthS += Number(segment[1]);
    openS = 0;
  }
  return lengthS + openS;
}
