import type { LiveStreamEntry } from '@rostrum/sdk';
import { momentText } from '../../parts/times.ts';
import { isExplicitLive, isFromEncoders } from '../webcast-life.ts';

export type SummaryFact = { readonly label: string; readonly value: string };

/** Values of recordStatus, in words. */
const RECORDING_WORDS: Readonly<Record<number, string>> = {
  0: 'off',
  1: 'all shows in one',
  2: 'each show by itself',
};

/** Where the webcast sets no window, the server's own. */
const DEFAULT_DVR_MINUTES = 120;

export function summaryOf(entry: LiveStreamEntry): readonly SummaryFact[] {
  const { startDate, endDate, recordStatus, dvrStatus, dvrWindow } = entry;
  return [
    { label: 'Starts', value: dateText(startDate) },
    { label: 'Ends', value: dateText(endDate) },
    {
      label: 'Goes live',
      value: isExplicitLive(entry)
        ? 'when you press Go live'
        : `with the ${isFromEncoders(entry) ? 'encoder' : 'stream'}`,
    },
    {
      label: 'Recording',
      value: isFromEncoders(entry) ? (RECORDING_WORDS[recordStatus ?? 0] ?? 'off') : 'not here',
    },
    {
      label: 'Viewers can rewind',
      value: dvrStatus === 1 ? minutesText(dvrWindow ?? DEFAULT_DVR_MINUTES) : 'no',
    },
    { label: 'Webcast id', value: entry.id },
  ];
}

function dateText(seconds: number | undefined): string {
  return seconds === undefined || seconds === 0 ? 'not planned' : momentText(seconds * 1_000);
}

function minutesText(minutes: number): string {
  if (minutes < 60 || minutes % 60 !== 0) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
}
