import { READY_STATUS } from '../entries/entry-base.ts';
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
    dataUrl: item.status === READY_STATUS ? dataUrlOf(item, viewpoint) : undefined,
    conversionProfileId,
    conversionQuality: conversionProfileId === undefined ? undefined : String(conversionProfileId),
  };
}

function dataUrlOf({ id, partnerId }: MediaItem, { addresses, requestHost }: Viewpoint): string {
  const publicUrl = addresses.publicUrl(requestHost);
  const protocol = publicUrl.startsWith('https:') ? 'https' : 'http';
  const base = `${publicUrl}/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${id}`;
  return `${base}/format/url/protocol/${protocol}`;
}
