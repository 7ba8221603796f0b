import { askWebcastState, deleteWebcast } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { isConfirmed } from '../../confirm.ts';
import { printable } from '../../terminal/printable.ts';

export const webcastsDelete: Command = {
  name: 'webcasts delete',
  words: ['ID'],
  flags: ['yes'],
  usage: 'webcasts delete ID [--yes]',
  about:
    'deletes a webcast after asking: its page and its stream key stop working; its recordings stay',
  details: '  --yes               does not ask',
  examples: [['webcasts delete 0_ab12cd34 --yes', 'in a script']],
  async run({ words: [id = ''], flags, around, signIn }) {
    const client = await signIn();
    const entry = await client.liveStream.get(id);
    const state = await askWebcastState(client, entry, around.nowMs());
    const isOnAir = state === 'on-air' || state === 'interrupted';
    const title = `${id} "${printable(entry.name)}"`;
    const question = isOnAir
      ? `${title} is on air. Delete it, and end its show?`
      : `Delete the webcast ${title}?`;
    if (!(await isConfirmed(question, flags, around)))
      return { json: { id, isDeleted: false }, text: 'Nothing was deleted.', isBad: true };
    await deleteWebcast(client, id);
    return { json: { id, isDeleted: true }, text: `Deleted: ${title}.` };
  },
};
