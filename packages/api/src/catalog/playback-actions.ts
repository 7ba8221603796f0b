import { object, text } from '../schema/kinds.ts';
import {
  EntryContextDataParams,
  EntryContextDataResult,
  PlaybackContext,
  PlaybackContextOptions,
} from '../schema/playback.ts';
import { type Actions, action, nullable, required } from './action.ts';

/** What players ask of an entry before they play it. */
export const baseEntryPlaybackActions = {
  getPlaybackContext: action({
    summary:
      'Says how to play an entry; where that is not allowed or there is nothing to play, an action of type 1 (BLOCK) and a message say so.',
    parameters: {
      entryId: required(text),
      contextDataParams: nullable(object(PlaybackContextOptions)),
    },
    result: object(PlaybackContext),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ playback }, call, values) => playback.getPlaybackContext(call, values),
  }),
  getContextData: action({
    summary: 'Says whether an entry may be played, as players asked before getPlaybackContext.',
    parameters: {
      entryId: required(text),
      contextDataParams: nullable(object(EntryContextDataParams)),
    },
    result: object(EntryContextDataResult),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ playback }, call, values) => playback.getContextData(call, values),
  }),
} as const satisfies Actions;
