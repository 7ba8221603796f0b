import type { ChannelHealth, LiveStreamEntry } from '@rostrum/sdk';
import { trackInUse } from '../health/encoder-track.ts';
import { healthVerdict } from '../health/health-verdict.ts';
import type { ReadingName } from '../health/reading.ts';

/** One thing to know before going live. */
export type ChecklistItem = {
  /** `open`: still to come; `warn`: look here; `note`: fine either way. */
  readonly state: 'done' | 'open' | 'warn' | 'note';
  readonly text: string;
  /** What to do or to know; empty where the text says it all. */
  readonly hint: string;
};

export type ChecklistFacts = {
  readonly entry: LiveStreamEntry;
  readonly history: readonly ChannelHealth[];
  /** The server's wall clock. */
  readonly nowMs: number;
  /** Of the server's disk; null where the session may not know. */
  readonly diskFreeBytes: number | null;
};

export function checklistOf(facts: ChecklistFacts): readonly ChecklistItem[] {
  const items = [
    pictureAndSound(facts),
    keyFrames(facts),
    keepsUp(facts),
    recording(facts),
    disk(facts),
    backup(facts),
    start(facts),
  ];
  return items.filter((item) => item !== null);
}

function pictureAndSound({ history }: ChecklistFacts): ChecklistItem {
  const track = trackInUse(history);
  const text = 'Picture and sound arrive';
  if (track === null) return { state: 'open', text, hint: 'Start your encoder.' };
  const { video } = track.newest;
  const hasSound = track.newest.audio !== null && track.newest.audio.bitsPerSecond > 0;
  if (video !== null && hasSound) return { state: 'done', text, hint: '' };
  if (video !== null) {
    return {
      state: 'warn',
      text: 'Picture arrives, sound does not',
      hint: 'Viewers hear nothing.',
    };
  }
  if (hasSound) {
    return { state: 'warn', text: 'Sound arrives, picture does not', hint: 'Viewers see nothing.' };
  }
  return { state: 'open', text, hint: 'The encoder is connected: start streaming there.' };
}

function keyFrames({ history }: ChecklistFacts): ChecklistItem | null {
  const verdict = verdictOf(history, 'key-frames');
  if (verdict === undefined || verdict.word === '' || verdict.word === 'Measuring') {
    return null;
  }
  if (verdict.tone !== 'warn') return { state: 'done', text: 'Viewers start quickly', hint: '' };
  return { state: 'warn', text: 'Key frames are far apart', hint: 'Viewers start slowly.' };
}

function keepsUp({ history }: ChecklistFacts): ChecklistItem | null {
  if (trackInUse(history) === null) return null;
  const names: readonly ReadingName[] = ['frame-rate', 'drops', 'drift'];
  const troubled = names.filter((name) => verdictOf(history, name)?.tone === 'warn');
  if (troubled.length === 0) return { state: 'done', text: 'The encoder keeps up', hint: '' };
  return {
    state: 'warn',
    text: 'The encoder does not keep up',
    hint: 'See the advice beneath the picture.',
  };
}

/** Values of recordStatus. */
const DISABLED = 0;
const APPENDED = 1;

function recording({ entry, history }: ChecklistFacts): ChecklistItem {
  if (entry.recordStatus === DISABLED) {
    return { state: 'note', text: 'It is not recorded', hint: 'As chosen in its settings.' };
  }
  if (history.at(-1)?.archive === 'failing') {
    return { state: 'warn', text: 'The recording fails', hint: 'Make room on the server’s disk.' };
  }
  return {
    state: 'done',
    text: entry.recordStatus === APPENDED ? 'Will be recorded, all in one' : 'Will be recorded',
    hint: '',
  };
}

/** Two hours of what the encoder sends should fit before anybody has to look. */
const WANTED_HOURS = 2;
const SECONDS_AN_HOUR = 3_600;

function disk({ entry, history, diskFreeBytes }: ChecklistFacts): ChecklistItem | null {
  const bitsPerSecond = trackInUse(history)?.newest.bitsPerSecond ?? 0;
  if (diskFreeBytes === null || bitsPerSecond === 0 || entry.recordStatus === DISABLED) return null;
  const hours = (diskFreeBytes * 8) / bitsPerSecond / SECONDS_AN_HOUR;
  if (hours >= WANTED_HOURS) {
    return { state: 'done', text: `Room for ${wholeHours(hours)} of this picture`, hint: '' };
  }
  return {
    state: 'warn',
    text: `The disk has room for ${Math.floor(hours * 60)} minutes of this picture`,
    hint: 'Delete recordings, or ask who runs the server.',
  };
}

function wholeHours(hours: number): string {
  return hours >= 48 ? `${Math.floor(hours / 24)} days` : `${Math.floor(hours)} hours`;
}

function backup({ entry, history }: ChecklistFacts): ChecklistItem | null {
  if (!entry.secondaryBroadcastingUrl) return null;
  const isThere = history.at(-1)?.encoders.some(({ slot }) => slot === 'backup') ?? false;
  if (isThere) return { state: 'done', text: 'Backup encoder', hint: '' };
  return { state: 'note', text: 'No backup encoder', hint: 'It would take over by itself.' };
}

const MINUTE_MS = 60_000;

function start({ entry, nowMs }: ChecklistFacts): ChecklistItem | null {
  if (!entry.startDate) return null;
  const minutes = Math.round((entry.startDate * 1_000 - nowMs) / MINUTE_MS);
  if (minutes > 0) return { state: 'note', text: `Starts in ${spanOf(minutes)}`, hint: '' };
  if (minutes === 0) return { state: 'note', text: 'Starts now', hint: '' };
  return { state: 'warn', text: `Should have started ${spanOf(-minutes)} ago`, hint: '' };
}

function spanOf(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.round(hours / 24)} days`;
}

function verdictOf(history: readonly ChannelHealth[], name: ReadingName) {
  return healthVerdict(history, true).readings.find((reading) => reading.name === name)?.verdict;
}
