import type { ChannelHealth } from '@rostrum/sdk';
import { type EncoderTrack, trackInUse } from './encoder-track.ts';
import { bitrateReading } from './judge-bitrate.ts';
import { driftReading, dropsReading } from './judge-delivery.ts';
import { frameRateReading, keyFrameReading } from './judge-picture.ts';
import { recordingReading } from './judge-recording.ts';
import { type Advice, NO_VALUE, type Reading, type ReadingName } from './reading.ts';

export type HealthVerdict = {
  /** Always the same six, in the same order. */
  readonly readings: readonly Reading[];
  /** What to do, the worst first. */
  readonly advice: readonly Advice[];
};

/**
 * What to think of an encoder's last five minutes, and what to do about it.
 *
 * @param isRecorded whether what comes now is to be kept
 */
export function healthVerdict(
  history: readonly ChannelHealth[],
  isRecorded: boolean,
): HealthVerdict {
  const newest = history.at(-1);
  const track = trackInUse(history);
  if (newest === undefined) return { readings: WITHOUT_ENCODER, advice: [] };
  const recording = recordingReading(newest, isRecorded);
  if (track === null) {
    const readings = [...WITHOUT_ENCODER.slice(0, -1), recording];
    return { readings, advice: adviceOf([recording]) };
  }
  const ofEncoder = [
    bitrateReading(track),
    frameRateReading(track),
    keyFrameReading(track),
    dropsReading(track),
    driftReading(track),
  ];
  return {
    readings: [...ofEncoder, recording],
    // A gap in the recording can't be mended later, everything else can.
    advice: [...missingTracks(track), ...adviceOf([recording, ...ofEncoder])],
  };
}

function adviceOf(readings: readonly Reading[]): readonly Advice[] {
  return readings.flatMap(({ verdict }) => (verdict.advice === null ? [] : [verdict.advice]));
}

/** After that many samples whatever was going to come has come. */
const SAMPLES_BEFORE_MISSING = 3;

function missingTracks({ newest, points }: EncoderTrack): readonly Advice[] {
  if (points.length < SAMPLES_BEFORE_MISSING) return [];
  if (newest.video === null && newest.audio === null) {
    return [
      {
        title: 'The encoder is connected and sends nothing.',
        text: 'Start streaming there. If it does already, stop it and start it again.',
      },
    ];
  }
  if (newest.audio === null || newest.audio.bitsPerSecond === 0) {
    return [
      {
        title: 'No sound arrives.',
        text: 'Choose a microphone or a sound source in your encoder, with AAC as its codec. Viewers hear silence until then.',
      },
    ];
  }
  if (newest.video === null) {
    return [
      {
        title: 'No picture arrives.',
        text: 'Viewers hear the sound only. Add a camera or a screen in your encoder, with H.264 as its codec.',
      },
    ];
  }
  return [];
}

function empty(name: ReadingName, label: string, unit: string): Reading {
  const verdict = { tone: 'quiet', word: '', advice: null } as const;
  return { name, label, value: NO_VALUE, unit, verdict, line: [], lineSpan: 1 };
}

const WITHOUT_ENCODER: readonly Reading[] = [
  empty('bitrate', 'Bitrate', 'Mbit/s'),
  empty('frame-rate', 'Frame rate', 'fps'),
  empty('key-frames', 'Key frames', 's apart'),
  empty('drops', 'Lost', 'frames'),
  empty('drift', 'Clock', 's drift'),
  empty('recording', 'Recording', ''),
];
