import { object, text } from '../schema/kinds.ts';
import { OutsideAddress, OutsideStream } from '../schema/outside-stream.ts';
import { type Actions, action, required } from './action.ts';
import { OF_ENTRY } from './entry-action-parts.ts';

/** Live streams that somebody else's servers deliver. Kaltura has no such service. */
export const outsideStreamActions = {
  get: action({
    summary:
      'Looks at the addresses of a manual live stream, and says whether it is there and what is wrong where it is not.',
    parameters: { entryId: required(text) },
    result: object(OutsideStream),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ outsideStream }, call, values) => outsideStream.get(call, values),
  }),
  check: action({
    summary: 'Looks at an address before a manual live stream is given it.',
    parameters: { url: required(text, 'Of an HLS playlist: http or https.') },
    result: object(OutsideAddress),
    session: 'required',
    permission: 'LIVE_STREAM_ADD',
    trail: 'none',
    errors: [],
    example: { url: 'https://cdn.example.com/town-hall/index.m3u8' },
    run: ({ outsideStream }, call, values) => outsideStream.check(call, values),
  }),
} as const satisfies Actions;
