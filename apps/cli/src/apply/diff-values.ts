import { minutesText, timeText } from '../terminal/amounts.ts';
import { shownRelay } from '../webcast/read-values.ts';
import type { Presenter, WebcastValues } from '../webcast/webcast-values.ts';

export type FieldName = keyof WebcastValues;

/** A field that differs, as people read it; secrets are not shown. */
export type FieldChange = {
  readonly field: FieldName | 'thumbnail' | 'set';
  readonly from: string;
  readonly to: string;
};

const NOTHING = '–';
const LONGEST_SHOWN = 60;

/** What would have to change for `known` to become what is wanted; what is not wanted otherwise stays. */
export function diffValues(
  known: WebcastValues,
  wanted: Partial<WebcastValues>,
): readonly FieldChange[] {
  const zone = wanted.timezone ?? known.timezone;
  return (Object.keys(SHOWN) as FieldName[]).flatMap((field) => {
    const value = wanted[field];
    if (value === undefined || JSON.stringify(value) === JSON.stringify(known[field])) return [];
    const from = shown(known, field, zone);
    const to = shown(wanted, field, zone);
    // They differ in what is left out: the end of a long text, a stream name.
    return [{ field, from, to: to === from ? `${to} (another)` : to }];
  });
}

/** Every field that says something, as if there had been nothing. */
export function describeValues(values: Partial<WebcastValues>): readonly FieldChange[] {
  const zone = values.timezone ?? '';
  return (Object.keys(SHOWN) as FieldName[]).flatMap((field) => {
    if (values[field] === undefined) return [];
    const to = shown(values, field, zone);
    return to === NOTHING ? [] : [{ field, from: NOTHING, to }];
  });
}

/** How each field is shown; their order is that of the file. */
const SHOWN: {
  readonly [Field in FieldName]: (value: WebcastValues[Field], zone: string) => string;
} = {
  name: quoted,
  description: quoted,
  starts: timeIn,
  ends: timeIn,
  timezone: (zone) => zone,
  presenters: (presenters) => presenters.map(shownPresenter).join('; '),
  recording: (mode) => mode,
  dvr: (minutes) => (minutes === 0 ? 'off' : minutesText(minutes)),
  preview: (isOn) => (isOn ? 'on' : 'off'),
  tags: (tags) => tags.join(', '),
  relays: (relays) => relays.map(shownRelay).join(', '),
};

function shown<Field extends FieldName>(
  values: Partial<WebcastValues>,
  field: Field,
  zone: string,
): string {
  const value = values[field];
  if (value === undefined) return NOTHING;
  return SHOWN[field](value, zone) || NOTHING;
}

function quoted(text: string): string {
  if (text === '') return '';
  const line = text.replaceAll('\n', ' ⏎ ');
  return `"${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}"`;
}

function timeIn(ms: number | null, zone: string): string {
  return ms === null ? '' : timeText(ms, zone === '' ? 'UTC' : zone);
}

function shownPresenter({ name, title, bio, link, image, id }: Presenter): string {
  const details = [title, bio === '' ? '' : quoted(bio), link, image, id].filter((t) => t !== '');
  return [name, ...details].join(', ');
}
