import { RostrumError } from '../rostrum-error.ts';
import type { AnyCall, CallOptions } from '../transport/door.ts';
import { fieldsIn, flagIn } from './answers.ts';
import type {
  LiveStreamChanges,
  LiveStreamDetails,
  LiveStreamEntry,
  NewLiveStream,
} from './live-stream-entry.ts';

export type LiveStreamCalls = {
  add(stream: NewLiveStream, options?: CallOptions): Promise<LiveStreamEntry>;
  get(entryId: string, options?: CallOptions): Promise<LiveStreamEntry>;
  update(
    entryId: string,
    changes: LiveStreamChanges,
    options?: CallOptions,
  ): Promise<LiveStreamEntry>;
  delete(entryId: string, options?: CallOptions): Promise<void>;
  isLive(entryId: string, options?: CallOptions): Promise<boolean>;
  getDetails(entryId: string, options?: CallOptions): Promise<LiveStreamDetails>;
  regenerateStreamToken(entryId: string, options?: CallOptions): Promise<LiveStreamEntry>;
};

/** Media type of every live stream, and the source type of those that the server makes. */
const LIVE_MEDIA_TYPE = 201;
const LIVE_SOURCE_TYPE = '32';

export function liveStreamCalls(request: AnyCall): LiveStreamCalls {
  const objectType = 'KalturaLiveStreamEntry';
  return {
    async add(stream, call) {
      const liveStreamEntry = {
        objectType,
        mediaType: LIVE_MEDIA_TYPE,
        sourceType: LIVE_SOURCE_TYPE,
        ...stream,
      };
      const { sourceType } = liveStreamEntry;
      return entryIn(await request('liveStream', 'add', { liveStreamEntry, sourceType }, call));
    },
    async get(entryId, call) {
      return entryIn(await request('liveStream', 'get', { entryId }, call));
    },
    async update(entryId, changes, call) {
      const liveStreamEntry = { objectType, ...changes };
      return entryIn(await request('liveStream', 'update', { entryId, liveStreamEntry }, call));
    },
    async delete(entryId, call) {
      await request('liveStream', 'delete', { entryId }, call);
    },
    async isLive(entryId, call) {
      return flagIn(await request('liveStream', 'isLive', { id: entryId, protocol: 'auto' }, call));
    },
    async getDetails(entryId, call) {
      const answer = fieldsIn(await request('liveStream', 'getDetails', { id: entryId }, call));
      return {
        primaryStreamStatus: Number(answer.primaryStreamStatus),
        secondaryStreamStatus: Number(answer.secondaryStreamStatus),
        viewMode: Number(answer.viewMode),
        wasBroadcast: flagIn(answer.wasBroadcast),
        broadcastStatus: Number(answer.broadcastStatus),
      };
    },
    async regenerateStreamToken(entryId, call) {
      return entryIn(await request('liveStream', 'regenerateStreamToken', { entryId }, call));
    },
  };
}

/** @throws RostrumError `bad-answer` */
export function entryIn(answer: unknown): LiveStreamEntry {
  const { id } = fieldsIn(answer);
  if (typeof id === 'string') return answer as LiveStreamEntry;
  throw new RostrumError('bad-answer', 'The answer is not a live stream');
}
