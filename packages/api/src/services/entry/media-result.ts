import { READY_STATUS } from '../../entries/entry-base.ts';
import type { MediaItem } from '../../entries/media-item.ts';
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
    ...(item.status === READY_STATUS ? addressesOf(item, viewpoint) : {}),
    conversionProfileId,
    conversionQuality: conversionProfileId === undefined ? undefined : String(conversionProfileId),
  };
}

/** Value of KalturaMediaType. */
const IMAGE = 2;

/** Of something that is there: where the file is, and where it is to be saved from. A picture is in full size. */
function addressesOf(
  { id, partnerId, properties, counts }: MediaItem,
  { addresses, requestHost }: Viewpoint,
): { readonly dataUrl: string; readonly downloadUrl: string } {
  const publicUrl = addresses.publicUrl(requestHost);
  if (properties.mediaType === IMAGE) {
    const picture = `${publicUrl}/p/${partnerId}/sp/${partnerId}00/thumbnail/entry_id/${id}/version/${counts.pictureVersion}/width/0/height/0`;
    return { dataUrl: picture, downloadUrl: picture };
  }
  const protocol = publicUrl.startsWith('https:') ? 'https' : 'http';
  const base = `${publicUrl}/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${id}`;
  return {
    dataUrl: `${base}/format/url/protocol/${protocol}`,
    downloadUrl: `${base}/format/download/protocol/${protocol}/flavorParamIds/0`,
  };
}
