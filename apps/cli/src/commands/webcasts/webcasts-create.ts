import { ownZone } from '@rostrum/contracts';
import { createWebcast } from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { UsageError } from '../../errors.ts';
import type { FlagName, Flags } from '../../options.ts';
import { parseLength } from '../../terminal/amounts.ts';
import { paintFor } from '../../terminal/paint.ts';
import {
  checkOrder,
  readDvr,
  readPresenter,
  readRecording,
  readSwitch,
  readTags,
  readTime,
  readZone,
  ValueError,
} from '../../webcast/read-values.ts';
import { describeWebcast, showWebcast } from '../../webcast/show-webcast.ts';
import { planOfValues } from '../../webcast/values-of-webcast.ts';
import { NEW_WEBCAST, type WebcastValues } from '../../webcast/webcast-values.ts';

export const webcastsCreate: Command = {
  name: 'webcasts create',
  words: ['NAME'],
  flags: [
    ...(['description', 'starts', 'ends', 'timezone', 'presenter'] as const),
    ...(['record', 'dvr', 'preview', 'tags', 'key'] as const),
  ],
  usage:
    'webcasts create NAME [--starts TIME] [--ends TIME] [--timezone ZONE] [--presenter NAME] …',
  about: 'creates a webcast, and shows where its encoder sends to and where it is watched',
  details: `  --description TEXT
  --starts TIME       "2027-01-14 15:00" in the timezone, or "2027-01-14T15:00+01:00"
  --ends TIME         the same, or how long after the start: +90m, +1h30m
  --timezone ZONE     Europe/Berlin; default: this machine's (in a file for rostrum apply, which any machine may read: UTC)
  --presenter NAME    or "NAME, TITLE"; as often as there are presenters
  --record MODE       appended (one recording that further shows go on with; the default), per-session, off
  --dvr LENGTH        how far back viewers may go: 90m, 2h (the default), at most 24h; off
  --preview on|off    on (the default): only its producers see the picture before rostrum webcasts go-live
  --tags WORDS        separated by commas
  --key KEY           an id of your own; with it the command can be repeated: there is one webcast for a key

  The answer holds the stream key: whoever has it can send a picture.`,
  examples: [
    ['webcasts create "Town hall"', 'with what is usual'],
    [
      'webcasts create "Town hall" --starts "2027-01-14 15:00" --ends +90m --presenter "Ada Byron, Research"',
      'planned',
    ],
  ],
  async run({ words: [name = ''], flags, around, program, findConnection, signIn }) {
    const values = readFlags(name, flags);
    const { url } = await findConnection();
    const client = await signIn();
    const webcast = await createWebcast(client, {
      ...planOfValues(values),
      name,
      ...(flags.key === undefined ? {} : { idempotencyKey: flags.key }),
    });
    const paint = paintFor(around.isTerminal.out, around.env);
    const options = { url, state: webcast.state, withSecrets: true, paint, program };
    const note = webcast.isNew
      ? ''
      : `There is a webcast with the key ${flags.key} already; it stays as it is:\n`;
    return {
      json: { isNew: webcast.isNew, ...describeWebcast(webcast, options) },
      text: note + showWebcast(webcast, options),
    };
  },
};

/** @throws UsageError */
function readFlags(name: string, flags: Flags): WebcastValues {
  if (name.trim() === '') throw new UsageError('NAME must not be empty.');
  const key = flags.key ?? 'ok';
  if (key.length < 2) throw new UsageError(`--key must have at least 2 characters (got "${key}").`);
  const zone = read(flags, 'timezone', readZone) ?? ownZone();
  const starts = read(flags, 'starts', (text) => readTime(text, zone)) ?? null;
  const ends =
    read(flags, 'ends', (text) => {
      const time = endOf(text, starts, zone);
      checkOrder(starts, time);
      return time;
    }) ?? null;
  return {
    ...NEW_WEBCAST,
    ...{ name, starts, ends, timezone: zone, description: flags.description ?? '' },
    presenters: (flags.presenter ?? []).map((text) =>
      guard('presenter', () => readPresenter(text)),
    ),
    recording: read(flags, 'record', readRecording) ?? NEW_WEBCAST.recording,
    dvr: read(flags, 'dvr', readDvr) ?? NEW_WEBCAST.dvr,
    preview: read(flags, 'preview', readSwitch) ?? NEW_WEBCAST.preview,
    tags: read(flags, 'tags', (text) => readTags(text.split(','))) ?? [],
  };
}

/** `+90m` is that long after the start. */
function endOf(text: string, starts: number | null, zone: string): number {
  if (!text.startsWith('+')) return readTime(text, zone);
  const length = parseLength(text.slice(1));
  if (length === null || length === 0)
    throw new ValueError(`must be a time, or a length like +90m (got "${text}")`);
  if (starts === null) throw new ValueError('needs --starts beside it');
  return starts + length;
}

type TextFlag = {
  [Name in FlagName]: Flags[Name] extends string | undefined ? Name : never;
}[FlagName];

function read<Value>(
  flags: Flags,
  name: TextFlag,
  readText: (text: string) => Value,
): Value | undefined {
  const text = flags[name];
  return text === undefined ? undefined : guard(name, () => readText(text));
}

function guard<Value>(name: string, readText: () => Value): Value {
  try {
    return readText();
  } catch (error) {
    if (error instanceof ValueError) throw new UsageError(`--${name} ${error.message}.`);
    throw error;
  }
}
