import { RostrumError } from '@rostrum/sdk';
import { isServerAway } from '../parts/failure-words.ts';
import { outsideUrlProblem } from './outside-source.ts';
import { loginProblem, relayProblem } from './relays.ts';
import { endMs, type FieldName, startMs, type WebcastValues } from './webcast-values.ts';

/** What is wrong with the form, by field, in words that say what would be right. */
export type Problems = { readonly [Name in FieldName]?: string };

/** Minutes in a day: the server keeps no more. */
export const MAX_REWIND_MINUTES = 1440;

export function problemsOf(values: WebcastValues): Problems {
  const problems: { -readonly [Name in FieldName]?: string } = {};
  if (values.name.trim() === '')
    problems.name = 'Give it a name: viewers see it above the picture.';
  const [start, end] = [startMs(values), endMs(values)];
  if (values.start !== '' && start === null) problems.start = 'Enter a date and a time.';
  if (values.end !== '' && end === null) problems.end = 'Enter a date and a time.';
  if (start !== null && end !== null && end < start) problems.end = 'It ends before it begins.';
  if (values.hasRewind && !isRewindMinutes(values.rewindMinutes)) {
    problems.rewindMinutes = `Enter whole minutes, from 1 to ${MAX_REWIND_MINUTES} (a day).`;
  }
  if (values.referenceId.trim().length === 1) {
    problems.referenceId = 'Two characters at least, or none.';
  }
  const relay = values.relays
    .map((each) => relayProblem(each) ?? loginProblem(each))
    .find((problem) => problem !== undefined);
  if (relay !== undefined) problems.relays = relay;
  if (values.source === 'outside') {
    const { url, backupUrl } = values.outside;
    const urls = backupUrl.trim() === '' ? [url] : [url, backupUrl];
    const outside = urls.map(outsideUrlProblem).find((problem) => problem !== undefined);
    if (outside !== undefined) problems.outside = outside;
  }
  return problems;
}

export type Refusal = {
  readonly problems: Problems;
  /** For the whole form. */
  readonly text: string;
};

/** What the server said to the form, beside the field that it is about. */
export function refusalOf(error: unknown, isNew: boolean): Refusal {
  if (!(error instanceof RostrumError)) {
    return {
      problems: {},
      text: 'Something went wrong on this page. What you entered is still here.',
    };
  }
  if (isServerAway(error)) return { problems: {}, text: awayText(error, isNew) };
  if (error.code === 'SERVICE_FORBIDDEN') {
    return { problems: {}, text: 'Your role does not allow that. What you entered is still here.' };
  }
  if (error.code === 'ENTRY_ID_NOT_FOUND') {
    return {
      problems: {},
      text: 'This webcast was deleted meanwhile. What you entered is still here.',
    };
  }
  const field = fieldOf(error);
  if (field === null) return { problems: {}, text: `${error.message} (${error.code}).` };
  return {
    problems: { [field]: wordsOf(error) },
    text: 'Nothing is saved yet: one field needs a look.',
  };
}

export function countProblems(problems: Problems): number {
  return Object.keys(problems).length;
}

/** How many minutes of rewind are, as people say it. */
export function minutesText(text: string): string {
  if (!isRewindMinutes(text)) return '';
  const minutes = Number(text);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [hours === 1 ? '1 hour' : `${hours} hours`] : []),
    ...(rest > 0 ? [rest === 1 ? '1 minute' : `${rest} minutes`] : []),
  ];
  return parts.join(' and ');
}

function isRewindMinutes(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_REWIND_MINUTES;
}

/** A call that was sent and not answered may have been done. */
function awayText({ code }: RostrumError, isNew: boolean): string {
  if (code === 'timed-out') {
    return isNew
      ? 'The server did not answer in time: look whether the webcast is in the list before you save again.'
      : 'The server did not answer in time. What you entered is still here; save again.';
  }
  return navigator.onLine
    ? 'The server does not answer. What you entered is still here; save again in a moment.'
    : 'You are offline. What you entered is still here; save when you are back.';
}

/** Properties of the API, by the fields that hold them. */
const FIELDS: { readonly [property: string]: FieldName } = {
  name: 'name',
  description: 'description',
  tags: 'tags',
  startDate: 'start',
  endDate: 'end',
  explicitLive: 'isHeldBack',
  conversionProfileId: 'profileId',
  dvrStatus: 'hasRewind',
  dvrWindow: 'rewindMinutes',
  recordStatus: 'recording',
  recordingOptions: 'recording',
  shouldCopyEntitlement: 'copiesPeople',
  entitledUsersEdit: 'editors',
  entitledUsersPublish: 'presenters',
  entitledUsersView: 'viewers',
  categories: 'categoryIds',
  categoriesIds: 'categoryIds',
  adminTags: 'adminTags',
  referenceId: 'referenceId',
  pushPublishEnabled: 'isRelayed',
  publishConfigurations: 'relays',
  publishUrl: 'relays',
  userId: 'relays',
  password: 'relays',
  url: 'outside',
  backupUrl: 'outside',
  liveStreamConfigurations: 'outside',
};

const FIELDS_BY_CODE: { readonly [code: string]: FieldName } = {
  INVALID_ENTRY_SCHEDULE_DATES: 'end',
  CONVERSION_PROFILE_ID_NOT_FOUND: 'profileId',
};

function fieldOf({ code, args }: RostrumError): FieldName | null {
  const byCode = FIELDS_BY_CODE[code];
  if (byCode !== undefined) return byCode;
  const named = args.PROP_NAME ?? args.PROP ?? args.FIELD ?? '';
  return FIELDS[named.split(/::|\./).at(-1) ?? ''] ?? null;
}

function wordsOf({ code, args, message }: RostrumError): string {
  switch (code) {
    case 'INVALID_ENTRY_SCHEDULE_DATES':
      return 'It ends before it begins.';
    case 'CONVERSION_PROFILE_ID_NOT_FOUND':
      return 'This profile is gone or disabled. Choose another one.';
    case 'CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING':
      return 'This can’t change while an encoder is connected.';
    case 'CANNOT_UPDATE_FIELDS_RECORDED_ENTRY_STILL_NOT_READY':
      return 'This can’t change until the last recording is ready.';
    case 'PROPERTY_VALIDATION_ADMIN_PROPERTY':
      return 'Only an administrator may set this.';
    case 'PROPERTY_VALIDATION_NO_INSERT_PERMISSION':
    case 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION':
      return 'Your role may not set this.';
    case 'PROPERTY_VALIDATION_MIN_LENGTH':
      return `At least ${args.MIN_LEN} characters.`;
    case 'PROPERTY_VALIDATION_MAX_LENGTH':
      return `At most ${args.MAX_LEN} characters.`;
    case 'PROPERTY_VALIDATION_MIN_VALUE':
      return `At least ${args.MIN_VAL}.`;
    case 'PROPERTY_VALIDATION_MAX_VALUE':
      return `At most ${args.MAX_VAL}.`;
    default:
      return `${message}.`;
  }
}
