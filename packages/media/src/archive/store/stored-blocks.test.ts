import { expect, test } from 'vitest';
import { StoredBlocks } from './stored-blocks.ts';
import type { Stretch, TakeName } from './take-store.ts';

const TAKE: TakeName = { webcastId: '0_abcd1234', generation: 'k3f9aa00bb11' };
const OTHER: TakeName = { webcastId: '0_abcd1234', generation: 'k3f9aa00bb12' };

/** A store with one file of 3,500 bytes under every name, which says what it was asked for. */
function openStore(sizeBytes = 3500) {
  const bytes = Uint8Array.from({ length: sizeBytes }, (_, index) => index % 251);
  const asked: string[] = [];
  const held: (() => void)[] = [];
  let isHolding = false;
  return {
    bytes,
    asked,
    hold: () => {
      isHolding = true;
    },
    release: () => {
      isHolding = false;
      for (const go of held.splice(0)) go();
    },
    read: async (take: TakeName, fileName: string, stretch?: Stretch) => {
      asked.push(`${take.generation.slice(-1)} ${fileName} ${stretch?.start}-${stretch?.end}`);
      if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
      if (fileName === 'missing.m4s') return null;
      return bytes.slice(stretch?.start, stretch?.end);
    },
  };
}

const LIMITS = { blockBytes: 1000, smallestBytes: 100, maximumBytes: 2500 };

test('every stretch is what the file has there', async () => {
  const store = openStore();
  const blocks = new StoredBlocks(store, { ...LIMITS, maximumBytes: 1500 });
  for (let round = 0; round < 400; round++) {
    const start = Math.floor(Math.random() * 3600);
    const end = start + 1 + Math.floor(Math.random() * 2500);
    const found = await blocks.read(TAKE, 'video.m4s', { start, end });
    const expected = Buffer.from(store.bytes.subarray(start, end));
    expect(expected.equals(found ?? Buffer.alloc(0)), `${start}-${end}`).toBe(true);
  }
  expect(await blocks.read(TAKE, 'video.m4s')).toEqual(store.bytes);
});

test('a hundred viewers of the same minute cost the store what one does', async () => {
  const store = openStore();
  const blocks = new StoredBlocks(store, LIMITS);
  store.hold();
  const viewers = Array.from({ length: 100 }, () =>
    blocks.read(TAKE, 'video.m4s', { start: 0, end: 250 }),
  );
  store.release();
  const found = await Promise.all(viewers);
  expect(found.every((bytes) => bytes?.length === 250)).toBe(true);
  await blocks.read(TAKE, 'video.m4s', { start: 250, end: 500 });
  expect(store.asked.filter((each) => each.endsWith('0-1000'))).toHaveLength(1);
});

test('who reads on finds the next block on its way', async () => {
  const store = openStore();
  const blocks = new StoredBlocks(store, LIMITS);
  await blocks.read(TAKE, 'video.m4s', { start: 0, end: 250 });
  expect(store.asked).toEqual(['1 video.m4s 0-1000']);
  await blocks.read(TAKE, 'video.m4s', { start: 250, end: 500 });
  expect(store.asked).toEqual(['1 video.m4s 0-1000', '1 video.m4s 1000-2000']);
  await blocks.read(TAKE, 'video.m4s', { start: 1000, end: 1250 });
  expect(store.asked).toHaveLength(2);
});

test('a little is fetched as it is asked for, unless it is here already', async () => {
  const store = openStore();
  const blocks = new StoredBlocks(store, LIMITS);
  await blocks.read(TAKE, 'video.m4s', { start: 2040, end: 2050 });
  expect(store.asked).toEqual(['1 video.m4s 2040-2050']);
  await blocks.read(TAKE, 'video.m4s', { start: 2000, end: 2500 });
  await blocks.read(TAKE, 'video.m4s', { start: 2040, end: 2050 });
  expect(store.asked).toEqual(['1 video.m4s 2040-2050', '1 video.m4s 2000-3000']);
});

test('what was asked for last is kept, within the limit', async () => {
  const store = openStore();
  const blocks = new StoredBlocks(store, LIMITS);
  const first = (name: string) => blocks.read(TAKE, name, { start: 0, end: 250 });
  await first('a.m4s');
  await first('b.m4s');
  await first('a.m4s');
  await first('c.m4s');
  store.asked.length = 0;
  await first('a.m4s');
  await first('b.m4s');
  expect(store.asked).toEqual(['1 b.m4s 0-1000']);
});

test('nothing of a take that was removed is left, nor kept of what was on its way', async () => {
  const store = openStore();
  const blocks = new StoredBlocks(store, { ...LIMITS, maximumBytes: 9000 });
  await blocks.read(TAKE, 'a.m4s', { start: 0, end: 250 });
  await blocks.read(OTHER, 'a.m4s', { start: 0, end: 250 });
  store.hold();
  const late = blocks.read(TAKE, 'b.m4s', { start: 0, end: 250 });
  blocks.forget(TAKE);
  store.release();
  await late;
  store.asked.length = 0;
  await blocks.read(TAKE, 'a.m4s', { start: 0, end: 250 });
  await blocks.read(TAKE, 'b.m4s', { start: 0, end: 250 });
  await blocks.read(OTHER, 'a.m4s', { start: 0, end: 250 });
  expect(store.asked).toEqual(['1 a.m4s 0-1000', '1 b.m4s 0-1000']);
});

test('what fails is asked for again by the next one', async () => {
  let failures = 1;
  const blocks = new StoredBlocks(
    {
      read: async () => {
        if (failures-- > 0) throw new Error('away');
        return new Uint8Array(500);
      },
    },
    LIMITS,
  );
  const stretch = { start: 0, end: 400 };
  await expect(blocks.read(TAKE, 'a.m4s', stretch)).rejects.toThrow('away');
  expect(await blocks.read(TAKE, 'a.m4s', stretch)).toHaveLength(400);
});

test('a file that is not there is not there', async () => {
  const blocks = new StoredBlocks(openStore(), LIMITS);
  expect(await blocks.read(TAKE, 'missing.m4s', { start: 0, end: 500 })).toBeNull();
  expect(await blocks.read(TAKE, 'missing.m4s')).toBeNull();
});
