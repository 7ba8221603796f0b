import { gunzipSync } from 'node:zlib';
import { recordingPath, type TakeReference } from '@rostrum/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SAMPLE_GENERATION, SAMPLE_SETTINGS } from '../archive/testing/sample-media.ts';
import { MediaAway } from '../package/media-away.ts';
import { type OriginFixture, openOriginFixture } from './testing/origin-fixture.ts';
import { signWith } from './testing/sample-generation.ts';

const EXPIRES = 1_900_000_000;
const TAKE: TakeReference = {
  webcastId: SAMPLE_SETTINGS.webcastId,
  generation: SAMPLE_GENERATION,
  trim: null,
};

let origin: OriginFixture;
const path = recordingPath([TAKE], EXPIRES, signWith());

beforeEach(async () => {
  origin = await openOriginFixture({ isRecorded: true });
  origin.generation.addTrack('video');
  origin.generation.addTrack('audio');
  origin.generation.addSegments('video', 30);
  origin.generation.addSegments('audio', 30);
  origin.generation.end();
  origin.archive.end();
});

afterEach(async () => {
  await origin.close();
});

test('a playlist may be cached for minutes, is compressed where the client takes it, and may be read by any page', async () => {
  const plain = await origin.get(`${path}/video.m3u8`);
  expect(plain.status).toBe(200);
  expect(plain.headers).toMatchObject({
    'content-type': 'application/vnd.apple.mpegurl',
    'cache-control': 'public, max-age=600',
    'access-control-allow-origin': '*',
    vary: 'accept-encoding',
  });
  expect(plain.body.toString().match(/^0\/video-k3f9-\d+\.m4s$/gm)).toHaveLength(30);
  const packed = await origin.get(`${path}/video.m3u8?x=y`, { 'accept-encoding': 'gzip' });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.body)).toEqual(plain.body);
  const head = await origin.get(`${path}/video.m3u8`, {}, 'HEAD');
  expect(head.headers['content-length']).toBe(String(plain.body.length));
  expect((await origin.get(`${path}/index.m3u8`, {}, 'OPTIONS')).status).toBe(204);
});

test('media comes whole and in ranges, under names that never change', async () => {
  const whole = await origin.get(`${path}/0/video-k3f9-7.m4s`);
  expect(whole.status).toBe(200);
  expect(whole.headers).toMatchObject({
    'content-type': 'video/mp4',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  const range = await origin.get(`${path}/0/video-k3f9-7.m4s`, { range: 'bytes=10-19' });
  expect(range.status).toBe(206);
  expect(range.headers['content-range']).toBe(`bytes 10-19/${whole.body.length}`);
  expect(range.body.equals(whole.body.subarray(10, 20))).toBe(true);
  const beyond = `bytes=${whole.body.length}-`;
  expect((await origin.get(`${path}/0/video-k3f9-7.m4s`, { range: beyond })).status).toBe(416);
  expect((await origin.get(`${path}/0/audio-init-0.mp4`)).body.toString()).toBe('init of audio');
});

test('two hundred viewers who come at once get the same playlist, whenever their addresses expire', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => {
      const expires = recordingPath([TAKE], EXPIRES + (index % 4), signWith());
      return origin.get(`${expires}/${index % 2 === 0 ? 'video' : 'audio'}.m3u8`);
    }),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(new Set(answers.map(({ body }) => body.toString())).size).toBe(2);
});

test('an address that was not signed is refused, whatever is changed in it', async () => {
  const [, , token = '', composition = ''] = path.split('/');
  const other = recordingPath([{ ...TAKE, generation: 'other0000000' }], EXPIRES, signWith());
  const foreign = recordingPath([TAKE], EXPIRES, signWith(new Uint8Array(32)));
  const trimmed = `${composition}.0.zz`;
  for (const forged of [
    `/r/${token.replace(/.$/, token.endsWith('A') ? 'B' : 'A')}/${composition}`,
    `/r/${token.replace(/^./, 'z')}/${composition}`,
    `/r/${token}/${other.split('/')[3]}`,
    `/r/${token}/${composition}~${composition}`,
    `/r/${token}/${trimmed}`,
    `/r/${token.slice(0, -1)}/${composition}`,
    `/r/${token}/${composition.slice(0, -1)}`,
    `/r//${composition}`,
    foreign,
  ]) {
    const { status, body } = await origin.get(`${forged}/index.m3u8`);
    expect(status, forged).toBe(403);
    expect(body.toString()).toMatch(/not valid/);
  }
});

