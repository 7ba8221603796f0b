import type { Picture, PictureFailure, PictureShape } from '@rostrum/contracts';
import type { Stills } from '../ports.ts';
import type { ThumbAsset, ThumbAssetsStore } from '../store/upload/thumb-assets-store.ts';
import { type Cacheable, PictureCache } from './picture-cache.ts';

const MAX_BYTES = 16 * 1024 * 1024;
const KEEP_MS = 10 * 60_000;
const KEEP_FAILURE_MS = 2000;

/** Pictures of thumb assets as they are asked for: when a slide changes, everybody asks for the same one at once. */
export class AssetPictures {
  readonly #assets: ThumbAssetsStore;
  readonly #stills: Stills;
  readonly #originals = new PictureCache<Picture | PictureFailure>(MAX_BYTES);
  readonly #shaped = new PictureCache<Picture | PictureFailure>(MAX_BYTES);

  constructor(assets: ThumbAssetsStore, stills: Stills) {
    this.#assets = assets;
    this.#stills = stills;
  }

  /** @param shape null for the picture as it is, which it also is where there is no tool to change it */
  async pictureOf(
    { id, version }: ThumbAsset,
    shape: PictureShape | null,
  ): Promise<Picture | PictureFailure> {
    const key = `${id} ${version}`;
    const original = await this.#originals.get(key, async () =>
      cacheable((await this.#assets.read(id)) ?? 'no-frame'),
    );
    if (typeof original === 'string' || shape === null) return original;
    const picture = await this.#shaped.get(`${key} ${JSON.stringify(shape)}`, async () =>
      cacheable(await this.#stills.shape(original, shape)),
    );
    return picture === 'no-tool' ? original : picture;
  }
}

function cacheable(value: Picture | PictureFailure): Cacheable<Picture | PictureFailure> {
  if (typeof value !== 'string') return { value, sizeBytes: value.bytes.length, keepMs: KEEP_MS };
  return { value, sizeBytes: 0, keepMs: value === 'busy' ? 0 : KEEP_FAILURE_MS };
}
