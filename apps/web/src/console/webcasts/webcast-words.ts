import type { LiveStreamEntry, WebcastState } from '@rostrum/sdk';
import { dayText, pastText } from '../parts/times.ts';

/** How it is recorded, in two words. */
export function recordingWords({ recordStatus }: LiveStreamEntry): string {
  switch (recordStatus) {
    case 0:
      return 'Off';
    case 2:
      return 'One per show';
    default:
      return 'One for all shows';
  }
}

/** The moment that matters in its state. */
export function whenWords(entry: LiveStreamEntry, state: WebcastState): string {
  const { startDate, lastBroadcastEndTime, currentBroadcastStartTime } = entry;
  switch (state) {
    case 'on-air':
    case 'interrupted':
    case 'preview':
    case 'connecting':
      return currentBroadcastStartTime
        ? `Since ${pastText(currentBroadcastStartTime * 1000)}`
        : 'Now';
    case 'ended':
      return lastBroadcastEndTime ? `Ended ${pastText(lastBroadcastEndTime * 1000)}` : 'Ended';
    case 'scheduled':
      return startDate ? dayText(startDate * 1000) : 'No date yet';
  }
}

/**
 * Its picture, as wide as the list shows it on a sharp screen. The entry's own address says which picture it is, and comes from this server whatever name it has for links.
 *
 * @param moment another one is another frame of a show
 */
export function pictureAddress({ thumbnailUrl }: LiveStreamEntry, moment: number): string {
  const { pathname } = new URL(thumbnailUrl ?? '/', 'http://localhost');
  return `${pathname}/width/240/height/135/type/3/moment/${moment}`;
}
