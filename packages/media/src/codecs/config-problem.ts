/** Why a decoder configuration from an encoder can't be used. `detail` is for the encoder's log. */
export type ConfigProblem = {
  readonly problem: 'malformed' | 'unsupported';
  readonly detail: string;
};

export function malformed(detail: string): ConfigProblem {
  return { problem: 'malformed', detail };
}

export function unsupported(detail: string): ConfigProblem {
  return { problem: 'unsupported', detail };
}

/** No level of any codec here goes beyond this; more is a lie or an attack on memory. */
const MAX_SIDE_PX = 16_384;

export function isPictureSize(widthPx: number, heightPx: number): boolean {
  return widthPx > 0 && heightPx > 0 && widthPx <= MAX_SIDE_PX && heightPx <= MAX_SIDE_PX;
}

/** A frame rate as a bit stream claims it; null where the claim makes no sense. */
export function frameRateOf(timeScale: number, unitsPerFrame: number): number | null {
  const framesPerSecond = timeScale / unitsPerFrame;
  return framesPerSecond >= 0.1 && framesPerSecond <= 1000 ? framesPerSecond : null;
}
