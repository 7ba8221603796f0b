import { error } from './error-shape.ts';

/** Pictures of entries besides the one that is shown. */
export const THUMB_ERRORS = {
  THUMB_ASSET_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `There is no thumb asset "${id}" that this session may have`,
  ),
  THUMB_ASSET_IS_NOT_READY: error([], () => 'The thumb asset has no content yet'),
  THUMB_ASSET_IS_DEFAULT: error(
    ['ASSET'],
    (id) =>
      `Thumb asset "${id}" is what its entry shows: set another one as the default before deleting it`,
  ),
  THUMB_ASSET_PARAMS_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `There are no stored thumb params (asked for "${id}"): name the size in the call`,
  ),
  MAX_ASSETS_FOR_ENTRY_REACHED: error(
    ['ASSETS'],
    (most) => `An entry has at most ${most} thumb assets: delete some`,
  ),
} as const;
