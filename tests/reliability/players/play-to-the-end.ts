type Order = { readonly player: string; readonly url: string; readonly rate: number };

type Hls = {
  loadSource(url: string): void;
  attachMedia(video: HTMLVideoElement): void;
  on(
    name: string,
    listener: (
      name: string,
      data: { readonly details: string; readonly fatal: boolean; readonly reason?: string },
    ) => void,
  ): void;
};

type Shaka = {
  attach(video: HTMLVideoElement): Promise<void>;
  load(url: string): Promise<void>;
  addEventListener(
    name: 'error',
    listener: (event: {
      readonly detail: { readonly code: number; readonly data: unknown };
    }) => void,
  ): void;
};

type Libraries = {
  readonly Hls: new () => Hls;
  readonly shaka: { readonly Player: new () => Shaka };
};

/** Runs in a page that has the player's library. Resolves at the end of the recording, or where it does not go on. */
export async function playToTheEnd({ player, url, rate }: Order): Promise<{
  lengthS: number;
  playedS: number;
  complaints: string[];
  /** Of the middle of the picture, 0 to 255, for each frame that was shown. */
  brightness: number[];
}> {
  const { Hls, shaka } = window as unknown as Libraries;
  const video = document.createElement('video');
  video.muted = true;
  document.body.append(video);
  const complaints: string[] = [];
  const brightness: number[] = [];
  const over = new Promise<void>((resolve) => {
    video.addEventListener('ended', () => resolve());
    let [place, sinceMs] = [-1, performance.now()];
    // Nothing for half a minute is the end, whatever the player believes.
    setInterval(() => {
      if (video.currentTime !== place) [place, sinceMs] = [video.currentTime, performance.now()];
      if (performance.now() - sinceMs < 30_000) return;
      complaints.push(`stands still at ${video.currentTime.toFixed(1)} s`);
      resolve();
    }, 500);
  });
  video.addEventListener('error', () => complaints.push(`video: ${video.error?.message}`));
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const look = () => {
    context?.drawImage(video, 0, 0, 1, 1);
    brightness.push(context?.getImageData(0, 0, 1, 1).data[1] ?? 0);
    video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
  if (player === 'hls.js') {
    const hls = new Hls();
    hls.on('hlsError', (_name, { details, fatal, reason }) =>
      complaints.push(`${fatal ? 'fatal ' : ''}${details}${reason ? `: ${reason}` : ''}`),
    );
    hls.attachMedia(video);
    hls.loadSource(url);
  } else {
    const shakaPlayer = new shaka.Player();
    shakaPlayer.addEventListener('error', ({ detail: { code, data } }) =>
      complaints.push(`error ${code} ${JSON.stringify(data)}`),
    );
    await shakaPlayer.attach(video);
    await shakaPlayer.load(url).catch((error: unknown) => complaints.push(`load: ${error}`));
  }
  video.addEventListener('loadeddata', () => {
    video.playbackRate = rate;
    video.play().catch((error: unknown) => complaints.push(`play: ${error}`));
  });
  if (video.readyState >= 2) video.dispatchEvent(new Event('loadeddata'));
  await over;
  return { lengthS: video.duration, playedS: video.currentTime, complaints, brightness };
}
