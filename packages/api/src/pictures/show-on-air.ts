import type { ChannelStatus } from '@rostrum/contracts';
import { isOnAir } from '../live/broadcast-facts.ts';
import type { Show } from '../store/entry/pictures-store.ts';

/**
 * The show that is on air, with something to see. The generation of any other state may be a rehearsal's: it is not even
 * looked at, so that no picture of a rehearsal can come from here.
 */
export function showOnAir(status: ChannelStatus | null): Show | null {
  if (status === null || !isOnAir(status.state)) return null;
  if (status.generation === null || !status.isPlayable || !status.hasVideo) return null;
  return {
    generation: status.generation,
    startedAtMs: status.onAirSinceMs ?? status.sinceMs,
  };
}
