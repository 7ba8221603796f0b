import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  encodePlaybackToken,
  type Picture,
  type PictureFailure,
  type PictureShape,
} from '@rostrum/contracts';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Publication } from '../ingest/publication.ts';
import { type MediaServer, openMediaServer } from '../origin/media-server.ts';
import type { Frame } from '../stream/frame.ts';
import { encodeMedia } from '../stream/testing/encoded-media.ts';
import {
  connect,
  openTestChannels,
  SETTINGS,
  send,
  silentLog,
  type TestChannels,
} from '../stream/testing/test-channels.ts';
import { Stills } from './stills.ts';
import { drawPicture, nameOf, readPicture } from './testing/read-picture.ts';

const SECRET = Buffer.alloc(32, 9);
const FFMPEG = { file: 'ffmpeg', environment: { PATH: process.env.PATH ?? '' } };
const SHAPE: PictureShape = {
  widthPx: 0,
  heightPx: 0,
  fit: 'inside',
  region: null,
  background: 'ffffff',
  quality: 75,
  format: 'jpeg',
};

function pictureOf(result: Picture | PictureFailure): Picture {
  if (typeof result === 'string') throw new Error(`no picture: ${result}`);
  return result;
}

async function colourOf(result: Picture | PictureFailure): Promise<string> {
  return nameOf((await readPicture(pictureOf(result).bytes)).at(0.5, 0.5));
}

describe('a frame of a show', () => {
  let media: readonly Frame[];
  let distant: readonly Frame[];
  let test: TestChannels;
  let server: MediaServer;
  let stills: Stills;
  let encoder: Publication;

  beforeAll(async () => {
    const colours = ['red', 'lime', 'blue'];
    [media, distant] = await Promise.all([
      encodeMedia({ seconds: 9, colours, size: '160x90', keyFrameEvery: 30 }),
      encodeMedia({ seconds: 27, colours, size: '160x90', keyFrameEvery: 9 * 30, bFrames: 2 }),
    ]);
  });

  beforeEach(async () => {
    test = openTestChannels();
    server = await openMediaServer({
      host: '127.0.0.1',
      port: 0,
      generations: test.channels,
      archive: test.archive,
      playbackSecret: SECRET,
      clock: test.clock.nowMs,
      log: silentLog,
    });
    const mediaUrl = () => `http://127.0.0.1:${server.port}`;
    stills = new Stills({ mediaUrl, ffmpeg: FFMPEG, log: silentLog });
  });

  afterEach(async () => {
    stills.close();
    test.channels.close();
    await server.close();
  });

  const publish = async (frames: readonly Frame[], dvrWindowMs = 3_600_000) => {
    test.channels.applySettings({ ...SETTINGS, revision: 2, dvrWindowMs });
    encoder = await connect(test.channels);
    send(encoder, frames, test.clock);
  };

  const playlistPath = () => {
    const generation = test.archive.generations.at(-1)?.generation ?? '';
    const token = encodePlaybackToken(
      {
        webcastId: SETTINGS.webcastId,
        generation,
        epoch: SETTINGS.playbackEpoch,
        expiresAtSeconds: Math.ceil(test.clock.nowMs() / 1000) + 60,
      },
      (text) => createHmac('sha256', SECRET).update(text).digest('base64url'),
    );
    return `/v/${token}/${SETTINGS.webcastId}/${generation}/index.m3u8`;
  };

  const startMs = () =>
    test.statuses.find((status) => status.onAirSinceMs !== null)?.onAirSinceMs ?? 0;

  it('is what viewers see now, in the size that the encoder sends', async () => {
    await publish(media);
    const picture = pictureOf(await stills.frameOf({ playlistPath: playlistPath(), atMs: null }));
    const decoded = await readPicture(picture.bytes);
    expect([decoded.widthPx, decoded.heightPx]).toEqual([160, 90]);
    expect(nameOf(decoded.at(0.5, 0.5))).toBe('blue');
  });

  it.each([
    [0.5, 'red'],
    [2.8, 'red'],
    [3.3, 'green'],
    [5.8, 'green'],
    [6.3, 'blue'],
    [-20, 'red'],
    [500, 'blue'],
  ])('at %s seconds of the show is %s', async (second, colour) => {
    await publish(media);
    const atMs = startMs() + second * 1000;
    expect(await colourOf(await stills.frameOf({ playlistPath: playlistPath(), atMs }))).toBe(
      colour,
    );
  });

  it.each([
    [8, 'red'],
    [10, 'green'],
    [17.5, 'green'],
    [19, 'blue'],
  ])(
    'is right where key frames are nine seconds apart: at %s seconds %s',
    async (second, colour) => {
      await publish(distant);
      const atMs = startMs() + second * 1000;
      expect(await colourOf(await stills.frameOf({ playlistPath: playlistPath(), atMs }))).toBe(
        colour,
      );
    },
  );

  it('can be had of a show that has ended', async () => {
    await publish(media);
    encoder.end('clean');
    const atMs = startMs() + 4500;
    expect(await colourOf(await stills.frameOf({ playlistPath: playlistPath(), atMs }))).toBe(
      'green',
    );
    expect(await colourOf(await stills.frameOf({ playlistPath: playlistPath(), atMs: null }))).toBe(
      'blue',
    );
  });

  it('is not there without a picture, without a show, and under a token that does not hold', async () => {
    await publish(media.filter((frame) => frame.kind !== 'video' && frame.kind !== 'video-config'));
    expect(await stills.frameOf({ playlistPath: playlistPath(), atMs: null })).toBe('no-frame');
    const forged = playlistPath().replace(/.{3}\/0_/, 'AAA/0_');
    expect(await stills.frameOf({ playlistPath: forged, atMs: null })).toBe('no-frame');
    await server.close();
    expect(await stills.frameOf({ playlistPath: playlistPath(), atMs: 5 })).toBe('no-frame');
  });
});

