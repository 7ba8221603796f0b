import { localTimeAt, momentAt, ownZone } from '@rostrum/contracts';
import type {
  LiveStreamChanges,
  LiveStreamEntry,
  NewLiveStream,
  RecordingOptions,
} from '@rostrum/sdk';
import { NO_SOURCE, type OutsideSource, outsideSourceOf, wireOfSource } from './outside-source.ts';
import { configurationsOf, type Relay, relayOf } from './relays.ts';

/** What the form of a webcast holds, as it stands in its fields. */
export type WebcastValues = {
  readonly name: string;
  readonly description: string;
  readonly tags: string;
  /** `2026-11-26T16:00` by the clock of `zone`; empty for none. */
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly isHeldBack: boolean;
  /** Empty for the account's default. */
  readonly profileId: string;
  readonly hasRewind: boolean;
  readonly rewindMinutes: string;
  /** KalturaRecordStatus as text: 0 off, 1 one for all shows, 2 one for each. */
  readonly recording: '0' | '1' | '2';
  readonly copiesPeople: boolean;
  readonly copiesDates: boolean;
  readonly copiesPicture: boolean;
  readonly isHiddenInLists: boolean;
  readonly isArchived: boolean;
  readonly archiveZone: string;
  readonly editors: string;
  readonly presenters: string;
  readonly viewers: string;
  readonly categoryIds: readonly string[];
  readonly adminTags: string;
  readonly referenceId: string;
  readonly isRelayed: boolean;
  readonly relays: readonly Relay[];
  /** Who has the picture: encoders that send here, or somebody else's server. Decided once. */
  readonly source: 'encoders' | 'outside';
  readonly outside: OutsideSource;
};

export type FieldName = keyof WebcastValues;

/** What a new webcast begins with: held back, two hours to rewind, everything in one recording. */
export function newValues(): WebcastValues {
  return {
    name: '',
    description: '',
    tags: '',
    start: '',
    end: '',
    zone: ownZone(),
    isHeldBack: true,
    profileId: '',
    hasRewind: true,
    rewindMinutes: '120',
    recording: '1',
    copiesPeople: true,
    copiesDates: false,
    copiesPicture: true,
    isHiddenInLists: false,
    isArchived: false,
    archiveZone: ownZone(),
    editors: '',
    presenters: '',
    viewers: '',
    categoryIds: [],
    adminTags: '',
    referenceId: '',
    isRelayed: false,
    relays: [],
    source: 'encoders',
    outside: NO_SOURCE,
  };
}

export function valuesOf(entry: LiveStreamEntry, zone = ownZone()): WebcastValues {
  const options = entry.recordingOptions ?? {};
  return {
    name: entry.name,
    description: entry.description ?? '',
    tags: entry.tags ?? '',
    start: entry.startDate ? localTimeAt(entry.startDate * 1000, zone) : '',
    end: entry.endDate ? localTimeAt(entry.endDate * 1000, zone) : '',
    zone,
    isHeldBack: isTrue(entry.explicitLive),
    profileId: String(entry.conversionProfileId ?? ''),
    hasRewind: entry.dvrStatus === 1,
    rewindMinutes: String(entry.dvrWindow || DEFAULT_REWIND_MINUTES),
    recording: entry.recordStatus === 0 ? '0' : entry.recordStatus === 2 ? '2' : '1',
    copiesPeople: isTrue(options.shouldCopyEntitlement),
    copiesDates: isTrue(options.shouldCopyScheduling),
    copiesPicture: isTrue(options.shouldCopyThumbnail),
    isHiddenInLists: isTrue(options.shouldMakeHidden),
    isArchived: isTrue(options.shouldAutoArchive),
    archiveZone: options.archiveVodSuffixTimezone || 'UTC',
    editors: entry.entitledUsersEdit ?? '',
    presenters: entry.entitledUsersPublish ?? '',
    viewers: entry.entitledUsersView ?? '',
    categoryIds: namesIn(entry.categoriesIds ?? ''),
    adminTags: entry.adminTags ?? '',
    referenceId: entry.referenceId ?? '',
    isRelayed: entry.pushPublishEnabled === 1,
    relays: (entry.publishConfigurations ?? []).map(relayOf),
    source: entry.sourceType === MANUAL_LIVE_STREAM ? 'outside' : 'encoders',
    outside: entry.sourceType === MANUAL_LIVE_STREAM ? outsideSourceOf(entry) : NO_SOURCE,
  };
}

