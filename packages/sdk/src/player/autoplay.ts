/** How playback could begin: with sound, without (the browser wants a click for sound), or not without a click. */
export type AutoplayOutcome = 'sound' | 'muted' | 'blocked';

/** Begins playback with sound; where the browser forbids that, without. */
export async function autoplay(video: HTMLVideoElement): Promise<AutoplayOutcome> {
  const wasMuted = video.muted;
  if (await tryPlay(video)) return wasMuted ? 'muted' : 'sound';
  if (wasMuted) return 'blocked';
  video.muted = true;
  if (await tryPlay(video)) return 'muted';
  video.muted = false;
  return 'blocked';
}

/** False where the browser forbids it; a load or a pause that came in between is nobody's refusal. */
async function tryPlay(video: HTMLVideoElement): Promise<boolean> {
  try {
    await video.play();
    return true;
  } catch (error) {
    return !(error instanceof DOMException && error.name === 'NotAllowedError');
  }
}
