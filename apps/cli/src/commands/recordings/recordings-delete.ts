import { deleteRecording, getRecording } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { isConfirmed } from '../../confirm.ts';
import { lengthText } from '../../terminal/amounts.ts';
import { printable } from '../../terminal/printable.ts';

export const recordingsDelete: Command = {
  name: 'recordings delete',
  words: ['ID'],
  flags: ['yes'],
  usage: 'recordings delete ID [--yes]',
  about: 'deletes a recording and its media for good, after asking',
  details: '  --yes               does not ask',
  examples: [['recordings delete 0_cd34ef56 --yes', 'in a script']],
  async run({ words: [id = ''], flags, around, signIn }) {
    const client = await signIn();
    const { name, durationMs } = await getRecording(client, id);
    const title = `${id} "${printable(name)}" (${lengthText(durationMs)})`;
    if (!(await isConfirmed(`Delete the recording ${title} for good?`, flags, around)))
      return { json: { id, isDeleted: false }, text: 'Nothing was deleted.', isBad: true };
    await deleteRecording(client, id);
    return { json: { id, isDeleted: true }, text: `Deleted: ${title}.` };
  },
};
