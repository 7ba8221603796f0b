import type { ChannelHealth } from '@rostrum/sdk';
import { GOOD, type Reading, type Verdict, warning } from './reading.ts';

/** What becomes of what is to be kept. */
export function recordingReading({ archive, lostParts }: ChannelHealth): Reading {
  return {
    name: 'recording',
    label: 'Recording',
    value: archive === 'off' ? 'Off' : 'On',
    unit: lostParts === 0 ? '' : lostParts === 1 ? '1 part missing' : `${lostParts} parts missing`,
    verdict: judgeArchive(archive, lostParts),
    line: [],
  };
}

function judgeArchive(archive: ChannelHealth['archive'], lostParts: number): Verdict {
  switch (archive) {
    case 'off':
      return { tone: 'quiet', word: 'Not now', advice: null };
    case 'behind':
      return warning('Behind', {
        title: 'The server’s disk is slow.',
        text: 'Nothing is missing yet, and viewers notice nothing. If it stays so, free the disk of other work.',
      });
    case 'failing':
      return warning('Failing', {
        title: 'The recording has gaps.',
        text: 'The server’s disk is full or broken. The show goes on for viewers. Make room on the disk: recording goes on by itself.',
      });
    case 'writing':
      return lostParts === 0 ? GOOD : { tone: 'warn', word: 'With gaps', advice: null };
  }
}
