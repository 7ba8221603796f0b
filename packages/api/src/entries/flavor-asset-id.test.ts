import { expect, test } from 'vitest';
import { entryIdOfFlavorAsset, flavorAssetIdOf } from './flavor-asset-id.ts';

const IDS = ['0_00000000', '0_ab12cd34', '1_zzzzzzzz', '0_yo43efjn', '9_00000001'];

test.each(IDS)('the flavor asset of %s leads back to it', (entryId) => {
  for (const flavor of [0, 32, 487_041]) {
    const id = flavorAssetIdOf(entryId, flavor);
    expect(id).toMatch(/^[0-9]_[0-9a-z]{8}$/);
    expect(id).not.toBe(entryId);
    expect(entryIdOfFlavorAsset(id, flavor)).toBe(entryId);
  }
});

test('no two renditions share an id', () => {
  const ids = IDS.flatMap((id) => [0, 1, 2, 32].map((flavor) => flavorAssetIdOf(id, flavor)));
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(['', '0_', '0_AB12CD34', "0_ab12cd3'", '0_ab12cd345'])('%j is no id', (text) => {
  expect(entryIdOfFlavorAsset(text, 0)).toBeNull();
});