/** Value of sourceType. */
const MANUAL_LIVE_STREAM = '30';

/** What the server takes where nothing is said, in minutes. */
export const DEFAULT_REWIND_MINUTES = 120;

/**
 * What the server is to be told: only what differs, so that what somebody else changed meanwhile stays, and what may not
 * be changed now is not touched.
 */
export function changesOf(before: WebcastValues, after: WebcastValues): LiveStreamChanges {
  const sent = { ...wireOf(after) };
  const known = wireOf(before);
  const options = recordingOptionsOf(before, after);
  for (const name of Object.keys(sent) as (keyof typeof sent)[]) {
    if (sent[name] === known[name]) delete sent[name];
  }
  const relays = configurationsOf(after.relays);
  const areSame = JSON.stringify(relays) === JSON.stringify(configurationsOf(before.relays));
  return {
    ...sent,
    ...(options === null ? {} : { recordingOptions: options }),
    ...(areSame ? {} : { publishConfigurations: relays }),
    ...(JSON.stringify(after.outside) === JSON.stringify(before.outside)
      ? {}
      : wireOfSource(after.outside)),
  };
}

/** What a webcast is added with: what is empty is left to the server, and to those who may set it. */
export function newStreamOf(values: WebcastValues): NewLiveStream {
  const wire = wireOf(values);
  const said = Object.entries(wire).filter(
    ([name, value]) =>
      value !== '' && value !== NO_DATE && (name !== 'pushPublishEnabled' || value),
  );
  const relays = configurationsOf(values.relays);
  return {
    ...Object.fromEntries(said),
    name: wire.name ?? '',
    recordingOptions: optionsOf(values),
    ...(values.source === 'outside'
      ? { sourceType: MANUAL_LIVE_STREAM, recordStatus: 0, ...wireOfSource(values.outside) }
      : {}),
    ...(relays.length === 0 ? {} : { publishConfigurations: relays }),
  };
}

export function isChanged(before: WebcastValues, after: WebcastValues): boolean {
  return Object.keys(changesOf(before, after)).length > 0;
}

/** Null where the field holds no time. */
export function startMs({ start, zone }: WebcastValues): number | null {
  return momentAt(start, zone);
}

export function endMs({ end, zone }: WebcastValues): number | null {
  return momentAt(end, zone);
}

/** User ids and the like: separated by commas, spaces around them do not count, none twice. */
export function namesIn(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

/** Of a date, -1 clears it. */
const NO_DATE = -1;

type Wire = { -readonly [Name in keyof LiveStreamChanges]: LiveStreamChanges[Name] };

function wireOf(values: WebcastValues): Wire {
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    tags: namesIn(values.tags).join(','),
    startDate: secondsOf(startMs(values)),
    endDate: secondsOf(endMs(values)),
    explicitLive: values.isHeldBack,
    ...(values.profileId === '' ? {} : { conversionProfileId: Number(values.profileId) }),
    dvrStatus: values.hasRewind ? 1 : 0,
    ...(values.hasRewind ? { dvrWindow: Number(values.rewindMinutes) } : {}),
    recordStatus: Number(values.recording),
    entitledUsersEdit: namesIn(values.editors).join(','),
    entitledUsersPublish: namesIn(values.presenters).join(','),
    entitledUsersView: namesIn(values.viewers).join(','),
    categoriesIds: values.categoryIds.toSorted().join(','),
    adminTags: namesIn(values.adminTags).join(','),
    referenceId: values.referenceId.trim(),
    pushPublishEnabled: values.isRelayed ? 1 : 0,
  };
}

/** Null where none of them differs. */
function recordingOptionsOf(before: WebcastValues, after: WebcastValues): RecordingOptions | null {
  const known = optionsOf(before);
  const differing = Object.entries(optionsOf(after)).filter(
    ([name, value]) => value !== known[name as keyof RecordingOptions],
  );
  return differing.length === 0 ? null : Object.fromEntries(differing);
}

function optionsOf(values: WebcastValues): RecordingOptions {
  return {
    shouldCopyEntitlement: values.copiesPeople,
    shouldCopyScheduling: values.copiesDates,
    shouldCopyThumbnail: values.copiesPicture,
    shouldMakeHidden: values.isHiddenInLists,
    shouldAutoArchive: values.isArchived,
    ...(values.isArchived ? { archiveVodSuffixTimezone: values.archiveZone } : {}),
  };
}

function secondsOf(ms: number | null): number {
  return ms === null ? NO_DATE : Math.floor(ms / 1000);
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}
