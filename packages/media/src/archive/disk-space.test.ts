import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDiskSpace } from './disk-space.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rostrum-disk-'));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('a folder has the room of its disk', async () => {
  const { freeBytes, sizeBytes } = await readDiskSpace(directory);
  expect(freeBytes).toBeGreaterThan(0);
  expect(sizeBytes).toBeGreaterThanOrEqual(freeBytes);
});

test('a folder that is not made yet has the room of where it will be', async () => {
  const { sizeBytes } = await readDiskSpace(directory);
  const later = await readDiskSpace(join(directory, 'media', 'of', 'tomorrow'));
  expect(later.sizeBytes).toBe(sizeBytes);
});
