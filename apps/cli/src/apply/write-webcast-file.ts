import { localTimeAt, momentAt } from '@rostrum/contracts';
import { stringify } from 'yaml';
import { minutesText } from '../terminal/amounts.ts';
import { PRESENTER_FIELDS, type Presenter, type WebcastValues } from '../webcast/webcast-values.ts';

export type WrittenWebcast = { readonly key: string; readonly values: WebcastValues };

const HEAD = `# Webcasts, as rostrum export has found them. rostrum apply makes a server agree with this file:
# what it does not say is left as it is. docs/cli.md explains each line.
`;

/** A file that reads as it was written: applying it changes nothing. */
export function writeWebcastFile(
  webcasts: readonly WrittenWebcast[],
  options: { readonly set: string | null; readonly withRelays: boolean },
): string {
  const { set, withRelays } = options;
  const content = {
    ...(set === null ? {} : { set }),
    webcasts: webcasts.map(({ key, values }) => describe(key, values, withRelays)),
  };
  return HEAD + stringify(content, { lineWidth: 100 });
}

function describe(key: string, values: WebcastValues, withRelays: boolean): object {
  const { name, description, starts, ends, timezone, presenters, tags, relays } = values;
  const { recording, dvr, preview } = values;
  return {
    key,
    name,
    ...(description === '' ? {} : { description }),
    ...(starts === null ? {} : { starts: writtenTime(starts, timezone) }),
    ...(ends === null ? {} : { ends: writtenTime(ends, timezone) }),
    ...(timezone === '' ? {} : { timezone }),
    ...(presenters.length === 0 ? {} : { presenters: presenters.map(writtenPresenter) }),
    recording,
    dvr: dvr === 0 ? 'off' : minutesText(dvr).replaceAll(' ', '').replace('min', 'm'),
    preview: preview ? 'on' : 'off',
    ...(tags.length === 0 ? {} : { tags }),
    ...(relays.length === 0 || !withRelays ? {} : { relays }),
  };
}

/** The clock of the place; where that would not be this very moment, UTC. */
function writtenTime(ms: number, zone: string): string {
  if (zone !== '') {
    const local = localTimeAt(ms, zone);
    if (momentAt(local, zone) === ms) return local.replace('T', ' ');
  }
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function writtenPresenter(presenter: Presenter): object {
  return Object.fromEntries(
    PRESENTER_FIELDS.map((field) => [field, presenter[field]]).filter(
      ([field, text]) => text !== '' || field === 'name',
    ),
  );
}