test('an address holds until it expires, and not a second longer', async () => {
  const soon = Math.floor(origin.time.nowMs / 1000) + 10;
  const short = recordingPath([TAKE], soon, signWith());
  expect((await origin.get(`${short}/video.m3u8`)).status).toBe(200);
  origin.time.nowMs = soon * 1000;
  expect((await origin.get(`${short}/video.m3u8`)).status).toBe(403);
  expect((await origin.get(`${short}/0/video-k3f9-7.m4s`)).status).toBe(403);
  expect((await origin.get(`${path}/video.m3u8`)).status).toBe(200);
});

test.each([
  '',
  'index-dvr.m3u8',
  'audio-iframes.m3u8',
  '0',
  '0/',
  '0/index.m3u8',
  '0/journal.ndjson',
  '0/../journal.ndjson',
  '0/..%2fjournal.ndjson',
  '0/video-k3f9-7.m4s/',
  '0/video-k3f9-7.0.m4s',
  '0/video-k3f9-07.m4s',
  '0/video-other-7.m4s',
  '0/video-k3f9-30.m4s',
  '0/audio-init-1.mp4',
  '1/video-k3f9-7.m4s',
  '00/video-k3f9-7.m4s',
  '-1/video-k3f9-7.m4s',
  '64/video-k3f9-7.m4s',
  '../../../etc/passwd',
  '%2e%2e/secrets.json',
])('%j is nothing that a recording has', async (rest) => {
  const { socket, received } = await origin.connect();
  socket.write(`GET ${path}/${rest} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  await new Promise((resolve) => socket.once('close', resolve));
  expect(received()).toMatch(/^HTTP\/1\.1 404 /);
});

test('the longest address that can be signed is answered, and a longer one is refused', async () => {
  const trim = { fromMs: 36 ** 6, toMs: 36 ** 7 - 1 };
  const longest = recordingPath(
    Array.from({ length: 64 }, () => ({ ...TAKE, trim })),
    36 ** 6,
    signWith(),
  );
  expect(longest.length).toBeGreaterThan(2400);
  const { status, body } = await origin.get(`${longest}/63/audio-init-0.mp4`);
  expect([status, body.toString()]).toEqual([200, 'init of audio']);
  expect((await origin.get(`/r/x/${'y'.repeat(3900)}/index.m3u8`)).status).toBe(403);
  expect((await origin.get(`/r/x/${'y'.repeat(5000)}/index.m3u8`)).status).toBe(414);
});

test('many takes of the same media play as one', async () => {
  const many = recordingPath(
    Array.from({ length: 64 }, () => TAKE),
    EXPIRES,
    signWith(),
  );
  const text = (await origin.get(`${many}/audio.m3u8`)).body.toString();
  expect(text.match(/^\d+\/audio-k3f9-\d+\.m4s$/gm)).toHaveLength(64 * 30);
  expect(text.match(/^#EXT-X-DISCONTINUITY$/gm)).toHaveLength(63);
  expect(text.match(/^#EXT-X-MAP/gm)).toHaveLength(64);
});

test('a recording whose store is away is to be asked for again, and is no error of ours', async () => {
  const away = () => Promise.reject(new MediaAway('the store is away'));
  const take = await origin.takes.findTake(TAKE.webcastId, TAKE.generation);
  const cases = [
    { archive: { read: away, findTake: away }, file: 'video.m3u8' },
    { archive: { read: away, findTake: away }, file: '0/video-k3f9-7.m4s' },
    { archive: { read: away, findTake: async () => take }, file: '0/video-k3f9-7.m4s' },
    { archive: { read: away, findTake: async () => take }, file: '0/audio-init-0.mp4' },
    { archive: { read: away, findTake: async () => take }, file: 'show.mp4' },
  ];
  for (const { archive, file } of cases) {
    const other = await openOriginFixture({ isRecorded: true, archive });
    const { status, headers, body } = await other.get(`${path}/${file}`);
    expect([status, headers['retry-after']], file).toEqual([503, '5']);
    expect(headers['cache-control']).toBe('no-store');
    expect(body.toString()).toMatch(/store .* does not answer/);
    expect(other.log.entries).toEqual([]);
    await other.close();
  }
});
