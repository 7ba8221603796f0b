import { RoomClient, type RoomPicture } from '@rostrum/sdk';
import type { Command, CommandOutput } from '../../command.ts';
import { RefusedError } from '../../errors.ts';
import { oneOf } from '../../options.ts';
import { paintFor } from '../../terminal/paint.ts';
import { stageColour, stageWords } from '../../terminal/stage-words.ts';

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
  object of its own. Ctrl-C is exit code 0, and 1 where --until has not come true.`,
  examples: [
    ['webcasts watch 0_ab12cd34 --until live && notify-send "We are live"', 'in a script'],
  ],
  async run({ words: [id = ''], flags, around, findConnection }) {
    const goal = flags.until === undefined ? null : oneOf('--until', flags.until, GOALS);
    const connection = await findConnection();
    const session = await connection.client.session.start({
      secret: connection.secret,
      type: 2,
      expirySeconds: SESSION_SECONDS,
    });
    const room = new RoomClient({ serviceUrl: connection.url, webcastId: id, session });
    const paint = paintFor(around.isTerminal.out, around.env);
    const { promise, resolve, reject } = Promise.withResolvers<CommandOutput>();
    const done = (isBad: boolean) => resolve({ json: undefined, text: null, isBad });
    let told = '';
    let wasOnAir = false;
    const tell = ({ stage, watching }: RoomPicture) => {
      const words = stageWords(stage);
      const line = `${words}|${watching}`;
      if (line === told) return;
      told = line;
      const at = new Date(around.nowMs());
      if (flags.json) {
        around.print(JSON.stringify({ at: at.toISOString(), id, state: stage.kind, watching }));
      } else {
        const time = paint('dim', at.toLocaleTimeString('en-GB'));
        const viewers = paint('dim', `${watching} watching`);
        around.print(`${time}  ${paint(stageColour(stage), words)}  ${viewers}`);
      }
      if (isReached(goal, stage.kind, wasOnAir)) done(false);
      wasOnAir ||= stage.kind === 'on-air' || stage.kind === 'interrupted';
    };
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
      tell(state.picture);
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
