import path from 'node:path';
import { findRecordingFile, getRecording } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { download } from '../../download/download.ts';
import { RefusedError } from '../../errors.ts';
import { bytesText } from '../../terminal/amounts.ts';
import { progressBar } from '../../terminal/progress-bar.ts';

export const recordingsDownload: Command = {
  name: 'recordings download',
  words: ['ID', 'FILE'],
  flags: ['yes'],
  usage: 'recordings download ID FILE [--yes]',
  about: 'saves a recording as one MP4 file, and goes on where an earlier attempt stopped',
  details: `  FILE                where to; a folder takes it under its id: FOLDER/0_cd34ef56.mp4
  --yes               overwrites a file that is there already

  What has come is kept in FILE.part, which gets its name when all of it is there. The same command goes on after an
  interruption; where the recording has changed since, it begins anew.`,
  examples: [['recordings download 0_cd34ef56 town-hall.mp4', 'into this folder']],
  async run({ words: [id = '', name = ''], flags, around, signIn }) {
    const client = await signIn();
    const { state } = await getRecording(client, id);
    const found = await findRecordingFile(client, id, { signal: around.interrupted });
    if (found === null) {
      const why =
        state === 'recording'
          ? 'Its show is still on air: come back when it has ended.'
          : 'It holds nothing.';
      throw new RefusedError(`The recording ${id} has nothing to download. ${why}`);
    }
    const bar = around.isTerminal.errors && !flags.json ? progressBar(around) : null;
    const file = path.resolve(around.folder, name);
    try {
      const { savedAs, sizeBytes, resumedAtBytes } = await download({
        url: found.url,
        file,
        nameInFolder: `${id}.mp4`,
        expectedBytes: found.sizeBytes,
        mayOverwrite: flags.yes === true,
        signal: around.interrupted,
        onProgress: (progress) => bar?.show(progress),
      });
      const resumed =
        resumedAtBytes > 0 ? `, of which ${bytesText(resumedAtBytes)} were there` : '';
      return {
        json: { id, file: savedAs, sizeBytes, resumedAtBytes },
        text: `${savedAs}: ${bytesText(sizeBytes)}${resumed}.`,
      };
    } finally {
      bar?.clear();
    }
  },
};
