import { webcastStateOf } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { UsageError } from '../../errors.ts';
import { utcText } from '../../terminal/amounts.ts';
import { paintFor } from '../../terminal/paint.ts';
import { printable } from '../../terminal/printable.ts';
import { stateColour, stateWords } from '../../terminal/stage-words.ts';
import { table } from '../../terminal/table.ts';
import { allWebcasts } from '../../webcast/all-webcasts.ts';
import { isHeldBack } from '../../webcast/gone-live.ts';

const SHOWN = { live: 'on-air', upcoming: 'upcoming', recorded: 'recorded' } as const;

export const webcastsList: Command = {
  name: 'webcasts list',
  words: [],
  flags: ['live', 'upcoming', 'recorded', 'search'],
  usage: 'webcasts list [--live | --upcoming | --recorded] [--search WORDS]',
  about: 'shows webcasts, newest first',
  details: `  --live              only those that viewers get a picture of
  --upcoming          only those that are planned for later than now, the next one first
  --recorded          only those that have a recording
  --search WORDS      only those that have all the words in id, name, description or tags`,
  examples: [['webcasts list --upcoming', 'what comes']],
  async run({ flags, around, program, signIn }) {
    const wanted = (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).filter((name) => flags[name]);
    const [one] = wanted;
    if (wanted.length > 1)
      throw new UsageError('--live, --upcoming and --recorded do not go together.');
    const nowMs = around.nowMs();
    const webcasts = await allWebcasts(await signIn(), {
      nowMs,
      show: one === undefined ? 'all' : SHOWN[one],
      order: one === 'upcoming' ? 'start' : 'newest',
      ...(flags.search === undefined ? {} : { search: flags.search }),
    });
    const paint = paintFor(around.isTerminal.out, around.env);
    const found = webcasts.map((entry) => ({
      id: entry.id,
      key: entry.referenceId ?? '',
      name: entry.name,
      state: webcastStateOf(entry, nowMs),
      isHeldBack: isHeldBack(entry),
      startsAtMs: (entry.startDate ?? 0) > 0 ? (entry.startDate ?? 0) * 1000 : null,
    }));
    const rows = found.map(({ id, name, state, isHeldBack, startsAtMs }) => [
      id,
      printable(name),
      paint(stateColour(state), stateWords(state, isHeldBack)),
      startsAtMs === null ? '' : utcText(startsAtMs),
    ]);
    return {
      json: found.map(({ startsAtMs, isHeldBack: _, ...rest }) => ({
        ...rest,
        starts: startsAtMs === null ? null : new Date(startsAtMs).toISOString(),
      })),
      text:
        rows.length === 0
          ? one === undefined && flags.search === undefined
            ? `There are no webcasts yet: ${program} webcasts create NAME makes one.`
            : 'There are no such webcasts.'
          : table([['ID', 'NAME', 'STATE', 'STARTS (UTC)'], ...rows]),
    };
  },
};
