import type { ThumbAsset } from '../../store/upload/thumb-assets-store.ts';

/** How clients know what the entry shows. */
const DEFAULT_TAG = 'default_thumb';

/** Values of KalturaThumbAssetStatus. */
const QUEUED = 0;
const READY = 2;

export type ShownThumbAsset = ReturnType<typeof toThumbAsset>;

/** A thumb asset as clients know it. What is undefined has no value. */
export function toThumbAsset(asset: ThumbAsset) {
  const { properties } = asset;
  return {
    objectType: asset.isTimed ? 'KalturaTimedThumbAsset' : 'KalturaThumbAsset',
    id: asset.id,
    entryId: asset.entryId,
    partnerId: asset.partnerId,
    version: asset.version,
    size: Math.ceil(asset.sizeBytes / 1024),
    sizeInBytes: asset.sizeBytes,
    tags: [...tagsOf(properties.tags), ...(asset.isDefault ? [DEFAULT_TAG] : [])].join(','),
    fileExt: asset.format === null ? undefined : asset.format === 'jpeg' ? 'jpg' : asset.format,
    createdAt: Math.floor(asset.createdAtMs / 1000),
    updatedAt: Math.floor(asset.updatedAtMs / 1000),
    partnerData: properties.partnerData ?? undefined,
    partnerDescription: properties.partnerDescription ?? undefined,
    actualSourceAssetParamsIds: properties.actualSourceAssetParamsIds ?? undefined,
    thumbParamsId: properties.thumbParamsId ?? 0,
    width: asset.size?.widthPx,
    height: asset.size?.heightPx,
    status: asset.version === 0 ? QUEUED : READY,
    cuePointId: asset.cuePointId ?? undefined,
  };
}

/** Which one is the default is nothing that tags decide. */
function tagsOf(tags: string | null | undefined): readonly string[] {
  return (tags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag !== DEFAULT_TAG);
}
