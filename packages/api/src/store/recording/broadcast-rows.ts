import type { ChannelStatus, ConnectedEncoder } from '@rostrum/contracts';
import type { BroadcastFacts } from '../../live/broadcast-facts.ts';
import type { BroadcastTable } from '../tables.ts';

/** What is known of a webcast's shows, as a row and back. */

export const BROADCAST_COLUMNS = [
  'broadcast.entry_id',
  'broadcast.state',
  'broadcast.since_ms',
  'broadcast.on_air_since_ms',
  'broadcast.generation',
  'broadcast.is_playable',
  'broadcast.has_video',
  'broadcast.encoders',
  'broadcast.waits_until_ms',
  'broadcast.first_broadcast_ms',
  'broadcast.last_broadcast_ms',
  'broadcast.last_broadcast_end_ms',
  'broadcast.current_broadcast_start_ms',
  'broadcast.first_on_air_ms',
  'broadcast.last_on_air_end_ms',
] as const;

/** As a left join answers it: all null where no encoder ever came. */
export type JoinedBroadcastRow = {
  [Column in keyof BroadcastTable]: BroadcastTable[Column] | null;
};

export function factsOf(row: JoinedBroadcastRow): BroadcastFacts | null {
  if (row.entry_id === null) return null;
  return {
    status: {
      webcastId: row.entry_id,
      state: (row.state ?? 'idle') as ChannelStatus['state'],
      sinceMs: row.since_ms ?? 0,
      onAirSinceMs: row.on_air_since_ms,
      generation: row.generation,
      isPlayable: row.is_playable === 1,
      hasVideo: row.has_video === 1,
      encoders: JSON.parse(row.encoders ?? '[]') as readonly ConnectedEncoder[],
      waitsUntilMs: row.waits_until_ms,
      takes: [],
    },
    firstBroadcastMs: row.first_broadcast_ms,
    lastBroadcastMs: row.last_broadcast_ms,
    lastBroadcastEndMs: row.last_broadcast_end_ms,
    currentBroadcastStartMs: row.current_broadcast_start_ms,
    firstOnAirMs: row.first_on_air_ms,
    lastOnAirEndMs: row.last_on_air_end_ms,
  };
}

export function factsRowOf(id: string, { status, ...facts }: BroadcastFacts): BroadcastTable {
  return {
    entry_id: id,
    state: status.state,
    since_ms: status.sinceMs,
    on_air_since_ms: status.onAirSinceMs,
    generation: status.generation,
    is_playable: status.isPlayable ? 1 : 0,
    has_video: status.hasVideo ? 1 : 0,
    encoders: JSON.stringify(status.encoders),
    waits_until_ms: status.waitsUntilMs,
    first_broadcast_ms: facts.firstBroadcastMs,
    last_broadcast_ms: facts.lastBroadcastMs,
    last_broadcast_end_ms: facts.lastBroadcastEndMs,
    current_broadcast_start_ms: facts.currentBroadcastStartMs,
    first_on_air_ms: facts.firstOnAirMs,
    last_on_air_end_ms: facts.lastOnAirEndMs,
  };
}
