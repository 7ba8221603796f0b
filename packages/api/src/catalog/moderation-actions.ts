import { FilterPager } from '../schema/filter.ts';
import { int, object, text } from '../schema/kinds.ts';
import { ModerationFlag, ModerationFlagListResponse } from '../schema/moderation.ts';
import type { BaseEntryService } from '../services/entry/base-entry-service.ts';
import type { MediaService } from '../services/entry/media-service.ts';
import { type Actions, action, nullable, required } from './action.ts';
import type { Services } from './services.ts';

/** Complaints, decisions and votes, which every service of entries has for its own kinds. */
export function moderationActions(
  serviceIn: (services: Services) => BaseEntryService | MediaService,
) {
  return {
    flag: action({
      summary: 'Complains about an entry; it stays in the lists until a moderator has decided.',
      parameters: { moderationFlag: required(object(ModerationFlag)) },
      result: null,
      session: 'optional',
      permission: 'anyone',
      // What viewers say is kept with the entry, and there is much of it.
      trail: 'none',
      errors: ['ENTRY_ID_NOT_FOUND', 'ENTRY_CANNOT_BE_FLAGGED'],
      example: {
        moderationFlag: {
          objectType: 'KalturaModerationFlag',
          flaggedEntryId: '0_ab12cd34',
          flagType: 4,
          comments: 'An advertisement',
        },
      },
      run: (services, call, values) => serviceIn(services).flag(call, values),
    }),
    reject: action({
      summary: 'Takes an entry out of the lists; nobody but those who may change it watches it.',
      parameters: { entryId: required(text) },
      result: null,
      session: 'required',
      permission: 'CONTENT_MODERATE_BASE',
      errors: ['ENTRY_ID_NOT_FOUND'],
      run: (services, call, values) => serviceIn(services).reject(call, values),
    }),
    approve: action({
      summary: 'Lets everybody see an entry, and puts its complaints aside.',
      parameters: { entryId: required(text) },
      result: null,
      session: 'required',
      permission: 'CONTENT_MODERATE_BASE',
      errors: ['ENTRY_ID_NOT_FOUND'],
      run: (services, call, values) => serviceIn(services).approve(call, values),
    }),
    listFlags: action({
      summary: 'Answers the complaints that wait for a decision, oldest first.',
      parameters: { entryId: required(text), pager: nullable(object(FilterPager)) },
      result: object(ModerationFlagListResponse),
      session: 'required',
      permission: 'CONTENT_MODERATE_BASE',
      errors: ['ENTRY_ID_NOT_FOUND'],
      run: (services, call, values) => serviceIn(services).listFlags(call, values),
    }),
    anonymousRank: action({
      summary: 'Votes for an entry. Who votes is not kept.',
      parameters: { entryId: required(text), rank: required(int, 'From 1 to 5.') },
      result: null,
      session: 'required',
      permission: 'WIDGET_SESSION_PERMISSION',
      // What viewers say is kept with the entry, and there is much of it.
      trail: 'none',
      errors: ['ENTRY_ID_NOT_FOUND', 'INVALID_RANK_VALUE'],
      run: (services, call, values) => serviceIn(services).anonymousRank(call, values),
    }),
  } as const satisfies Actions;
}
