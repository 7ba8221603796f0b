import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readThumbnailWish } from './thumbnail-wish.ts';

const BASE = '/p/100/sp/10000/thumbnail/entry_id/0_ab12cd34';

test('an address without more asks for a small picture as it is now', () => {
  expect(readThumbnailWish(BASE)).toEqual({
    entryId: '0_ab12cd34',
    ks: '',
    second: null,
    shape: {
      widthPx: 120,
      heightPx: 90,
      fit: 'inside',
      region: null,
      background: 'ffffff',
      quality: 75,
      format: 'jpeg',
    },
  });
});

test('names and values come in any order, and the query wins', () => {
  const url =
    '//p/100/thumbnail/quality/40/type/3/height/360/entry_id/0_ab12cd34/version/100002/bgcolor/FF8000/width/640' +
    '/src_x/10/src_y/20/src_w/300/src_h/200/vid_sec/12.34?quality=50&ks=abc';
  expect(readThumbnailWish(url)).toEqual({
    entryId: '0_ab12cd34',
    ks: 'abc',
    second: 12.3,
    shape: {
      widthPx: 640,
      heightPx: 360,
      fit: 'cropped',
      region: { xPx: 10, yPx: 20, widthPx: 300, heightPx: 200 },
      background: 'ff8000',
      quality: 50,
      format: 'jpeg',
    },
  });
});

test.each([
  ['/width/640', 640, 0],
  ['/height/200', 0, 200],
  ['/width/0/height/0', 0, 0],
  ['/width/99999999/height/-5', 4096, 0],
  ['/width/NaN/height/1e9', 0, 1],
  ['/width/640/height/360.jpg', 640, 360],
])('sides: %s', (path, widthPx, heightPx) => {
  expect(readThumbnailWish(BASE + path).shape).toMatchObject({ widthPx, heightPx });
});

test.each([
  ['/type/1', 'inside'],
  ['/type/2', 'padded'],
  ['/type/3', 'cropped'],
  ['/type/4', 'cropped-from-top'],
  ['/type/5', 'stretched'],
  ['/type/77', 'inside'],
])('fit: %s', (path, fit) => {
  expect(readThumbnailWish(BASE + path).shape.fit).toBe(fit);
});

test.each([
  ['', 'jpeg'],
  ['/format/png', 'png'],
  ['/format/jpg/file_name/x.png', 'jpeg'],
  ['/file_name/picture.png', 'png'],
  ['/width/640/picture.png', 'png'],
  ['/width/640/name.jpg', 'jpeg'],
  ['/format/exe', 'jpeg'],
])('format: %s', (path, format) => {
  expect(readThumbnailWish(BASE + path).shape.format).toBe(format);
});

test.each([
  ['/vid_sec/0', 0],
  ['/vid_sec/-1', null],
  ['/vid_sec/x', null],
  ['/vid_sec/1e300', 604_800],
])('time: %s', (path, second) => {
  expect(readThumbnailWish(BASE + path).second).toBe(second);
});

test('what is no colour does not get into anything', () => {
  for (const bgcolor of ['red', "'; drop", '12345', 'ffffff,scale=1']) {
    const url = `${BASE}/bgcolor/${encodeURIComponent(bgcolor)}`;
    expect(readThumbnailWish(url).shape.background).toBe('ffffff');
  }
  expect(readThumbnailWish(`${BASE}?bgcolor=%23AABBCC`).shape.background).toBe('aabbcc');
});

test('the entry may be the name of a file', () => {
  expect(readThumbnailWish(`${BASE}.jpg`).entryId).toBe('0_ab12cd34');
  expect(readThumbnailWish('/p/100/thumbnail/').entryId).toBe('');
});

test('nothing that anybody writes leads out of bounds', () => {
  const names = [
    'width',
    'height',
    'src_x',
    'src_w',
    'quality',
    'type',
    'vid_sec',
    'bgcolor',
    'format',
  ];
  const value = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String));
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value);
  fc.assert(
    fc.property(fc.array(pair), fc.string(), fc.boolean(), (pairs, query, isEncoded) => {
      const write = (text: string) => (isEncoded ? encodeURIComponent(text.toWellFormed()) : text);
      const path = pairs.map(([name, text]) => `${write(name)}/${write(text)}`).join('/');
      const { shape, second } = readThumbnailWish(`/p/100/thumbnail/${path}?${query}`);
      const numbers = [shape.widthPx, shape.heightPx, ...Object.values(shape.region ?? {})];
      for (const number of numbers) {
        expect(Number.isInteger(number) && number >= 0 && number <= 4096).toBe(true);
      }
      expect(shape.background).toMatch(/^[0-9a-f]{6}$/);
      expect(shape.quality).toBeGreaterThan(0);
      expect(shape.quality).toBeLessThanOrEqual(100);
      expect(second === null || (second >= 0 && second <= 604_800)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
