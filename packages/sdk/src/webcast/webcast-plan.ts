import type { LiveStreamChanges, RecordingOptions } from '../api/live-stream-entry.ts';
import type { EventRecord, Presenter } from './event-record.ts';
import { checkTimezone, type Moment, secondsOf } from './moment.ts';
import type { WebcastRecording } from './webcast.ts';

/** What a webcast is made of, or what is to change about one. */
export type WebcastPlan = {
  readonly name?: string;
  readonly description?: string;
  readonly startsAt?: Moment | null;
  /** Later than `startsAt`. */
  readonly endsAt?: Moment | null;
  /** Of its audience or its presenters: an IANA name like `Europe/Vienna`. Times are shown in it, not read in it. */
  readonly timezone?: string;
  readonly presenter?: Presenter;
  /** In place of `presenter`. Kaltura's own accounts may be set up for one only, and refuse more. */
  readonly presenters?: readonly Presenter[];
  /** `appended` (one recording of all shows), `per-session` (one of each), `off`; or this with its options. */
  readonly recording?: WebcastRecording | ({ readonly mode: WebcastRecording } & RecordingPlan);
  /** Whether, or how far back in minutes (1 to 1440), viewers can rewind. */
  readonly dvr?: boolean | number;
  /** Whether an encoder's picture is a preview until `goLive`. Without, it is on air as soon as it comes. */
  readonly preview?: boolean;
  /**
   * `cloud` for renditions that suit slow networks, `passthrough` for the encoder's own, the system name of another
   * conversion profile, or an id of one. Default: the account's.
   */
  readonly transcoding?: 'cloud' | 'passthrough' | { readonly systemName: string } | number;
  readonly tags?: readonly string[];
  /** Besides those that every webcast has. Admin sessions only. */
  readonly adminTags?: readonly string[];
  /** An id of your own; at least 2 characters. */
  readonly referenceId?: string;
  /** Users who may change it, publish to it or watch it whatever its categories say. */
  readonly entitledUsersEdit?: readonly string[];
  readonly entitledUsersPublish?: readonly string[];
  readonly entitledUsersView?: readonly string[];
  /**
   * Whether the two times are also the entry's own `startDate` and `endDate`. Default: yes, Rostrum's pages count down to
   * them. Kaltura's service lets viewers in only between the two: say false there to let them in earlier or later.
   */
  readonly setsEntryDates?: boolean;
  /** Further properties of the entry, as the API names them; they count before all others. */
  readonly entry?: LiveStreamChanges;
};

/** What recordings take over from the webcast, and what becomes of them. */
export type RecordingPlan = {
  readonly copiesEntitlement?: boolean;
  readonly copiesSchedule?: boolean;
  readonly copiesThumbnail?: boolean;
  /** Not in lists; whoever asks for the webcast's recordings finds it. */
  readonly isHidden?: boolean;
  /** The recording gets a name with its date, and the webcast forgets it. With `per-session` only. */
  readonly isArchived?: boolean;
};

/** System names of the two conversion profiles that every account for webcasts has. */
const TRANSCODINGS = { cloud: 'Default_Live', passthrough: 'Passthrough_Live' } as const;
const RECORD_STATUS = { off: 0, appended: 1, 'per-session': 2 } as const;
const WEBCAST_TAGS = ['kms-webcast-event', 'vpaas-webcast'] as const;
const MAX_DVR_MINUTES = 1440;
const USUAL_DVR_MINUTES = 120;

/** The system name of the conversion profile that is asked for; null where it is named otherwise, or not at all. */
export function profileNameOf({ transcoding }: WebcastPlan): string | null {
  if (transcoding === undefined || typeof transcoding === 'number') return null;
  if (typeof transcoding === 'object') return transcoding.systemName;
  const name = TRANSCODINGS[transcoding];
  if (name !== undefined) return name;
  throw new RangeError(
    `transcoding must be "cloud", "passthrough", { systemName } or an id (got "${transcoding}")`,
  );
}

/**
 * What the entry gets of a plan: only what the plan names.
 *
 * @throws TypeError, RangeError that show the value
 */
export function entryChangesOf(plan: WebcastPlan): LiveStreamChanges {
  const { name, description, referenceId, preview, transcoding } = plan;
  if (name !== undefined && name.trim() === '') throw new TypeError('name must not be empty');
  if (referenceId !== undefined && referenceId.length < 2) {
    throw new RangeError(`referenceId must have at least 2 characters (got "${referenceId}")`);
  }
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...datesOf(plan),
    ...recordingOf(plan),
    ...dvrOf(plan),
    ...(preview === undefined ? {} : { explicitLive: preview }),
    ...(typeof transcoding === 'number' ? { conversionProfileId: transcoding } : {}),
    ...listOf(plan, 'tags'),
    ...(plan.adminTags === undefined ? {} : { adminTags: adminTagsOf(plan.adminTags) }),
    ...(referenceId === undefined ? {} : { referenceId }),
    ...listOf(plan, 'entitledUsersEdit'),
    ...listOf(plan, 'entitledUsersPublish'),
    ...listOf(plan, 'entitledUsersView'),
    ...plan.entry,
  };
}

