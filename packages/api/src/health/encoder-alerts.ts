import type { ChannelHealth } from '@rostrum/contracts';
import type { ServerAlert, WatchedShow } from './alert.ts';

/** TARGETDURATION of every playlist: beyond it segments end without a key frame, and some players can't start there. */
const LONGEST_KEY_FRAMES_MS = 6000;

type Encoder = ChannelHealth['encoders'][number];

/** What is wrong with what viewers get from an encoder, whoever has set it up. */
export function encoderAlerts(show: WatchedShow): readonly ServerAlert[] {
  const { entryId, partnerId, name, health } = show;
  const encoder = health.encoders.find(({ isInUse }) => isInUse);
  const words = encoder === undefined ? null : wordsFor(encoder, name);
  return words === null ? [] : [{ ...words, entryId, concerns: partnerId }];
}

function wordsFor(
  { video }: Encoder,
  name: string,
): Omit<ServerAlert, 'entryId' | 'concerns'> | null {
  if (video === null) return null;
  if (video.framesPerSecond === 0) {
    return {
      code: 'ENCODER_STILL',
      severity: 'error',
      message: `The picture of “${name}” stands still: its encoder sends no frames.`,
      advice:
        'Look at the encoder’s own preview: if it moves there, stop streaming and start again.',
    };
  }
  if ((video.keyFrameDistanceMs ?? 0) <= LONGEST_KEY_FRAMES_MS) return null;
  const seconds = ((video.keyFrameDistanceMs ?? 0) / 1000).toFixed(1);
  return {
    code: 'ENCODER_KEY_FRAMES',
    severity: 'warning',
    message: `Key frames of “${name}” are ${seconds} s apart: some players can’t start or go back.`,
    advice: 'Set the encoder’s key frame interval (GOP) to 2 s.',
  };
}
