import type { ChannelHealth } from '@rostrum/sdk';
import { GOOD, type Reading, type Verdict, warning } from './reading.ts';

/**
 * What becomes of what is to be kept. Also what is not recorded goes to the disk for a while, for those who rewind: that
 * the disk fails is said then too.
 */
export function recordingReading(
  { archive, lostParts }: ChannelHealth,
  isRecorded: boolean,
): Reading {
  return {
    name: 'recording',
    label: 'Recording',
    value: isRecorded && archive !== 'off' ? 'On' : 'Off',
    unit: lostParts === 0 ? '' : lostParts === 1 ? '1 part missing' : `${lostParts} parts missing`,
    verdict: isRecorded || archive === 'failing' ? judgeArchive(archive, lostParts) : OFF,
    line: [],
    lineSpan: 1,
  };
}

const OFF: Verdict = { tone: 'quiet', word: 'Not now', advice: null };

function judgeArchive(archive: ChannelHealth['archive'], lostParts: number): Verdict {
  switch (archive) {
    case 'off':
      return OFF;
    case 'behind':
      return warning('Behind', {
        title: 'The server’s disk is slow.',
        text: 'Nothing is missing yet, and viewers notice nothing. If it stays so, free the disk of other work.',
      });
    case 'failing':
      return warning('Failing', {
        title: 'The server’s disk fails.',
        text: 'What comes now is missing in the recording, and viewers can’t rewind to it. The show goes on. Make room on the disk: recording goes on by itself.',
      });
    case 'writing':
      return lostParts === 0 ? GOOD : { tone: 'warn', word: 'With gaps', advice: null };
  }
}
