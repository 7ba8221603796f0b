import { flagIn, momentIn, numberIn } from '../api/answers.ts';
import type { LiveStreamEntry } from '../api/live-stream-entry.ts';
import { type WebcastState, webcastStateOf } from '../api/webcast-state.ts';
import { type EncoderAddresses, encoderAddressesOf } from './encoder-addresses.ts';
import {
  type EventRecord,
  type Presenter,
  readEventRecord,
  readWebcastRecord,
  type WebcastRecord,
} from './event-record.ts';
import type { KeptRecord, WebcastRecords } from './webcast-records.ts';

export type WebcastRecording = 'off' | 'appended' | 'per-session';

/** A webcast: its entry, and what is recorded about it. */
export type Webcast = {
  readonly id: string;
  readonly partnerId: number;
  readonly name: string;
  readonly description: string;
  /** `interrupted` is told by `askWebcastState` only. */
  readonly state: Exclude<WebcastState, 'interrupted'>;
  /** Unix time, ms; null where it is not planned. */
  readonly startsAtMs: number | null;
  readonly endsAtMs: number | null;
  /** Of its audience or its presenters: an IANA name; empty where nobody has said. */
  readonly timezone: string;
  readonly presenters: readonly Presenter[];
  readonly recording: WebcastRecording;
  /** How far viewers can go back, minutes; 0 for not at all. */
  readonly dvrMinutes: number;
  /** Only those who may preview get the picture before `goLive`. */
  readonly hasPreview: boolean;
  readonly tags: readonly string[];
  readonly referenceId: string;
  /** Where its encoder sends to; null where the session may not see that. */
  readonly encoder: EncoderAddresses | null;
  /** The document that its slides are of; empty for none. */
  readonly slidesDocEntryId: string;
  /** Ids of the two records, as `metadata.update` and `launchParameters` take them; null where there is none. */
  readonly metadata: {
    readonly event: MetadataIds | null;
    readonly webcast: MetadataIds | null;
  };
  /** All that the server has sent. */
  readonly entry: LiveStreamEntry;
};

export type MetadataIds = {
  readonly id: number;
  readonly profileId: number;
  /** Grows with each change. */
  readonly version: number;
};

const RECORDINGS: readonly WebcastRecording[] = ['off', 'appended', 'per-session'];

/** @param records none where they were not asked for */
export function webcastOf(
  entry: LiveStreamEntry,
  records: WebcastRecords = { event: null, webcast: null },
): Webcast {
  const event = eventIn(records.event);
  const { slidesDocEntryId } = webcastIn(records.webcast);
  return {
    id: entry.id,
    partnerId: Number(entry.partnerId),
    name: entry.name ?? '',
    description: entry.description ?? '',
    state: webcastStateOf(entry, Date.now()),
    startsAtMs: momentIn(event.startTime ?? entry.startDate),
    endsAtMs: momentIn(event.endTime ?? entry.endDate),
    timezone: event.timezone,
    presenters: event.presenters,
    recording: RECORDINGS[numberIn(entry.recordStatus)] ?? 'off',
    dvrMinutes: numberIn(entry.dvrStatus) === 1 ? numberIn(entry.dvrWindow) : 0,
    hasPreview: flagIn(entry.explicitLive),
    tags: wordsIn(entry.tags),
    referenceId: entry.referenceId ?? '',
    encoder: encoderAddressesOf(entry),
    slidesDocEntryId,
    metadata: { event: idsOf(records.event), webcast: idsOf(records.webcast) },
    entry,
  };
}

const NO_EVENT: EventRecord = { startTime: null, endTime: null, timezone: '', presenters: [] };

/** What can't be read counts as nothing: somebody may have written it by hand. */
export function eventIn(record: KeptRecord | null): EventRecord {
  return readOr(record, readEventRecord, NO_EVENT);
}

export function webcastIn(record: KeptRecord | null): WebcastRecord {
  return readOr(record, readWebcastRecord, { slidesDocEntryId: '', isSelfServe: false });
}

function readOr<Read>(record: KeptRecord | null, read: (xml: string) => Read, none: Read): Read {
  if (record === null) return none;
  try {
    return read(record.xml);
  } catch (error) {
    if (error instanceof SyntaxError) return none;
    throw error;
  }
}

function idsOf(record: KeptRecord | null): MetadataIds | null {
  if (record === null) return null;
  const { id, profileId, version } = record;
  return { id, profileId, version };
}

function wordsIn(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
