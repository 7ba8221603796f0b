import { expect, test } from 'vitest';
import { PictureCache } from './picture-cache.ts';

const MAX_BYTES = 100_000;

function counter(sizeBytes: number, keepMs = 60_000) {
  let count = 0;
  return {
    make: async () => ({ value: ++count, sizeBytes, keepMs }),
    get count() {
      return count;
    },
  };
}

test('what was made is made once, also for those who ask meanwhile', async () => {
  const cache = new PictureCache<number>(MAX_BYTES);
  const pictures = counter(1000);
  const asked = Array.from({ length: 20 }, () => cache.get('a', pictures.make));
  expect(new Set(await Promise.all(asked))).toEqual(new Set([1]));
  expect(await cache.get('a', pictures.make)).toBe(1);
  expect(pictures.count).toBe(1);
});

test('never holds more bytes than it may, whatever is asked for; what is used stays', async () => {
  const cache = new PictureCache<number>(MAX_BYTES);
  const kept = counter(1000);
  await cache.get('kept', kept.make);
  for (let key = 0; key < 500; key++) {
    await cache.get(`${key}`, counter(3000).make);
    await cache.get('kept', kept.make);
    expect(cache.sizeBytes).toBeLessThanOrEqual(MAX_BYTES);
  }
  expect(kept.count).toBe(1);
  const first = counter(3000);
  await cache.get('0', first.make);
  expect(first.count).toBe(1);
});

test('small ones cannot fill it either', async () => {
  const cache = new PictureCache<number>(MAX_BYTES);
  for (let key = 0; key < 5000; key++) await cache.get(`${key}`, counter(0).make);
  expect(cache.sizeBytes).toBeLessThanOrEqual(MAX_BYTES);
});

test('what may not be kept, or is too large, is made again', async () => {
  const cache = new PictureCache<number>(MAX_BYTES);
  for (const pictures of [counter(10, 0), counter(MAX_BYTES)]) {
    await cache.get('a', pictures.make);
    await cache.get('a', pictures.make);
    expect(pictures.count).toBe(2);
  }
  expect(cache.sizeBytes).toBe(0);
});

test('a failure is everybody’s who asked, and is not kept', async () => {
  const cache = new PictureCache<number>(MAX_BYTES);
  const fail = () => Promise.reject(new Error('no'));
  await expect(cache.get('a', fail)).rejects.toThrow('no');
  expect(await cache.get('a', counter(1).make)).toBe(1);
});
