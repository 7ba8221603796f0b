import { bool, object, text } from '../schema/kinds.ts';
import { Recording } from '../schema/recording.ts';
import { Storage } from '../schema/storage.ts';
import { type Actions, action, required } from './action.ts';
import { OF_ENTRY } from './entry-action-parts.ts';

const OF_EDITORS = {
  result: object(Recording),
  session: 'required',
  permission: 'BASE_USER_SESSION_PERMISSION',
  ownership: OF_ENTRY,
} as const;

/** Recordings. Kaltura has no such service. */
export const recordingActions = {
  get: action({
    summary: 'Says what a recording has, what of that it plays, and how long it stays.',
    parameters: { entryId: required(text) },
    ...OF_EDITORS,
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ recording }, call, values) => recording.get(call, values),
  }),
  untrim: action({
    summary: 'Brings back what was trimmed away from a recording.',
    parameters: { entryId: required(text) },
    ...OF_EDITORS,
    errors: [
      'ENTRY_ID_NOT_FOUND',
      'ENTRY_NOT_READY',
      'ENTRY_CANNOT_BE_TRIMMED',
      'ENTRY_CHANGED_MEANWHILE',
    ],
    run: ({ recording }, call, values) => recording.untrim(call, values),
  }),
  keep: action({
    summary: 'Says whether a recording stays, however many days the account keeps the others.',
    parameters: { entryId: required(text), isKept: required(bool) },
    ...OF_EDITORS,
    errors: ['ENTRY_ID_NOT_FOUND', 'ENTRY_CHANGED_MEANWHILE'],
    run: ({ recording }, call, values) => recording.keep(call, values),
  }),
} as const satisfies Actions;

/** How much an account keeps. Kaltura has no such service. */
export const storageActions = {
  get: action({
    summary: 'Says how much the account’s recordings hold, how much they may, and for how long.',
    parameters: {},
    result: object(Storage),
    session: 'required',
    permission: 'CONTENT_INGEST_BASE',
    errors: [],
    run: ({ storage }, call) => storage.get(call),
  }),
  update: action({
    summary:
      'Sets how much the account’s recordings may hold, how many days they stay, and how many days what players tell.',
    parameters: { storage: required(object(Storage), 'What is not sent stays.') },
    result: object(Storage),
    session: 'required',
    permission: 'ACCOUNT_UPDATE_SETTINGS',
    errors: [],
    example: { storage: { quotaBytes: 500_000_000_000, retentionDays: 365 } },
    run: ({ storage }, call, values) => storage.update(call, values),
  }),
} as const satisfies Actions;
