import {
  type Client,
  RoomClient,
  type RoomPicture,
  RostrumError,
  type Stage,
  webcastStateOf,
} from '@rostrum/sdk';
import type { Command, CommandOutput } from '../../command.ts';
import { startSession } from '../../connect.ts';
import { RefusedError } from '../../errors.ts';
import { oneOf } from '../../options.ts';
import { paintFor } from '../../terminal/paint.ts';
import { stageColour, stageWords, waitingWords } from '../../terminal/stage-words.ts';
import { hasGoneLive } from '../../webcast/gone-live.ts';

/** The room is joined anew after each break: the session has to hold that long. */
const SESSION_SECONDS = 86_400;

const GOALS = ['live', 'ended'] as const;

export const webcastsWatch: Command = {
  name: 'webcasts watch',
  words: ['ID'],
  flags: ['until'],
  usage: 'webcasts watch ID [--until live|ended]',
  about:
    'follows a webcast: a line for each change of its state or of how many are watching, until Ctrl-C',
  details: `  --until live        ends (exit code 0) when viewers get the picture
  --until ended       ends when the show is over

  The server says each change the moment it happens; nothing is asked again and again. With --json each line is an
  object of its own; its state is connecting while an encoder is there and its picture is not yet. Ctrl-C is exit code 0, and 1 where --until has not come true.`,
  examples: [
    ['webcasts watch 0_ab12cd34 --until live && notify-send "We are live"', 'in a script'],
  ],
  async run({ words: [id = ''], flags, around, findConnection }) {
    const goal = flags.until === undefined ? null : oneOf('--until', flags.until, GOALS);
    const connection = await findConnection();
    const session = await startSession(connection, {
      isAdmin: true,
      expirySeconds: SESSION_SECONDS,
    });
    const { client } = connection;
    client.useSession(session);
    const room = new RoomClient({ serviceUrl: connection.url, webcastId: id, session });
    const paint = paintFor(around.isTerminal.out, around.env);
    const { promise, resolve, reject } = Promise.withResolvers<CommandOutput>();
    const done = (isBad: boolean) => resolve({ json: undefined, text: null, isBad });
    let told = '';
    let wasOnAir = false;
    let newest: RoomPicture | null = null;
    let waiting: { readonly stage: Stage; readonly words: Words } | null = null;
    const wordsOf = async ({ stage }: RoomPicture): Promise<Words> => {
      if (stage.kind !== 'scheduled') return { state: stage.kind, words: stageWords(stage) };
      // Once for each stage, however many come and go meanwhile.
      if (waiting?.stage !== stage)
        waiting = { stage, words: await waitingWordsOf(client, id, around.nowMs()) };
      return waiting.words;
    };
    const tell = async (picture: RoomPicture) => {
      const { stage, watching } = picture;
      const { state, words } = await wordsOf(picture);
      // What has come since is told next.
      if (stage.kind === 'scheduled' && newest?.stage !== stage) return;
      const line = `${words}|${watching}`;
      if (line === told) return;
      told = line;
      const at = new Date(around.nowMs());
      if (flags.json) {
        around.print(JSON.stringify({ at: at.toISOString(), id, state, watching }));
      } else {
        const time = paint('dim', at.toLocaleTimeString('en-GB'));
        const viewers = paint('dim', `${watching} watching`);
        around.print(`${time}  ${paint(stageColour(stage), words)}  ${viewers}`);
      }
      if (isReached(goal, stage.kind, wasOnAir)) done(false);
      wasOnAir ||= stage.kind === 'on-air' || stage.kind === 'interrupted';
    };
    let telling = Promise.resolve();
    let isLost = false;
    room.on('state', (state) => {
      if (state.status === 'refused')
        reject(new RefusedError(`The webcast ${id} can't be watched: ${state.message}`));
      if (state.status === 'lost' && !isLost) {
        isLost = true;
        around.printError('The connection is lost; trying again.');
      }
      if (state.status !== 'open') return;
      isLost = false;
      const { picture } = state;
      newest = picture;
      telling = telling.then(() => tell(picture)).catch(reject);
    });
    const stop = () => done(goal !== null);
    around.interrupted.addEventListener('abort', stop, { once: true });
    if (around.interrupted.aborted) stop();
    try {
      return await promise;
    } finally {
      around.interrupted.removeEventListener('abort', stop);
      room.close();
    }
  },
};

type Words = { readonly state: string; readonly words: string };

/** To the room all of it is one stage: that there is no encoder, and that a show's first seconds are on their way. */
async function waitingWordsOf(client: Client, id: string, nowMs: number): Promise<Words> {
  try {
    const entry = await client.liveStream.get(id);
    const state = webcastStateOf(entry, nowMs);
    const isThere = state !== 'scheduled' && state !== 'ended';
    return {
      state: isThere ? 'connecting' : 'scheduled',
      words: waitingWords(isThere, hasGoneLive(entry)),
    };
  } catch (error) {
    if (!(error instanceof RostrumError)) throw error;
    return { state: 'scheduled', words: stageWords({ kind: 'scheduled' }) };
  }
}

/** @param wasOnAir since it is followed: an encoder that stays after the end is a preview again */
function isReached(
  goal: (typeof GOALS)[number] | null,
  kind: RoomPicture['stage']['kind'],
  wasOnAir: boolean,
): boolean {
  const isOnAir = kind === 'on-air' || kind === 'interrupted';
  if (goal === 'live') return isOnAir;
  return goal === 'ended' && (kind === 'ended' || (wasOnAir && !isOnAir));
}
