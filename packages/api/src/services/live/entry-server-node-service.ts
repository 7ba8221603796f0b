import { createHash } from 'node:crypto';
import type {
  ChannelHealth,
  ChannelStatus,
  ConnectedEncoder,
  EncoderSlot,
} from '@rostrum/contracts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import { isOnAir } from '../../live/broadcast-facts.ts';
import { statusOf, streamStatusOf } from '../../live/live-state.ts';
import { effectiveViewModeOf, type WebcastRecord } from '../../live/webcast.ts';
import type { Channels, Server } from '../../ports.ts';
import type { PagerValue } from '../../schema/filter.ts';
import type { EntryServerNodeFilterValue } from '../../schema/server-node.ts';
import { mayPublish } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { BroadcastsStore } from '../../store/recording/broadcasts-store.ts';
import { itemsOf } from '../../store/text-conditions.ts';
import { listInMemory } from '../list-in-memory.ts';
import { MEDIA_NODE_ID } from '../server/server-node-service.ts';

export type EntryServerNodeServices = {
  readonly book: EntryBook;
  readonly broadcasts: BroadcastsStore;
  readonly channels: Channels;
  readonly server: Server;
};

type Id = { readonly id: number };

const WEBCASTS = ['webcast'] as const;

/** Each is looked at, whether the session may know of it. */
const MAX_ENTRIES = 100;

/** The flavor of an encoder's own picture. */
const SOURCE_FLAVOR = '32';

/** Values of KalturaEntryServerNodeType and KalturaEntryServerNodeRecordingStatus. */
const TYPES: { readonly [Slot in EncoderSlot]: string } = { primary: '0', backup: '1' };
const RECORDING_STOPPED = 0;
const RECORDING = 1;

/**
 * The encoders that are connected, computed from what the media process tells: nothing is stored that could be wrong.
 * Whoever may know where encoders connect may know of them.
 */
export class EntryServerNodeService {
  readonly #services: EntryServerNodeServices;

  constructor(services: EntryServerNodeServices) {
    this.#services = services;
  }

  async get(call: Call, { id }: Id) {
    return toResult(await this.#find(sessionOf(call), id));
  }

  async validate(call: Call, { id }: Id): Promise<null> {
    await this.#find(sessionOf(call), id);
    return null;
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: EntryServerNodeFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const nodes = await this.#nodes(sessionOf(call), idsOf(filter));
    const fields = {
      entryId: ({ entryId }: Node) => entryId,
      serverNodeId: () => MEDIA_NODE_ID,
      createdAt: ({ createdAt }: Node) => createdAt,
      updatedAt: ({ updatedAt }: Node) => updatedAt,
      status: ({ status }: Node) => status,
      serverType: ({ serverType }: Node) => serverType,
    };
    const { totalCount, items } = listInMemory(nodes, filter, pager, fields);
    return {
      objectType: 'KalturaEntryServerNodeListResponse',
      totalCount,
      objects: items.map(toResult),
    };
  }

  async #find(session: Session, id: number): Promise<Node> {
    const node = (await this.#nodes(session, null)).find((each) => each.id === id);
    if (node === undefined) throw new ApiError('INVALID_OBJECT_ID', id);
    return node;
  }

  /** @param entryIds null for all of the account whose show goes on */
  async #nodes(session: Session, entryIds: readonly string[] | null): Promise<readonly Node[]> {
    const { book, broadcasts, channels, server } = this.#services;
    const asked = entryIds ?? (await this.#unfinished(broadcasts, session));
    const nodes: Node[] = [];
    for (const entryId of asked) {
      const record = await book.findOrNull(session, entryId, WEBCASTS);
      if (record === null || !mayPublish(session, record.entry)) continue;
      const webcast = { webcast: record.entry, facts: record.facts };
      const status = statusOf(channels, webcast);
      if (status !== null) nodes.push(...nodesOf(webcast, status, server.healthOf(entryId)));
    }
    return nodes;
  }

  async #unfinished(
    broadcasts: BroadcastsStore,
    { partnerId }: Session,
  ): Promise<readonly string[]> {
    const records = await broadcasts.unfinished();
    return records
      .filter(({ webcast }) => webcast.partnerId === partnerId)
      .map(({ webcast }) => webcast.id);
  }
}

function idsOf(filter: EntryServerNodeFilterValue | null): readonly string[] | null {
  if (filter?.entryIdEqual) return [filter.entryIdEqual];
  return filter?.entryIdIn ? itemsOf(filter.entryIdIn).slice(0, MAX_ENTRIES) : null;
}

type Node = ReturnType<typeof nodeOf>;

function nodesOf(
  record: WebcastRecord,
  status: ChannelStatus,
  health: ChannelHealth | null,
): readonly Node[] {
  return status.encoders.map((encoder) => nodeOf(record, status, encoder, health));
}

function nodeOf(
  { webcast }: WebcastRecord,
  status: ChannelStatus,
  { slot, connectedAtMs }: ConnectedEncoder,
  health: ChannelHealth | null,
) {
  const sample = health?.encoders.find((each) => each.slot === slot);
  const heardAtMs = Math.max(status.sinceMs, sample === undefined ? 0 : (health?.atMs ?? 0));
  const { recordedEntryId } = webcast.properties;
  const isOnAirNow = isOnAir(status.state);
  // A preview is never recorded; the takes that are told then are those of the show before.
  const isRecording = isOnAirNow && recordedEntryId && status.takes.length > 0;
  return {
    id: nodeIdOf(webcast.id, slot),
    entryId: webcast.id,
    serverNodeId: MEDIA_NODE_ID,
    partnerId: webcast.partnerId,
    createdAt: Math.floor(connectedAtMs / 1000),
    updatedAt: Math.floor(heardAtMs / 1000),
    status: streamStatusOf(status, slot),
    serverType: TYPES[slot],
    streams: sample === undefined ? [] : [streamOf(sample)],
    recordingInfo: isRecording
      ? [
          {
            objectType: 'KalturaLiveEntryServerNodeRecordingInfo',
            recordedEntryId,
            duration: Math.round(status.takes.reduce((sum, take) => sum + take.durationMs, 0)),
            recordingStatus: status.state === 'on-air' ? RECORDING : RECORDING_STOPPED,
          },
        ]
      : [],
    isPlayableUser: isOnAirNow && status.isPlayable,
    viewMode: effectiveViewModeOf(webcast),
    viewModeUpdatedAt: Math.floor(webcast.viewModeChangedAtMs / 1000),
  };
}

function toResult(node: Node): object {
  return { objectType: 'KalturaLiveEntryServerNode', ...node };
}

function streamOf({ video, audio, bitsPerSecond }: ChannelHealth['encoders'][number]): object {
  return {
    objectType: 'KalturaLiveStreamParams',
    bitrate: Math.round(bitsPerSecond),
    flavorId: SOURCE_FLAVOR,
    width: video?.widthPx ?? null,
    height: video?.heightPx ?? null,
    codec: video?.codec ?? audio?.codec ?? null,
    frameRate: video === null ? null : Math.round(video.framesPerSecond),
    keyFrameInterval:
      video === null || video.keyFrameDistanceMs === null ? null : video.keyFrameDistanceMs / 1000,
  };
}

/** 31 bits, as clients keep numbers: the same for one address of a webcast for as long as there is one. */
function nodeIdOf(webcastId: string, slot: EncoderSlot): number {
  return createHash('sha256').update(`${webcastId}/${slot}`).digest().readUInt32BE(0) >>> 1;
}
