import { askWebcastState, getWebcast, goLive, watchUrl } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { RefusedError } from '../../errors.ts';
import { awaitOnAir } from '../../webcast/await-on-air.ts';

export const webcastsGoLive: Command = {
  name: 'webcasts go-live',
  words: ['ID'],
  flags: [],
  usage: 'webcasts go-live ID',
  about: 'shows everybody what was a preview; before the encoder is there: as soon as it comes',
  details:
    '  Exit code 0 when viewers get the picture, or will get it as soon as an encoder sends one.',
  examples: [
    ['webcasts go-live 0_ab12cd34', ''],
    [
      'webcasts go-live 0_ab12cd34 && rostrum webcasts watch 0_ab12cd34',
      'and sees what becomes of it',
    ],
  ],
  async run({ words: [id = ''], around, findConnection, signIn }) {
    const { url } = await findConnection();
    const client = await signIn();
    const { hasPreview, entry } = await getWebcast(client, id);
    const before = await askWebcastState(client, entry, around.nowMs());
    const watch = watchUrl({ serviceUrl: url }, id);
    const answer = (state: typeof before, text: string) => ({
      json: { id, state, watchUrl: watch },
      text,
    });
    if (before === 'on-air' || before === 'interrupted')
      return answer(before, `${id} is on air already: ${watch}`);
    if (!hasPreview) {
      throw new RefusedError(
        `${id} has no preview: it goes on air by itself as soon as its encoder sends. rostrum webcasts show ${id} --secrets says where to.`,
      );
    }
    await goLive(client, id);
    if (before !== 'preview')
      return answer(before, `${id} goes on air as soon as its encoder sends a picture: ${watch}`);
    if (await awaitOnAir(client, id, true, around.nowMs))
      return answer('on-air', `${id} is on air: ${watch}`);
    throw new RefusedError(
      `${id} was told to go live, and is not on air yet. rostrum webcasts watch ${id} follows it.`,
    );
  },
};