describe('a picture', () => {
  const stills = new Stills({ mediaUrl: () => '', ffmpeg: FFMPEG, log: silentLog });
  /** 200 by 100: the left half red, the right half blue, a green band above. */
  let picture: Picture;

  beforeAll(async () => {
    const bytes = await drawPicture(
      'color=red:size=200x100,drawbox=x=100:w=100:h=100:c=blue:t=fill,drawbox=h=20:w=200:c=lime:t=fill',
      ['-f', 'image2pipe', '-c:v', 'png'],
    );
    picture = { format: 'png', bytes };
  });

  const shaped = async (shape: Partial<PictureShape>) =>
    readPicture(pictureOf(await stills.shape(picture, { ...SHAPE, ...shape })).bytes);

  it.each([
    ['inside', { widthPx: 100, heightPx: 100 }, [100, 50]],
    ['inside, larger than it was', { widthPx: 400, heightPx: 300 }, [400, 200]],
    ['by its width alone', { widthPx: 60 }, [60, 30]],
    ['by its height alone', { heightPx: 30, fit: 'cropped' }, [60, 30]],
    ['as it is', {}, [200, 100]],
    ['padded', { widthPx: 100, heightPx: 100, fit: 'padded' }, [100, 100]],
    ['cropped', { widthPx: 50, heightPx: 50, fit: 'cropped' }, [50, 50]],
    ['cropped from the top', { widthPx: 200, heightPx: 50, fit: 'cropped-from-top' }, [200, 50]],
    ['stretched', { widthPx: 30, heightPx: 90, fit: 'stretched' }, [30, 90]],
    ['to one pixel', { widthPx: 1, heightPx: 1, fit: 'cropped' }, [1, 1]],
    ['at the largest', { widthPx: 4096, heightPx: 4096, fit: 'padded' }, [4096, 4096]],
    ['in odd sizes', { widthPx: 33, heightPx: 77, fit: 'padded' }, [33, 77]],
  ] as const)('has the size that is asked for: %s', async (_what, shape, size) => {
    const decoded = await shaped(shape);
    expect([decoded.widthPx, decoded.heightPx]).toEqual(size);
  });

  it('keeps what the fit says, and no more', async () => {
    const cropped = await shaped({ widthPx: 50, heightPx: 100, fit: 'cropped' });
    expect([cropped.at(0.1, 0.5), cropped.at(0.9, 0.5)].map(nameOf)).toEqual(['red', 'blue']);
    const top = await shaped({ widthPx: 200, heightPx: 20, fit: 'cropped-from-top' });
    expect(nameOf(top.at(0.5, 0.5))).toBe('green');
    const middle = await shaped({ widthPx: 200, heightPx: 20, fit: 'cropped' });
    expect(nameOf(middle.at(0.2, 0.5))).toBe('red');
    const padded = await shaped({
      widthPx: 100,
      heightPx: 100,
      fit: 'padded',
      background: 'ffff00',
    });
    expect([padded.at(0.5, 0.1), padded.at(0.2, 0.5), padded.at(0.5, 0.9)].map(nameOf)).toEqual([
      'yellow',
      'red',
      'yellow',
    ]);
  });

  it.each([
    [{ xPx: 120, yPx: 40, widthPx: 40, heightPx: 20 }, [40, 20], 'blue'],
    [{ xPx: 0, yPx: 0, widthPx: 200, heightPx: 10 }, [200, 10], 'green'],
    [{ xPx: 150, yPx: 50, widthPx: 0, heightPx: 0 }, [50, 50], 'blue'],
    [{ xPx: 4096, yPx: 4096, widthPx: 4096, heightPx: 4096 }, [1, 1], 'blue'],
  ])('can be a region of the original: %j', async (region, size, colour) => {
    const decoded = await shaped({ region });
    expect([decoded.widthPx, decoded.heightPx]).toEqual(size);
    expect(nameOf(decoded.at(0.5, 0.5))).toBe(colour);
  });

  it('costs fewer bytes at a lower quality, and is PNG where that is asked for', async () => {
    const [low, high, png] = await Promise.all([
      stills.shape(picture, { ...SHAPE, quality: 5 }),
      stills.shape(picture, { ...SHAPE, quality: 100 }),
      stills.shape(picture, { ...SHAPE, format: 'png' }),
    ]);
    expect(pictureOf(low).bytes.length).toBeLessThan(pictureOf(high).bytes.length);
    expect(pictureOf(png).format).toBe('png');
    expect(Buffer.from(pictureOf(png).bytes).subarray(1, 4).toString()).toBe('PNG');
  });

  it.each([
    ['jpeg', 'color=red:size=64x64', ['-f', 'image2pipe', '-c:v', 'mjpeg']],
    ['png', 'color=red:size=64x64', ['-f', 'image2pipe', '-c:v', 'png']],
    ['gif', 'color=red:size=64x64', ['-f', 'gif']],
    ['webp', 'color=red:size=64x64', ['-f', 'webp']],
  ] as const)('is written anew as JPEG, whatever it was: %s', async (format, source, output) => {
    const bytes = await drawPicture(source, output);
    const original = pictureOf(await stills.originalOf({ format, bytes }));
    expect(original.format).toBe('jpeg');
    const decoded = await readPicture(original.bytes);
    expect([decoded.widthPx, decoded.heightPx, nameOf(decoded.at(0.5, 0.5))]).toEqual([
      64,
      64,
      'red',
    ]);
  });

  it('has white where it was transparent, and is full HD at most', async () => {
    const bytes = await drawPicture('color=black@0:size=3000x500,format=rgba', [
      ...['-f', 'image2pipe', '-c:v', 'png'],
    ]);
    const original = pictureOf(await stills.originalOf({ format: 'png', bytes }));
    const decoded = await readPicture(original.bytes);
    expect([decoded.widthPx, decoded.heightPx]).toEqual([1920, 320]);
    expect(nameOf(decoded.at(0.5, 0.5))).toBe('white');
  });

  it('loses what somebody has hidden behind it', async () => {
    const jpeg = await drawPicture('color=red:size=64x64', ['-f', 'image2pipe', '-c:v', 'mjpeg']);
    const bytes = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]);
    const original = pictureOf(await stills.originalOf({ format: 'jpeg', bytes }));
    expect(Buffer.from(original.bytes).includes('script')).toBe(false);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('#EXTM3U\nfile:///etc/passwd\n')],
    ['a beginning', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ])('is not made of %s', async (_what, bytes) => {
    expect(await stills.originalOf({ format: 'jpeg', bytes })).toBe('unreadable');
  });

  it('of more pixels than memory is for is refused', async () => {
    const bytes = await drawPicture('color=red:size=9000x6000', [
      ...['-f', 'image2pipe', '-c:v', 'png', '-pred', 'none'],
    ]);
    expect(await stills.originalOf({ format: 'png', bytes })).toBe('unreadable');
  });

  it('is refused while too many are being made, and made again afterwards', async () => {
    const results = await Promise.all(
      Array.from({ length: 60 }, () => stills.shape(picture, { ...SHAPE, widthPx: 10 })),
    );
    expect(results.filter((result) => result === 'busy').length).toBeGreaterThan(0);
    expect(results.filter((result) => typeof result !== 'string').length).toBeGreaterThan(30);
    pictureOf(await stills.shape(picture, SHAPE));
  });

  it('is not called unreadable where the machine has no time for it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-slow-'));
    try {
      const file = path.join(folder, 'slow-ffmpeg');
      writeFileSync(file, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
      const slow = new Stills({
        mediaUrl: () => '',
        ffmpeg: { file, environment: FFMPEG.environment },
        log: silentLog,
        timeoutMs: 200,
      });
      expect(await slow.originalOf(picture)).toBe('busy');
      expect(await slow.shape(picture, SHAPE)).toBe('busy');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('needs FFmpeg, and its absence is logged once', async () => {
    const warnings: string[] = [];
    const log = {
      ...silentLog,
      warn: (_facts: object, message: string) => void warnings.push(message),
    };
    const ffmpeg = { file: 'no-such-ffmpeg', environment: FFMPEG.environment };
    const without = new Stills({ mediaUrl: () => '', ffmpeg, log });
    expect(await Promise.all([without.shape(picture, SHAPE), without.originalOf(picture)])).toEqual(
      ['no-tool', 'no-tool'],
    );
    expect(await without.shape(picture, SHAPE)).toBe('no-tool');
    expect(warnings).toEqual([expect.stringContaining('FFmpeg is not installed')]);
  });
});
