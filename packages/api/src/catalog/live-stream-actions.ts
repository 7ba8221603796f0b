import { EntryServerNodeType, PlaybackProtocol, SourceType } from '../schema/enums.ts';
import { FilterPager } from '../schema/filter.ts';
import { bool, enumOf, int, object, text } from '../schema/kinds.ts';
import { LiveStreamConfiguration, LiveStreamEntry } from '../schema/live-stream-entry.ts';
import { LiveStreamEntryFilter } from '../schema/live-stream-filter.ts';
import {
  LiveStreamDetails,
  LiveStreamListResponse,
  LiveStreamStats,
} from '../schema/result-types.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';
import { ADD_ERRORS, OF_ENTRY, UPDATE_ERRORS } from './entry-action-parts.ts';

/** Live streams: set up, changed, found, watched. */
export const liveStreamActions = {
  add: action({
    summary: 'Sets up a live stream; it is ready for an encoder at once.',
    parameters: {
      liveStreamEntry: required(object(LiveStreamEntry)),
      sourceType: nullable(enumOf(SourceType)),
    },
    result: object(LiveStreamEntry),
    session: 'required',
    permission: 'LIVE_STREAM_ADD',
    errors: ADD_ERRORS,
    example: {
      liveStreamEntry: {
        objectType: 'KalturaLiveStreamEntry',
        name: 'Town hall',
        mediaType: 201,
        dvrStatus: 1,
        dvrWindow: 120,
      },
      sourceType: '32',
    },
    run: ({ liveStream }, call, values) => liveStream.add(call, values),
  }),
  get: action({
    summary: 'Answers a live stream.',
    parameters: { entryId: required(text), version: optional(int, -1) },
    result: object(LiveStreamEntry),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: ['ENTRY_ID_NOT_FOUND'],
    run: ({ liveStream }, call, values) => liveStream.get(call, values),
  }),
  update: action({
    summary: 'Changes the properties that are sent.',
    parameters: { entryId: required(text), liveStreamEntry: required(object(LiveStreamEntry)) },
    result: object(LiveStreamEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: UPDATE_ERRORS,
    run: ({ liveStream }, call, values) => liveStream.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a live stream, unless it is on air.',
    parameters: { entryId: required(text) },
    result: null,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND', 'CANNOT_DELETE_LIVE_ENTRY_WHILE_STREAMING'],
    run: ({ liveStream }, call, values) => liveStream.delete(call, values),
  }),
  list: action({
    summary: 'Finds live streams.',
    parameters: {
      filter: nullable(object(LiveStreamEntryFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(LiveStreamListResponse),
    session: 'required',
    permission: 'WIDGET_SESSION_PERMISSION',
    errors: [],
    run: ({ liveStream }, call, values) => liveStream.list(call, values),
  }),
  isLive: action({
    summary: 'Says whether a viewer would see the picture now.',
    parameters: { id: required(text), protocol: nullable(enumOf(PlaybackProtocol)) },
    result: bool,
    session: 'optional',
    permission: 'anyone',
    // Who waits for a webcast must not wait for a cache.
    cacheSeconds: 5,
    errors: ['INVALID_ENTRY_ID', 'LIVE_STREAM_STATUS_CANNOT_BE_DETERMINED'],
    run: ({ liveStream }, call, values) => liveStream.isLive(call, values),
  }),
  getDetails: action({
    summary: 'Says what comes from the encoders, and whether viewers get it.',
    parameters: { id: required(text) },
    result: object(LiveStreamDetails),
    session: 'optional',
    permission: 'anyone',
    cacheSeconds: 5,
    errors: ['INVALID_ENTRY_ID'],
    run: ({ liveStream }, call, values) => liveStream.getDetails(call, values),
  }),
  getLiveStreamStats: action({
    summary: 'Says how many viewers watch the live picture on pages of this server.',
    parameters: { entryId: required(text) },
    result: object(LiveStreamStats),
    session: 'optional',
    permission: 'anyone',
    cacheSeconds: 5,
    errors: ['INVALID_ENTRY_ID'],
    run: ({ liveStream }, call, values) => liveStream.getLiveStreamStats(call, values),
  }),
  archive: action({
    summary:
      'Puts a recording into the archive: it is called after the webcast and the moment of its show, everybody finds it, and the webcast names it no more.',
    parameters: { liveEntryId: required(text), vodEntryId: required(text) },
    result: bool,
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: { of: 'entry', parameter: 'liveEntryId', privilege: 'edit' },
    errors: ['ENTRY_ID_NOT_FOUND', 'ENTRY_NOT_READY', 'RECORDED_ENTRY_LIVE_MISMATCH'],
    run: ({ liveStream }, call, values) => liveStream.archive(call, values),
  }),
  regenerateStreamToken: action({
    summary:
      'Gives the encoder addresses a new token; an encoder that came with the old one is disconnected.',
    parameters: { entryId: required(text) },
    result: object(LiveStreamEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['ENTRY_ID_NOT_FOUND', 'CANNOT_REGENERATE_STREAM_TOKEN_FOR_EXTERNAL_LIVE_STREAMS'],
    run: ({ liveStream }, call, values) => liveStream.regenerateStreamToken(call, values),
  }),
  authenticate: action({
    summary:
      'Says whether a token is the right one for an encoder; media servers of one’s own ask before they let it in.',
    parameters: {
      entryId: required(text),
      token: required(text),
      hostname: nullable(text, 'Who asks.'),
      mediaServerIndex: nullable(enumOf(EntryServerNodeType), 'Primary where it is left out.'),
      applicationName: nullable(text),
    },
    result: object(LiveStreamEntry),
    session: 'required',
    permission: 'LIVE_STREAM_UPDATE',
    errors: ['ENTRY_ID_NOT_FOUND', 'LIVE_STREAM_INVALID_TOKEN', 'LIVE_STREAM_ALREADY_BROADCASTING'],
    run: ({ liveStream }, call, values) => liveStream.authenticate(call, values),
  }),
  addLiveStreamPushPublishConfiguration: action({
    summary:
      'Says where else the stream can be watched: players find the address in liveStreamConfigurations.',
    parameters: {
      entryId: required(text),
      protocol: required(enumOf(PlaybackProtocol), 'Of each protocol there is one address.'),
      url: nullable(text, 'Needed where the configuration has none.'),
      liveStreamConfiguration: nullable(object(LiveStreamConfiguration)),
    },
    result: object(LiveStreamEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['INVALID_ENTRY_ID', 'MISSING_MANDATORY_PARAMETER'],
    example: {
      entryId: '0_ab12cd34',
      protocol: 'applehttp',
      url: 'https://cdn.example.com/town-hall/index.m3u8',
    },
    run: ({ liveStream }, call, values) =>
      liveStream.addLiveStreamPushPublishConfiguration(call, values),
  }),
  removeLiveStreamPushPublishConfiguration: action({
    summary: 'Takes the address of a protocol away again.',
    parameters: { entryId: required(text), protocol: required(enumOf(PlaybackProtocol)) },
    result: object(LiveStreamEntry),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    ownership: OF_ENTRY,
    errors: ['INVALID_ENTRY_ID'],
    run: ({ liveStream }, call, values) =>
      liveStream.removeLiveStreamPushPublishConfiguration(call, values),
  }),
} as const satisfies Actions;
