import type { LiveStreamEntry } from '@rostrum/sdk';

/** Value of KalturaViewMode: everybody. */
const TO_ALL = 1;

/** Whether somebody has gone live, and not ended it since: also while no encoder is there. */
export function hasGoneLive({ explicitLive, viewMode }: LiveStreamEntry): boolean {
  return Boolean(explicitLive) && viewMode === TO_ALL;
}

/** Whether what an encoder sends is a preview. */
export function isHeldBack(entry: LiveStreamEntry): boolean {
  return Boolean(entry.explicitLive) && !hasGoneLive(entry);
}
