import {
  ThumbAssetService,
  type ThumbAssetServices,
} from '../services/picture/thumb-asset-service.ts';
import type { Database } from '../store/database.ts';
import { ThumbAssetsStore } from '../store/upload/thumb-assets-store.ts';
import { AssetPictures } from './asset-pictures.ts';

export type OpenThumbAssetsOptions = Omit<ThumbAssetServices, 'assets' | 'assetPictures'> & {
  readonly database: Database;
};

/** Pictures of entries besides the one that is shown. */
export function openThumbAssets({ database, ...rest }: OpenThumbAssetsOptions): ThumbAssetService {
  const assets = new ThumbAssetsStore(database);
  const assetPictures = new AssetPictures(assets, rest.stills);
  return new ThumbAssetService({ ...rest, assets, assetPictures });
}
