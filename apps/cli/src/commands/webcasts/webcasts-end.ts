import { askWebcastState, endLive, getWebcast, webcastStateOf } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { RefusedError } from '../../errors.ts';
import { stateWords } from '../../terminal/stage-words.ts';
import { awaitOnAir } from '../../webcast/await-on-air.ts';
import { hasGoneLive, isHeldBack } from '../../webcast/gone-live.ts';

export const webcastsEnd: Command = {
  name: 'webcasts end',
  words: ['ID'],
  flags: [],
  usage: 'webcasts end ID',
  about:
    'ends the show for everybody, and closes its recording; the encoder may stay, which is a preview again',
  details: '',
  examples: [['webcasts end 0_ab12cd34 && rostrum recordings list --of 0_ab12cd34', '']],
  async run({ words: [id = ''], around, program, signIn }) {
    const client = await signIn();
    const { hasPreview, entry } = await getWebcast(client, id);
    const before = await askWebcastState(client, entry, around.nowMs());
    const wasOnAir = before === 'on-air' || before === 'interrupted';
    if (!hasPreview && wasOnAir)
      throw new RefusedError(
        `${id} has no preview: it ends when its encoder stops. Stop it there.`,
      );
    if (!wasOnAir && !hasGoneLive(entry))
      return {
        json: { id, state: before },
        text: `${id} is not on air (${stateWords(before, isHeldBack(entry))}).`,
      };
    await endLive(client, id);
    if (!wasOnAir)
      return { json: { id, state: before }, text: `${id} no longer goes on air with its encoder.` };
    if (!(await awaitOnAir(client, id, false, around.nowMs)))
      throw new RefusedError(`${id} was told to end, but is still on air. Ask again.`);
    const after = await client.liveStream.get(id);
    return {
      json: { id, state: webcastStateOf(after, around.nowMs()) },
      text: `${id} has ended. ${program} recordings list --of ${id} shows what it has left.`,
    };
  },
};
