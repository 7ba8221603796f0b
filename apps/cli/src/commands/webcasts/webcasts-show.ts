import { askWebcastState, getWebcast } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { paintFor } from '../../terminal/paint.ts';
import { describeWebcast, showWebcast } from '../../webcast/show-webcast.ts';

export const webcastsShow: Command = {
  name: 'webcasts show',
  words: ['ID'],
  flags: ['secrets'],
  usage: 'webcasts show ID [--secrets]',
  about: 'shows a webcast: its state, where its encoder sends to, and where it is watched',
  details: '  --secrets           with the stream keys: whoever has one can send a picture',
  examples: [['webcasts show 0_ab12cd34 --secrets', 'what to type into OBS']],
  async run({ words: [id = ''], flags, around, program, findConnection, signIn }) {
    const { url } = await findConnection();
    const client = await signIn();
    const webcast = await getWebcast(client, id);
    const state = await askWebcastState(client, webcast.entry, around.nowMs());
    const paint = paintFor(around.isTerminal.out, around.env);
    const options = { url, state, withSecrets: flags.secrets === true, paint, program };
    return { json: describeWebcast(webcast, options), text: showWebcast(webcast, options) };
  },
};
