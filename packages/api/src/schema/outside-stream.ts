import { arrayOf, bool, enumOf, enumType, int, objectType, readOnly, text, time } from './kinds.ts';

/** Live streams that somebody else's servers deliver, as they are seen from here. Kaltura has no such types. */

export const OutsideProblem = enumType('RostrumOutsideProblem', {
  NOT_ALLOWED: 'not-allowed',
  UNREACHABLE: 'unreachable',
  TOO_SLOW: 'too-slow',
  TOO_LARGE: 'too-large',
  REDIRECTS: 'redirects',
  STATUS: 'status',
  NOT_HLS: 'not-hls',
  EMPTY: 'empty',
  OVER: 'over',
  STILL: 'still',
});

export const OutsideAddress = objectType(
  'RostrumOutsideAddress',
  {
    url: readOnly(text, { isSecret: true }),
    isLive: readOnly(bool, { about: 'Something plays there now.' }),
    problem: readOnly(enumOf(OutsideProblem), {
      about:
        'Why not: the server is not reached, refuses, or has no HLS playlist that grows. Absent where it is live.',
    }),
    message: readOnly(text, { about: 'The same for people; empty where it is live.' }),
    httpStatus: readOnly(int, { about: 'Absent where nothing has answered.' }),
    isReadableByPages: readOnly(bool, {
      about:
        'The server lets pages of this one read it (CORS); without that no browser but Safari plays it. Absent where nothing has answered.',
    }),
    segmentMs: readOnly(int, { about: 'The length of a segment: viewers are about three behind.' }),
    lookedAt: readOnly(time),
  },
  { about: 'What was seen at an address of somebody else’s live stream.' },
);

export const OutsideStream = objectType(
  'RostrumOutsideStream',
  {
    entryId: readOnly(text),
    isLive: readOnly(bool, { about: 'It plays at one of its addresses.' }),
    addresses: readOnly(arrayOf(OutsideAddress), {
      about: 'In the order in which they are tried, up to the first that is live.',
    }),
  },
  { about: 'A live stream that comes from somebody else’s servers, as it is seen from here.' },
);