/** With the tags by which webcasts are known. */
export function adminTagsOf(more: readonly string[]): string {
  return [...new Set([...WEBCAST_TAGS, ...more.map((tag) => checkWord('adminTags', tag))])].join(
    ',',
  );
}

/**
 * What the record about the event becomes with a plan.
 *
 * @throws TypeError, RangeError that show the value
 */
export function eventOf(plan: WebcastPlan, before: EventRecord): EventRecord {
  const { timezone, presenter, presenters } = plan;
  if (presenter !== undefined && presenters !== undefined) {
    throw new TypeError('Say presenter or presenters, not both');
  }
  const record: EventRecord = {
    startTime: momentOr('startsAt', plan.startsAt, before.startTime),
    endTime: momentOr('endsAt', plan.endsAt, before.endTime),
    timezone: timezone === undefined ? before.timezone : timezone && checkTimezone(timezone),
    presenters: presenters ?? (presenter === undefined ? before.presenters : [presenter]),
  };
  for (const each of record.presenters) {
    if (typeof each.name !== 'string' || each.name.trim() === '') {
      throw new TypeError(`A presenter must have a name (got ${JSON.stringify(each)})`);
    }
  }
  const { startTime, endTime } = record;
  if (startTime !== null && endTime !== null && endTime <= startTime) {
    const shown = (seconds: number) => new Date(seconds * 1000).toISOString();
    throw new RangeError(
      `endsAt must be after startsAt (got ${shown(endTime)}, and startsAt is ${shown(startTime)})`,
    );
  }
  return record;
}

/** Whether a plan says anything about the event. */
export function isAboutEvent(plan: WebcastPlan): boolean {
  const { startsAt, endsAt, timezone, presenter, presenters } = plan;
  return [startsAt, endsAt, timezone, presenter, presenters].some((each) => each !== undefined);
}

function momentOr(
  name: string,
  moment: Moment | null | undefined,
  before: number | null,
): number | null {
  if (moment === undefined) return before;
  return moment === null ? null : secondsOf(name, moment);
}

/** -1 clears a date. */
function datesOf({ startsAt, endsAt, setsEntryDates }: WebcastPlan): LiveStreamChanges {
  if (setsEntryDates === false) return {};
  return {
    ...(startsAt === undefined ? {} : { startDate: momentOr('startsAt', startsAt, null) ?? -1 }),
    ...(endsAt === undefined ? {} : { endDate: momentOr('endsAt', endsAt, null) ?? -1 }),
  };
}

function recordingOf({ recording }: WebcastPlan): LiveStreamChanges {
  if (recording === undefined) return {};
  const { mode, ...plan } = typeof recording === 'string' ? { mode: recording } : recording;
  const recordStatus = RECORD_STATUS[mode];
  if (recordStatus === undefined) {
    throw new RangeError(`recording must be "off", "appended" or "per-session" (got "${mode}")`);
  }
  const options = recordingOptionsOf(plan);
  if (options?.shouldAutoArchive === true && mode !== 'per-session') {
    throw new RangeError(`isArchived needs recordings per-session (got "${mode}")`);
  }
  return { recordStatus, ...(options === null ? {} : { recordingOptions: options }) };
}

function recordingOptionsOf(plan: RecordingPlan): RecordingOptions | null {
  const { copiesEntitlement, copiesSchedule, copiesThumbnail, isHidden, isArchived } = plan;
  const stated = Object.entries({
    shouldCopyEntitlement: copiesEntitlement,
    shouldCopyScheduling: copiesSchedule,
    shouldCopyThumbnail: copiesThumbnail,
    shouldMakeHidden: isHidden,
    shouldAutoArchive: isArchived,
  }).filter(([, value]) => value !== undefined);
  if (stated.length === 0) return null;
  return { objectType: 'KalturaLiveEntryRecordingOptions', ...Object.fromEntries(stated) };
}

function dvrOf({ dvr }: WebcastPlan): LiveStreamChanges {
  if (dvr === undefined) return {};
  if (dvr === false) return { dvrStatus: 0 };
  const minutes = dvr === true ? USUAL_DVR_MINUTES : dvr;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_DVR_MINUTES) {
    throw new RangeError(
      `dvr must be true, false or 1 to ${MAX_DVR_MINUTES} whole minutes (got ${minutes})`,
    );
  }
  return { dvrStatus: 1, dvrWindow: minutes };
}

type ListName = 'tags' | 'entitledUsersEdit' | 'entitledUsersPublish' | 'entitledUsersView';

function listOf(plan: WebcastPlan, name: ListName): LiveStreamChanges {
  const words = plan[name];
  if (words === undefined) return {};
  return { [name]: words.map((word) => checkWord(name, word)).join(',') };
}

/** The API separates them by commas. */
function checkWord(name: string, word: string): string {
  if (word.trim() !== '' && !word.includes(',')) return word.trim();
  throw new TypeError(`${name} must be words without commas (got "${word}")`);
}
