import type { MediaItem } from '../entries/media-item.ts';
import { baseResultOf, ENTRY_DEFAULTS, type Viewpoint } from './base-entry-result.ts';

/** A video, sound or picture as KalturaMediaEntry. What is undefined has no value. */
export function toMediaEntry(item: MediaItem, viewpoint: Viewpoint): object {
  const { properties } = item;
  const conversionProfileId =
    properties.conversionProfileId ?? viewpoint.profiles.media.defaultId ?? undefined;
  return {
    objectType: 'KalturaMediaEntry',
    ...ENTRY_DEFAULTS,
    ...properties,
    ...baseResultOf(item, viewpoint),
    conversionProfileId,
    conversionQuality: conversionProfileId === undefined ? undefined : String(conversionProfileId),
  };
}
