import type { ChannelHealth, EncoderHealth } from '@rostrum/sdk';

/** What one encoder sent since it connected, as far as the history goes. */
export type EncoderTrack = {
  readonly newest: EncoderHealth;
  readonly points: readonly { readonly atMs: number; readonly encoder: EncoderHealth }[];
};

/** The encoder whose frames viewers get, with its past; null while none is connected. */
export function trackInUse(history: readonly ChannelHealth[]): EncoderTrack | null {
  const newest = encoderInUse(history.at(-1));
  if (newest === null) return null;
  const points = history.flatMap(({ atMs, encoders }) => {
    const encoder = encoders.find((each) => isSameConnection(each, newest));
    return encoder === undefined ? [] : [{ atMs, encoder }];
  });
  return { newest, points };
}

export function encoderInUse(sample: ChannelHealth | undefined): EncoderHealth | null {
  return sample?.encoders.find(({ isInUse }) => isInUse) ?? sample?.encoders[0] ?? null;
}

function isSameConnection(one: EncoderHealth, other: EncoderHealth): boolean {
  return one.slot === other.slot && one.connectedAtMs === other.connectedAtMs;
}
