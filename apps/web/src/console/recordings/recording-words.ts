import type { RecordingEntry } from '@rostrum/sdk';
import { html, type TemplateResult } from 'lit';
import '../parts/console-chip.ts';
import type { ChipTone } from '../parts/console-chip.ts';

/** How the console speaks of recordings. */

const STATE_WORDS: Readonly<Record<RecordingEntry['state'], readonly [string, ChipTone]>> = {
  recording: ['Recording', 'warn'],
  ready: ['Ready', 'good'],
  'in-bin': ['In the bin', 'plain'],
};

export function recordingChip(state: RecordingEntry['state']): TemplateResult {
  const [text, tone] = STATE_WORDS[state];
  return html`<console-chip .tone=${tone} .text=${text}></console-chip>`;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size as people say it: `1.4 GB`. Of 1000 bytes to the kilobyte, as disks and browsers count. */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** A place in a recording to a tenth of a second: `1:02:05.4`. */
export function placeText(ms: number): string {
  const tenths = Math.round(Math.max(0, ms) / 100);
  const seconds = Math.floor(tenths / 10) % 60;
  const minutes = Math.floor(tenths / 600) % 60;
  const hours = Math.floor(tenths / 36_000);
  const tail = `${String(seconds).padStart(2, '0')}.${tenths % 10}`;
  if (hours === 0) return `${minutes}:${tail}`;
  return `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

/** The same for a screen reader: `1 minute 5.4 seconds`. */
export function spokenPlace(ms: number): string {
  const tenths = Math.round(Math.max(0, ms) / 100);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor(tenths / 600) % 60;
  const seconds = (tenths % 600) / 10;
  const parts = [
    ...(hours === 0 ? [] : [counted(hours, 'hour')]),
    ...(hours === 0 && minutes === 0 ? [] : [counted(minutes, 'minute')]),
    counted(seconds, 'second'),
  ];
  return parts.join(' ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A place that somebody has typed: `65`, `1:05`, `1:02:05.4`; null where it is none. */
export function readPlace(text: string): number | null {
  const match = /^\s*(?:(?:(\d{1,3}):)?([0-5]?\d):)?(\d{1,6}(?:[.,]\d{1,3})?)\s*$/.exec(text);
  if (match === null) return null;
  const [, hours = '0', minutes, seconds = '0'] = match;
  const secondsValue = Number(seconds.replace(',', '.'));
  if (minutes !== undefined && secondsValue >= 60) return null;
  return Math.round(1000 * (3600 * Number(hours) + 60 * Number(minutes ?? 0) + secondsValue));
}

export function recordingPath(id: string): string {
  return `/console/recordings/${encodeURIComponent(id)}`;
}

/** Its picture, so wide. */
export function recordingPicture(
  { id, partnerId, version }: RecordingEntry,
  widthPx: number,
): string {
  const base = `/p/${partnerId}/sp/${partnerId}00/thumbnail/entry_id/${id}`;
  const heightPx = Math.round((widthPx * 9) / 16);
  return `${base}/width/${widthPx}/height/${heightPx}/type/3/version/${version}`;
}

export function nameOf({ name }: RecordingEntry): string {
  return name === '' ? 'Recording without a name' : name;
}
