import { type MetadataElement, readMetadata, writeMetadata } from './metadata-xml.ts';

/** Who speaks. What is empty is not known. */
export type Presenter = {
  readonly name: string;
  /** The presenter's user id. */
  readonly id?: string;
  readonly title?: string;
  readonly bio?: string;
  /** A page about the presenter. */
  readonly link?: string;
  /** The address of a picture. */
  readonly image?: string;
};

/** When an event is, and who presents it: the record that follows the schema KMS_EVENTS3. */
export type EventRecord = {
  /** Unix s; null where there is none. */
  readonly startTime: number | null;
  readonly endTime: number | null;
  /** An IANA name: `Europe/Vienna`. Empty where there is none. */
  readonly timezone: string;
  readonly presenters: readonly Presenter[];
};

/** What makes an entry a webcast: the record that follows the schema KMS_KWEBCAST2. */
export type WebcastRecord = {
  /** The document that its slides are of; empty for none. */
  readonly slidesDocEntryId: string;
  readonly isSelfServe: boolean;
};

export const EVENT_PROFILE = 'KMS_EVENTS3';
export const WEBCAST_PROFILE = 'KMS_KWEBCAST2';

/** @param before the record as it was, whose other elements stay */
export function writeEventRecord(record: EventRecord, before = EMPTY): string {
  const { startTime, endTime, timezone, presenters } = record;
  return writeMetadata([
    ...(startTime === null ? [] : [leaf('StartTime', String(startTime))]),
    ...(endTime === null ? [] : [leaf('EndTime', String(endTime))]),
    ...(timezone === '' ? [] : [leaf('Timezone', timezone)]),
    ...presenters.map((presenter) => ({
      name: 'Presenter',
      content: PRESENTER_FIELDS.map(([name, field]) => leaf(name, presenter[field] ?? '')),
    })),
    ...othersIn(before, ['StartTime', 'EndTime', 'Timezone', 'Presenter']),
  ]);
}

/** @throws SyntaxError where it is no record */
export function readEventRecord(xml: string): EventRecord {
  const elements = readMetadata(xml);
  return {
    startTime: secondsIn(textOf(elements, 'StartTime')),
    endTime: secondsIn(textOf(elements, 'EndTime')),
    timezone: textOf(elements, 'Timezone'),
    presenters: elements
      .filter(({ name }) => name === 'Presenter')
      .map(({ content }) => presenterIn(typeof content === 'string' ? [] : content)),
  };
}

/** @param before the record as it was, whose other elements stay */
export function writeWebcastRecord(record: WebcastRecord, before = EMPTY): string {
  return writeMetadata([
    leaf('SlidesDocEntryId', record.slidesDocEntryId),
    leaf('IsKwebcastEntry', '1'),
    leaf('IsSelfServe', record.isSelfServe ? '1' : '0'),
    ...othersIn(before, ['SlidesDocEntryId', 'IsKwebcastEntry', 'IsSelfServe']),
  ]);
}

/** @throws SyntaxError where it is no record */
export function readWebcastRecord(xml: string): WebcastRecord {
  const elements = readMetadata(xml);
  return {
    slidesDocEntryId: textOf(elements, 'SlidesDocEntryId'),
    isSelfServe: ['1', 'true'].includes(textOf(elements, 'IsSelfServe')),
  };
}

const EMPTY = '<metadata/>';

/** In the order of the schema. */
const PRESENTER_FIELDS = [
  ['PresenterId', 'id'],
  ['PresenterName', 'name'],
  ['PresenterTitle', 'title'],
  ['PresenterBio', 'bio'],
  ['PresenterLink', 'link'],
  ['PresenterImage', 'image'],
] as const satisfies readonly (readonly [string, keyof Presenter])[];

function presenterIn(elements: readonly MetadataElement[]): Presenter {
  const filled = PRESENTER_FIELDS.map(([name, field]) => [field, textOf(elements, name)] as const);
  const known = filled.filter(([field, text]) => field === 'name' || text !== '');
  return Object.fromEntries(known) as Presenter;
}

function leaf(name: string, content: string): MetadataElement {
  return { name, content };
}

function textOf(elements: readonly MetadataElement[], name: string): string {
  const content = elements.find((element) => element.name === name)?.content;
  return typeof content === 'string' ? content.trim() : '';
}

function secondsIn(text: string): number | null {
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

/** Elements that this SDK does not know: an account may have added them to its schema. */
function othersIn(xml: string, known: readonly string[]): readonly MetadataElement[] {
  return readMetadata(xml).filter(({ name }) => !known.includes(name));
}
