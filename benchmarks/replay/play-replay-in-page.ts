/** The little of hls.js that is used here. */
type Hls = {
  loadSource(url: string): void;
  attachMedia(video: HTMLVideoElement): void;
  on(event: string, listener: (name: string, data: { readonly fatal: boolean }) => void): void;
  destroy(): void;
};

/**
 * Asks for a webcast's manifest until it is the one of a replay, and plays that. Runs in a page that has hls.js.
 *
 * @returns wall clock, ms: when the playlist was there, and when its first frame was
 */
export async function playReplayInPage(
  manifestPath: string,
): Promise<{ readonly answeredAtMs: number; readonly shownAtMs: number }> {
  const giveUpAtMs = Date.now() + 60_000;
  let url: string | null = null;
  while (url === null) {
    if (Date.now() > giveUpAtMs) throw new Error('there was no replay for a minute');
    const answer = await fetch(manifestPath).catch(() => null);
    if (answer?.ok === true && answer.url.includes('/r/')) url = answer.url;
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const answeredAtMs = Date.now();
  const { Hls: Player } = window as unknown as { readonly Hls: new () => Hls };
  const video = document.createElement('video');
  video.muted = true;
  document.body.append(video);
  const player = new Player();
  try {
    await new Promise<void>((resolve, reject) => {
      video.addEventListener('loadeddata', () => resolve());
      player.on('hlsError', (_name, data) => data.fatal && reject(new Error(JSON.stringify(data))));
      player.attachMedia(video);
      player.loadSource(url);
    });
    return { answeredAtMs, shownAtMs: Date.now() };
  } finally {
    player.destroy();
    video.remove();
  }
}
