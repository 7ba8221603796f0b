import { type EncoderSoftware, encoderSoftwareOf } from './encoder-software.ts';
import type { EncoderTrack } from './encoder-track.ts';
import { GOOD, MEASURING, NO_VALUE, type Reading, type Verdict, warning } from './reading.ts';

/** A segment ends at the first key frame after 2 s: up to here nothing is lost. A tenth for frame rates like 29.97. */
const GOOD_KEY_FRAMES_MS = 2_200;

/** Beyond it, who joins waits for a key frame longer than for all the rest, and stays that much behind. */
const LONG_KEY_FRAMES_MS = 4_000;

/** TARGETDURATION of every playlist: beyond it segments end without a key frame, and some players can't start there. */
const TARGET_DURATION_MS = 6_000;

/** What a viewer is behind with good key frames: three parts of half a second, encoder, network and decoder. */
const USUAL_DELAY_MS = 2_800;

/** Scene changes bring key frames early: the longest of the last ones is what viewers feel. */
const RECENT_SAMPLES = 3;

/** What is recommended: short enough for the segments, long enough not to cost bits. */
const WANTED_KEY_FRAMES_S = 2;

export function keyFrameReading({ newest, points }: EncoderTrack): Reading {
  const distances = points.flatMap(({ atMs, encoder }) => {
    const distanceMs = encoder.video?.keyFrameDistanceMs ?? null;
    return distanceMs === null ? [] : [{ atMs, value: distanceMs / 1_000 }];
  });
  const recent = distances.slice(-RECENT_SAMPLES).map(({ value }) => value * 1_000);
  const distanceMs = newest.video === null || recent.length === 0 ? null : Math.max(...recent);
  return {
    name: 'key-frames',
    label: 'Key frames',
    value: distanceMs === null ? NO_VALUE : (distanceMs / 1_000).toFixed(1),
    unit: 's apart',
    verdict: distanceMs === null ? MEASURING : judgeKeyFrames(distanceMs, newest),
    line: distances,
    lineSpan: 1,
  };
}

function judgeKeyFrames(distanceMs: number, newest: EncoderTrack['newest']): Verdict {
  if (distanceMs <= GOOD_KEY_FRAMES_MS) return GOOD;
  if (distanceMs <= LONG_KEY_FRAMES_MS) return { tone: 'quiet', word: 'Fair', advice: null };
  const seconds = (distanceMs / 1_000).toFixed(1);
  const title = `Key frames are ${seconds} s apart.`;
  const setting = keyFrameSetting(
    encoderSoftwareOf(newest.software),
    newest.video?.framesPerSecond ?? 30,
  );
  if (distanceMs > TARGET_DURATION_MS) {
    const text = `Some players can’t start or go back, and the delay grows to more than ${delayOf(distanceMs)} s. ${setting}`;
    return warning('Too long', { title, text });
  }
  const text = `Viewers start slower and the delay grows to about ${delayOf(distanceMs)} s. ${setting}`;
  return warning('Long', { title, text });
}

function delayOf(keyFramesMs: number): number {
  return Math.round((keyFramesMs + USUAL_DELAY_MS) / 1_000);
}

/** Where the encoder has its own setting for it. */
function keyFrameSetting({ kind, name }: EncoderSoftware, framesPerSecond: number): string {
  switch (kind) {
    case 'obs':
      return `In OBS: Settings, Output, Keyframe interval: ${WANTED_KEY_FRAMES_S} s.`;
    case 'ffmpeg':
      return `In FFmpeg: -g ${Math.round(framesPerSecond * WANTED_KEY_FRAMES_S)}.`;
    case 'other':
      return `In ${name === 'Encoder' ? 'your encoder' : name}: set the key frame interval (GOP) to ${WANTED_KEY_FRAMES_S} s.`;
  }
}

/** Below it, movement is seen as single pictures. */
const JERKY_FPS = 20;

/** A minute is long enough to tell a stutter from a bad moment, and short enough to forget it. */
const STEADY_WINDOW_MS = 60_000;
const MIN_SAMPLES_FOR_STEADY = 8;

/** Only this much less is a stutter. */
const UNSTEADY_SHARE = 0.8;

const OVERLOADED =
  'The encoder’s computer or its line has too much to do: close other programs, choose a smaller picture, a faster preset or a lower bitrate.';

export function frameRateReading({ newest, points }: EncoderTrack): Reading {
  const line = points.flatMap(({ atMs, encoder }) =>
    encoder.video === null ? [] : [{ atMs, value: encoder.video.framesPerSecond }],
  );
  const isMeasured = newest.video !== null && line.length > 1;
  const framesPerSecond = newest.video?.framesPerSecond ?? 0;
  return {
    name: 'frame-rate',
    label: 'Frame rate',
    value: isMeasured ? framesPerSecond.toFixed(1) : NO_VALUE,
    unit: 'fps',
    verdict: isMeasured ? judgeFrameRate(framesPerSecond, line, newest) : MEASURING,
    line,
    lineSpan: 10,
  };
}

function judgeFrameRate(
  framesPerSecond: number,
  line: Reading['line'],
  { software, video }: EncoderTrack['newest'],
): Verdict {
  const { kind } = encoderSoftwareOf(software);
  if (framesPerSecond === 0) {
    return warning('Still', {
      title: 'The picture stands still.',
      text: 'The encoder is connected and sends no frames. Look at its preview: if it moves there, stop streaming and start again.',
    });
  }
  const announced = video?.announcedFramesPerSecond ?? 0;
  if (framesPerSecond < announced * UNSTEADY_SHARE) {
    return warning('Low', {
      title: `${framesPerSecond.toFixed(0)} of ${announced.toFixed(0)} frames a second arrive.`,
      text: OVERLOADED,
    });
  }
  if (framesPerSecond < JERKY_FPS) {
    return warning('Low', {
      title: `Only ${framesPerSecond.toFixed(0)} frames a second arrive.`,
      text: `Movement looks jerky. ${kind === 'obs' ? 'In OBS: Settings, Video, Common FPS Values: 30.' : 'Set your encoder to 25 or 30 frames a second.'}`,
    });
  }
  return judgeSteadiness(line);
}

function judgeSteadiness(line: Reading['line']): Verdict {
  // The first sample may cover less time than it says.
  const sinceMs = (line.at(-1)?.atMs ?? 0) - STEADY_WINDOW_MS;
  const recent = line.slice(1).filter(({ atMs }) => atMs >= sinceMs);
  if (recent.length < MIN_SAMPLES_FOR_STEADY) return GOOD;
  // Frames that come late fall into the next sample: two together tell whether any are missing.
  const pairs = recent.map(({ value }, index) => (value + (recent[index - 1]?.value ?? value)) / 2);
  const rates = pairs.sort((one, other) => one - other);
  const lowest = rates[0] ?? 0;
  const usual = rates[Math.floor(rates.length / 2)] ?? 0;
  if (lowest >= usual * UNSTEADY_SHARE) return GOOD;
  return warning('Unsteady', {
    title: 'The picture stutters.',
    text: `Within a minute the frame rate fell from ${usual.toFixed(0)} to ${lowest.toFixed(0)}. ${OVERLOADED}`,
  });
}
