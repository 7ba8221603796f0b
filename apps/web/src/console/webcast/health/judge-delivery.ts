import type { EncoderTrack } from './encoder-track.ts';
import { GOOD, MEASURING, NO_VALUE, type Reading, type Verdict, warning } from './reading.ts';

/** What happened longer ago is no longer advice. */
const RECENT_MS = 60_000;

/** Frames that are missing in what viewers get. */
export function dropsReading({ newest, points }: EncoderTrack): Reading {
  const first = points[0]?.encoder.droppedFrames ?? newest.droppedFrames;
  const line = points.map(({ atMs, encoder }, index) => ({
    atMs,
    value: encoder.droppedFrames - (points[index - 1]?.encoder.droppedFrames ?? first),
  }));
  const lastAtMs = points.at(-1)?.atMs ?? 0;
  const recent = line
    .filter(({ atMs }) => atMs > lastAtMs - RECENT_MS)
    .reduce((sum, { value }) => sum + value, 0);
  return {
    name: 'drops',
    label: 'Lost',
    value: String(newest.droppedFrames),
    unit: 'frames',
    verdict: recent > 0 ? dropping(recent) : GOOD,
    line,
    lineSpan: 10,
  };
}

function dropping(count: number): Verdict {
  return warning('Dropping', {
    title: count === 1 ? 'A frame was lost.' : `${count} frames were lost within a minute.`,
    text: 'The encoder left them out, or they arrived damaged: its computer or its line does too much. Lower the bitrate, use a cable instead of Wi-Fi, close other programs.',
  });
}

/** Further than this within a minute, no clock is wrong by itself: something does not keep up. */
const DRIFTING_MS = 1_000;

/** The newest samples are compared with those before them. */
const NEWEST_SAMPLES = 5;
const MIN_SAMPLES = 10;

/** How the encoder's media clock does against ours. */
export function driftReading({ newest, points }: EncoderTrack): Reading {
  const line = points.map(({ atMs, encoder }) => ({ atMs, value: encoder.driftMs / 1_000 }));
  const isMeasured = points.length > 1;
  const seconds = newest.driftMs / 1_000;
  return {
    name: 'drift',
    label: 'Clock',
    value: isMeasured ? signed(seconds) : NO_VALUE,
    unit: 's drift',
    verdict: isMeasured ? judgeDrift(newest.driftMs, points) : MEASURING,
    line,
    lineSpan: 1,
  };
}

function judgeDrift(driftMs: number, points: EncoderTrack['points']): Verdict {
  const sinceMs = (points.at(-1)?.atMs ?? 0) - RECENT_MS;
  const recent = points.filter(({ atMs }) => atMs > sinceMs);
  if (recent.length < MIN_SAMPLES) return GOOD;
  const before = recent.slice(0, -NEWEST_SAMPLES).map(({ encoder }) => encoder.driftMs);
  // After a stall the encoder catches up to where it was: only beyond that it runs ahead.
  const highestMs = Math.max(...before);
  if (highestMs - driftMs > DRIFTING_MS) {
    return warning('Behind', {
      title: 'The encoder falls behind.',
      text: 'Less than a second of picture arrives in a second. The line up to the server or the encoder’s computer does not keep up: lower the bitrate, use a cable, close other programs.',
    });
  }
  if (driftMs - highestMs > DRIFTING_MS) {
    return warning('Ahead', {
      title: 'The encoder runs ahead.',
      text: 'More than a second of picture arrives in a second. Send in real time: in FFmpeg put -re before a file that is read; check the clock of a hardware encoder.',
    });
  }
  return GOOD;
}

/** `+0.02`, `-0.41`, `0.00`: a minus of its own width in tabular figures. */
function signed(seconds: number): string {
  const text = Math.abs(seconds).toFixed(2);
  if (Number(text) === 0) return text;
  return `${seconds > 0 ? '+' : '−'}${text}`;
}
