import { error } from './error-shape.ts';

/** Renditions of entries. */
export const ASSET_ERRORS = {
  FLAVOR_ASSET_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `There is no flavor asset "${id}" that this session may have`,
  ),
  FLAVOR_ASSET_IS_NOT_READY: error([], () => 'Of this flavor asset there is no file yet'),
} as const;
