import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MovieFacts, Take } from '@rostrum/contracts';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Frame } from './stream/frame.ts';
import { encodeMedia } from './stream/testing/encoded-media.ts';
import { connect, send, shift } from './stream/testing/test-channels.ts';
import { findFlashes, probeMovie } from './testing/probe-movie.ts';
import { RecordingStudio } from './testing/recording-studio.ts';

const SHOW_MS = 7000;
const FRAME_MS = 1000 / 30;

let flashing: readonly Frame[];
let reordered: readonly Frame[];
let larger: readonly Frame[];
let soundOnly: readonly Frame[];
let studio: RecordingStudio;

beforeAll(async () => {
  [flashing, reordered, larger, soundOnly] = await Promise.all([
    encodeMedia({ seconds: SHOW_MS / 1000, flashes: true }),
    encodeMedia({ seconds: 7, bFrames: 2 }),
    encodeMedia({ seconds: 5, size: '320x180', sampleRate: 44_100 }),
    encodeMedia({ seconds: 6, hasVideo: false }),
  ]);
});

beforeEach(async () => {
  studio = await RecordingStudio.open();
});

afterEach(async () => {
  await studio.close();
});

/** Shows after each other in one take: the encoder is cut off after each but the last one. */
async function record(...shows: readonly (readonly Frame[])[]): Promise<void> {
  for (const [index, frames] of shows.entries()) {
    const encoder = await connect(studio.channels);
    send(encoder, shift(frames, index * 100_000), studio.clock);
    encoder.end(index === shows.length - 1 ? 'clean' : 'broken');
    studio.clock.advance(3000);
  }
}

const movieOf = (takes: Parameters<RecordingStudio['pathOf']>[0], name = 'movie.mp4') =>
  `${studio.pathOf(takes)}/${name}`;

async function download(path: string): Promise<string> {
  const answer = await studio.get(path);
  expect(answer.status).toBe(200);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(String(bytes.length)).toBe(answer.headers.get('content-length'));
  const file = join(studio.directory, 'movie.mp4');
  writeFileSync(file, bytes);
  return file;
}

