import type { MovieFacts } from '@rostrum/contracts';
import type { Entry } from '../../entries/entry.ts';
import { flavorAssetIdOf } from '../../entries/flavor-asset-id.ts';
import { liveProfileOf } from '../../live/live-profiles.ts';
import type { AccountProfilesDirectory } from '../../profiles/account-profiles.ts';

/** A rendition of an entry as KalturaFlavorAsset, or KalturaLiveAsset. What is undefined has no value. */
export type Rendition = Omit<ReturnType<typeof assetOf>, 'objectType'> & {
  readonly objectType: string;
};

/** The flavor of what came from the encoder, in every account. */
export const SOURCE = 0;

/** KalturaFlavorAssetStatus. */
const READY = 2;

/** What is delivered of an entry: the encoder's picture as it comes. */
export async function renditionsOf(
  entry: Entry,
  profiles: AccountProfilesDirectory,
): Promise<readonly Rendition[]> {
  if (entry.kind !== 'webcast') return [recordedRendition(entry, null)];
  const { live } = await profiles.of(entry.partnerId);
  const profile = liveProfileOf(live, entry.properties.conversionProfileId);
  const [source] = profile.flavorParamsIds.split(',').map(Number);
  return source === undefined ? [] : [assetOf(entry, source, profile.bitrates[0])];
}

/** @param facts of the recording as a file; null where they are not known */
export function recordedRendition(entry: Entry, facts: MovieFacts | null): Rendition {
  const asset = { ...assetOf(entry, SOURCE, undefined), objectType: 'KalturaFlavorAsset' };
  const format = { fileExt: 'mp4', containerFormat: 'isom', tags: 'source,web' };
  if (facts === null) return { ...asset, ...format };
  const { sizeBytes, durationMs, widthPx, heightPx, framesPerSecond, videoCodec } = facts;
  return {
    ...asset,
    ...format,
    size: Math.ceil(sizeBytes / 1024),
    sizeInBytes: sizeBytes,
    bitrate: Math.round((sizeBytes * 8) / Math.max(1, durationMs)),
    width: widthPx ?? undefined,
    height: heightPx ?? undefined,
    frameRate: Math.round((framesPerSecond ?? 0) * 1000) / 1000,
    // Its name in the file: `avc1`, `hvc1`, `av01`.
    videoCodecId: videoCodec?.split('.', 1)[0] ?? '',
  };
}

function assetOf(
  { id, partnerId, createdAtMs, updatedAtMs }: Entry,
  flavorParamsId: number,
  nominal: { readonly bitrate: number; readonly tags: string } | undefined,
) {
  return {
    objectType: 'KalturaLiveAsset',
    id: flavorAssetIdOf(id, flavorParamsId),
    entryId: id,
    partnerId,
    version: 0,
    size: 0,
    sizeInBytes: undefined as number | undefined,
    tags: nominal?.tags ?? '',
    fileExt: '',
    createdAt: Math.floor(createdAtMs / 1000),
    updatedAt: Math.floor(updatedAtMs / 1000),
    flavorParamsId,
    width: undefined as number | undefined,
    height: undefined as number | undefined,
    bitrate: nominal?.bitrate ?? 0,
    frameRate: 0,
    isOriginal: true,
    isWeb: true,
    containerFormat: '',
    videoCodecId: '',
    status: READY,
    isDefault: true,
  };
}
