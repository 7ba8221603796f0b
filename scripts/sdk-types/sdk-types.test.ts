import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SDK_TYPES_FOLDER, sdkTypes } from './sdk-types.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test.each(Object.keys(sdkTypes()))(
  'the SDK’s %s says what the catalogue says; `npm run docs` writes it anew',
  (name) => {
    const kept = readFileSync(path.join(ROOT, SDK_TYPES_FOLDER, name), 'utf8');
    expect(kept === sdkTypes()[name]).toBe(true);
  },
);