describe('a recording as one MP4 file', () => {
  it('is whole, begins with its index, and is what its headers say', async () => {
    await record(flashing);
    const file = await download(movieOf(studio.takes));
    const movie = await probeMovie(file);
    expect(movie.complaints).toBe('');
    expect(movie.packets).toEqual({ h264: 210, aac: expect.any(Number) });
    expect(Math.abs(movie.durationMs - SHOW_MS)).toBeLessThan(60);
    const head = await studio.get(movieOf(studio.takes), { range: 'bytes=0-47' });
    expect(head.status).toBe(206);
    const text = Buffer.from(await head.arrayBuffer()).toString('latin1');
    expect(text.slice(4, 8)).toBe('ftyp');
    expect(text).toContain('moov');
    expect(head.headers.get('content-type')).toBe('video/mp4');
    expect(head.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
  });

  it('says what is in it to those who only ask', async () => {
    await record(flashing);
    const answer = await studio.get(movieOf(studio.takes, 'movie.json'));
    const facts = (await answer.json()) as MovieFacts;
    const whole = await studio.get(movieOf(studio.takes));
    expect(facts).toMatchObject({
      sizeBytes: Number(whole.headers.get('content-length')),
      widthPx: 160,
      heightPx: 90,
      audioCodec: 'mp4a.40.2',
      videoCodec: expect.stringMatching(/^avc1/),
    });
    expect(facts.framesPerSecond).toBeCloseTo(30, 0);
    expect(Math.abs(facts.durationMs - SHOW_MS)).toBeLessThan(60);
  });

  it('keeps sound and picture together over ten interruptions', async () => {
    await record(...Array.from({ length: 11 }, (_, index) => flashing.slice(0, 330 + 7 * index)));
    expect(studio.takes).toHaveLength(1);
    const file = await download(movieOf(studio.takes));
    const movie = await probeMovie(file);
    expect(movie.complaints).toBe('');
    expect(Math.abs(movie.durationMs - (studio.takes[0]?.durationMs ?? 0))).toBeLessThan(100);
    const { flashes, beeps } = await findFlashes(file);
    expect(flashes.length).toBeGreaterThan(50);
    const offsets = flashes.map((flash) => {
      const [nearest = 0] = beeps
        .map((beep) => 1000 * (beep - flash))
        .toSorted((one, other) => Math.abs(one) - Math.abs(other));
      return nearest;
    });
    for (const offset of offsets) {
      expect(Math.abs(offset - (offsets[0] ?? 0))).toBeLessThan(FRAME_MS);
      expect(Math.abs(offset)).toBeLessThan(2 * FRAME_MS);
    }
  });

  it('has pictures that are shown in another order than they are decoded', async () => {
    await record(reordered, reordered);
    const movie = await probeMovie(await download(movieOf(studio.takes)));
    expect(movie.complaints).toBe('');
    expect(movie.packets.h264).toBe(420);
    expect(movie.streams.h264?.startMs).toBeLessThan(1);
  });

  it('is trimmed like the recording', async () => {
    await record(flashing);
    const [take] = studio.takes as [Take];
    const trimmed = [{ ...take, trim: { fromMs: 2500, toMs: 4000 } }];
    const movie = await probeMovie(await download(movieOf(trimmed)));
    expect(movie.complaints).toBe('');
    const played = await studio.play(trimmed);
    expect(movie.packets.h264).toBe(played.packets.h264);
    expect(Math.abs(movie.durationMs - played.durationMs)).toBeLessThan(100);
  });

  it('goes on where the encoder changes its picture and its sound', async () => {
    await record(flashing, larger, reordered, flashing);
    const movie = await probeMovie(await download(movieOf(studio.takes)));
    expect(movie.complaints).toBe('');
    expect(movie.packets.h264).toBe(210 + 150 + 210 + 210);
    expect(Math.abs(movie.durationMs - 26_000)).toBeLessThan(200);
  });

  it('may be sound alone', async () => {
    await record(soundOnly);
    const answer = await studio.get(movieOf(studio.takes));
    expect(answer.headers.get('content-type')).toBe('audio/mp4');
    const movie = await probeMovie(studio.url(movieOf(studio.takes)));
    expect(movie).toMatchObject({ complaints: '' });
    expect(Math.abs(movie.durationMs - 6000)).toBeLessThan(100);
  });
});

describe('a download', () => {
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

  it('can be fetched in ranges, and goes on where it was interrupted', async () => {
    await record(flashing, reordered);
    const path = movieOf(studio.takes);
    const whole = await studio.get(path);
    const etag = whole.headers.get('etag') ?? '';
    const bytes = await bytesOf(whole);
    const size = bytes.length;
    for (const [first, last] of [
      [0, 0],
      [size - 1, size - 1],
      [9_000, 9_999],
      [size / 3, size / 2],
      [size - 70_000, size - 1],
    ].map((each) => each.map(Math.floor))) {
      const part = await studio.get(path, { range: `bytes=${first}-${last}` });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes ${first}-${last}/${size}`);
      expect((await bytesOf(part)).equals(bytes.subarray(first, (last ?? 0) + 1))).toBe(true);
    }
    const resumed = await studio.get(path, { range: 'bytes=5000-', 'if-range': etag });
    expect(resumed.status).toBe(206);
    expect((await bytesOf(resumed)).equals(bytes.subarray(5000))).toBe(true);
    const changed = await studio.get(path, { range: 'bytes=5000-', 'if-range': '"other"' });
    expect(changed.status).toBe(200);
    expect((await bytesOf(changed)).equals(bytes)).toBe(true);
    const beyond = await studio.get(path, { range: `bytes=${size}-` });
    expect(beyond.status).toBe(416);
    await studio.restart();
    const again = await studio.get(path);
    expect(again.headers.get('etag')).toBe(etag);
    expect((await bytesOf(again)).equals(bytes)).toBe(true);
  });

  it('tells its size without being sent', async () => {
    await record(flashing);
    const url = studio.url(movieOf(studio.takes));
    const head = await fetch(url, { method: 'HEAD' });
    const whole = await bytesOf(await fetch(url));
    expect(head.headers.get('content-length')).toBe(String(whole.length));
    expect((await bytesOf(head)).length).toBe(0);
  });

  it('is saved under the name in its address, whatever is in that', async () => {
    await record(flashing);
    const name = encodeURIComponent('Größe "4": the year/2026 発表\r\n');
    const answer = await fetch(studio.url(movieOf(studio.takes, `${name}.mp4`)), {
      method: 'HEAD',
    });
    expect(answer.status).toBe(200);
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toContain('attachment; filename="Gr__e 4 the year 2026 __.mp4"');
    const exact = /filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '';
    expect(decodeURIComponent(exact)).toBe('Größe 4 the year 2026 発表.mp4');
    for (const wrong of ['%ff.mp4', '%2f%2f.mp4', '.mp4', 'a.mp3', `${'x'.repeat(300)}.mp4`]) {
      expect((await studio.get(movieOf(studio.takes, wrong))).status).toBe(404);
    }
  });

  it('is refused where the address has ended, was made up, or its recording is gone', async () => {
    await record(flashing);
    const [take] = studio.takes as [Take];
    const path = movieOf([take]);
    expect((await studio.get(path)).status).toBe(200);
    const forged = path.replace(
      /\/r\/(\w+)\.(.)/,
      (_, expires, first) => `/r/${expires}.${first === 'A' ? 'B' : 'A'}`,
    );
    expect((await studio.get(forged)).status).toBe(403);
    const cut = movieOf([{ ...take, trim: { fromMs: 0, toMs: 2000 } }]);
    expect((await studio.get(cut.replace(/\.0\.\w+\//, '/'))).status).toBe(403);
    await studio.channels.removeTake('0_ab12cd34', take.generation);
    expect((await studio.get(path)).status).toBe(404);
  });

  it('leaves out what is damaged, in both tracks, and plays on', async () => {
    await record(flashing);
    const generation = studio.takes[0]?.generation ?? '';
    const live = studio.archive.find('0_ab12cd34', generation);
    await live?.flush();
    const folder = join(studio.directory, '0_ab12cd34', generation);
    const third = readdirSync(folder).find((name) => /^video-.*-2\.m4s$/.test(name)) ?? '';
    const bytes = readFileSync(join(folder, third));
    // The size that the second of its fragments claims to have.
    bytes.writeUInt32BE(7, bytes.indexOf('moof', bytes.indexOf('mdat')) - 4);
    writeFileSync(join(folder, third), bytes);
    const movie = await probeMovie(await download(movieOf(studio.takes)));
    expect(movie.complaints).toBe('');
    expect(movie.packets.h264).toBe(150);
    expect(studio.log.entries.some(({ message }) => message.includes('damaged'))).toBe(true);
  });
});
