import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Publication } from './ingest/publication.ts';
import type { Frame } from './stream/frame.ts';
import { encodeMedia } from './stream/testing/encoded-media.ts';
import { connect, SETTINGS, send, shift } from './stream/testing/test-channels.ts';
import { RECORDED, RecordingStudio } from './testing/recording-studio.ts';

const SHOW_MS = 9000;
const SHOW_FRAMES = 270;

/** Nine seconds: three of red, of green and of blue. */
let media: readonly Frame[];
let soundOnly: readonly Frame[];
let studio: RecordingStudio;

beforeAll(async () => {
  [media, soundOnly] = await Promise.all([
    encodeMedia({ seconds: 9, colours: ['red', 'lime', 'blue'] }),
    encodeMedia({ seconds: 6, hasVideo: false }),
  ]);
});

beforeEach(async () => {
  studio = await RecordingStudio.open();
});

afterEach(async () => {
  await studio.close();
});

/** One show of nine seconds from its first frame to a clean end. */
async function record(): Promise<void> {
  const encoder = await connect(studio.channels);
  send(encoder, media, studio.clock);
  encoder.end('clean');
}

/** The show again and again in one publication. */
function goOn(encoder: Publication, fromRound: number, rounds: number): void {
  for (let round = fromRound; round < fromRound + rounds; round++) {
    const frames = round === 0 ? media : media.filter((frame) => 'data' in frame);
    send(encoder, shift(frames, round * SHOW_MS), studio.clock);
  }
}

let revision = 1;
function setRecorded(isRecorded: boolean, dvrWindowMs = 0): void {
  studio.channels.applySettings({ ...RECORDED, isRecorded, dvrWindowMs, revision: ++revision });
}

const folderOf = (generation = '') => join(studio.directory, SETTINGS.webcastId, generation);
const keptFolderOf = (generation = '') =>
  join(studio.directory, 'recordings', SETTINGS.webcastId, generation);
const segmentsIn = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('video') && name.endsWith('.m4s'));

/** Lets the DVR window of what has ended run out, and waits until what is recorded is where it is kept. */
async function letWindowRunOut(generation = studio.takes[0]?.generation): Promise<void> {
  studio.clock.advance(SETTINGS.dvrWindowMs + 60_000);
  await expect.poll(() => existsSync(folderOf(generation)), { interval: 5 }).toBe(false);
}

const countOf = (text: string, line: string) =>
  text.split('\n').filter((each) => each === line).length;

describe('a show that was recorded', () => {
  it('plays as soon as it has ended, whole and without a complaint', async () => {
    await record();
    expect(studio.statuses.at(-1)).toMatchObject({ state: 'ended' });
    expect(studio.takes).toMatchObject([{ hasVideo: true }]);
    expect(studio.takes[0]?.durationMs).toBeCloseTo(SHOW_MS, -2);
    const played = await studio.play(studio.takes);
    expect(played).toMatchObject({ complaints: '', packets: { h264: SHOW_FRAMES } });
    expect(Math.abs(played.durationMs - SHOW_MS)).toBeLessThan(100);
    expect(await studio.colours(studio.takes)).toMatch(/^RRRGGGBBB?B?$/);
  });

  it('plays the same when the live side needs it no longer, and when its process is another one', async () => {
    await record();
    const { takes } = studio;
    const playlist = await studio.text(`${studio.pathOf(takes)}/video.m3u8`);
    await letWindowRunOut();
    expect(existsSync(keptFolderOf(takes[0]?.generation))).toBe(true);
    expect(await studio.text(`${studio.pathOf(takes)}/video.m3u8`)).toBe(playlist);
    await studio.restart();
    expect(await studio.text(`${studio.pathOf(takes)}/video.m3u8`)).toBe(playlist);
    expect(await studio.play(takes)).toMatchObject({
      complaints: '',
      packets: { h264: SHOW_FRAMES },
    });
  });

  it('has the playlists that a player of any kind needs', async () => {
    await record();
    const path = studio.pathOf(studio.takes);
    const index = await studio.text(`${path}/index.m3u8`);
    expect(index).toMatch(
      /#EXT-X-STREAM-INF:BANDWIDTH=\d+,AVERAGE-BANDWIDTH=\d+,CODECS="avc1\.\w+,mp4a\.40\.2",RESOLUTION=160x90/,
    );
    for (const name of ['video', 'audio']) {
      const lines = (await studio.text(`${path}/${name}.m3u8`)).split('\n');
      expect(lines.slice(0, 8)).toEqual([
        '#EXTM3U',
        '#EXT-X-VERSION:9',
        '#EXT-X-PLAYLIST-TYPE:VOD',
        '#EXT-X-TARGETDURATION:6',
        '#EXT-X-MEDIA-SEQUENCE:0',
        '#EXT-X-INDEPENDENT-SEGMENTS',
        `#EXT-X-MAP:URI="0/${name}-init-0.mp4"`,
        `#EXT-X-PROGRAM-DATE-TIME:${new Date(studio.takes[0]?.startsAtMs ?? 0).toISOString()}`,
      ]);
      expect(lines.at(-2)).toBe('#EXT-X-ENDLIST');
    }
    const frames = await studio.text(`${path}/video-iframes.m3u8`);
    expect(frames).toContain('#EXT-X-I-FRAMES-ONLY');
    const [, size, offset] = /#EXT-X-BYTERANGE:(\d+)@(\d+)/.exec(frames) ?? [];
    const uri = /^0\/video-.*$/m.exec(frames)?.[0];
    const range = `bytes=${offset}-${Number(offset) + Number(size) - 1}`;
    const frame = await studio.get(`${path}/${uri}`, { range });
    expect(frame.status).toBe(206);
    expect(frame.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await frame.arrayBuffer()).byteLength).toBe(Number(size));
  });

  it('keeps what its disk has not lost: a missing segment is a discontinuity in both tracks', async () => {
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 2);
    encoder.end('clean');
    await studio.archive.find(SETTINGS.webcastId, studio.takes[0]?.generation ?? '')?.flush();
    const folder = folderOf(studio.takes[0]?.generation);
    const [third = ''] = segmentsIn(folder).filter((name) => name.endsWith('-3.m4s'));
    truncateSync(join(folder, third), 100);
    const path = studio.pathOf(studio.takes);
    for (const name of ['video', 'audio']) {
      const text = await studio.text(`${path}/${name}.m3u8`);
      expect(text).toContain('-2.m4s');
      expect(text).not.toContain('-3.m4s');
      expect(text).toMatch(/-2\.m4s\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP[^\n]*\n#EXTINF.*\n.*-4\.m4s/);
    }
    expect((await studio.play(studio.takes)).complaints).toBe('');
  });
});

describe('what is recorded', () => {
  it('is told at the start, about every ten seconds, and at the end', async () => {
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 5);
    encoder.end('clean');
    const told = studio.statuses.map(({ takes }) => takes[0]?.durationMs ?? 0);
    const growing = told.filter((durationMs, index) => durationMs > (told[index - 1] ?? 0));
    expect(growing.length).toBeGreaterThanOrEqual(5);
    expect(growing.length).toBeLessThanOrEqual(7);
    expect(growing[0]).toBeLessThan(2500);
    expect(growing.at(-1)).toBeCloseTo(45_000, -2);
  });

  it('is nothing where nothing is to be recorded, and nothing of a preview', async () => {
    const rehearsal = { ...RECORDED, isExplicitLive: true, isOnAirAllowed: false };
    studio.channels.applySettings({ ...rehearsal, revision: ++revision });
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 1);
    studio.channels.applySettings({
      ...rehearsal,
      ...{ isOnAirAllowed: true, isRecorded: false, revision: ++revision },
    });
    goOn(encoder, 1, 1);
    encoder.end('broken');
    studio.channels.applySettings({ ...rehearsal, revision: ++revision });
    expect(studio.statuses.at(-1)?.state).toBe('ended');
    expect(studio.statuses.every(({ takes }) => takes.length === 0)).toBe(true);
    studio.clock.advance(60_000);
    await expect.poll(() => existsSync(folderOf()), { interval: 5 }).toBe(false);
    expect(existsSync(join(studio.directory, 'recordings'))).toBe(false);
  });

  it('leaves out what comes between a pause and going on', async () => {
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 1);
    setRecorded(false);
    goOn(encoder, 1, 2);
    setRecorded(true);
    goOn(encoder, 3, 1);
    encoder.end('clean');
    const { takes } = studio;
    expect(takes).toHaveLength(1);
    // Each change takes effect with the next segment, of two or three seconds here.
    expect(Math.abs((takes[0]?.durationMs ?? 0) - 2 * SHOW_MS)).toBeLessThan(3000);
    for (const name of ['video', 'audio']) {
      const text = await studio.text(`${studio.pathOf(takes)}/${name}.m3u8`);
      expect(countOf(text, '#EXT-X-DISCONTINUITY')).toBe(1);
    }
    const played = await studio.play(takes);
    expect(played.complaints).toBe('');
    expect((played.packets.h264 ?? 0) / 30).toBeCloseTo((takes[0]?.durationMs ?? 0) / 1000, 1);
  });

  it('stays when it leaves a window that is shorter than the show, and the rest goes', async () => {
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 4);
    setRecorded(false);
    goOn(encoder, 4, 16);
    const generation = studio.statuses.at(-1)?.generation ?? '';
    await studio.archive.find(SETTINGS.webcastId, generation)?.flush();
    const recorded = segmentsIn(folderOf(generation)).filter(
      (name) => Number(/-(\d+)\.m4s/.exec(name)?.[1]) < 16,
    );
    expect(recorded.length).toBeGreaterThanOrEqual(15);
    // 36 s of window and 60 s of grace are left of the 144 s that were not recorded.
    expect(segmentsIn(folderOf(generation)).length - recorded.length).toBeLessThan(55);
    encoder.end('clean');
    await letWindowRunOut();
    expect(segmentsIn(keptFolderOf(generation)).length).toBeLessThanOrEqual(19);
    const played = await studio.play(studio.takes);
    expect(played.complaints).toBe('');
    expect(Math.abs(played.durationMs - 4 * SHOW_MS)).toBeLessThan(3000);
  });

  it('is one take where the encoder was cut off and came back', async () => {
    const first = await connect(studio.channels);
    send(first, media, studio.clock);
    first.end('broken');
    studio.clock.advance(20_000);
    const second = await connect(studio.channels);
    send(second, shift(media, 777_000), studio.clock);
    second.end('clean');
    expect(studio.takes).toHaveLength(1);
    expect(studio.takes[0]?.durationMs).toBeCloseTo(2 * SHOW_MS, -2);
    expect(await studio.play(studio.takes)).toMatchObject({
      complaints: '',
      packets: { h264: 2 * SHOW_FRAMES },
    });
    // Nothing that a player would have to know of: VLC stops at a discontinuity, Shaka makes a hole of a jump in time.
    for (const name of ['video', 'audio']) {
      const text = await studio.text(`${studio.pathOf(studio.takes)}/${name}.m3u8`);
      expect(text).not.toContain('#EXT-X-DISCONTINUITY');
      expect(text.match(/#EXT-X-MAP/g)).toHaveLength(1);
      expect(text.match(/#EXT-X-PROGRAM-DATE-TIME/g)).toHaveLength(1);
    }
  });

  it('has a discontinuity in both tracks where the encoder came back as another one', async () => {
    const otherSound = await encodeMedia({ seconds: 4, sampleRate: 44_100, channels: 1 });
    const first = await connect(studio.channels);
    send(first, media, studio.clock);
    first.end('broken');
    const second = await connect(studio.channels);
    send(second, shift(otherSound, 50_000), studio.clock);
    second.end('clean');
    for (const name of ['video', 'audio']) {
      const text = await studio.text(`${studio.pathOf(studio.takes)}/${name}.m3u8`);
      expect(text).toContain(`#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="0/${name}-init-1.mp4"\n`);
      expect(countOf(text, '#EXT-X-DISCONTINUITY')).toBe(1);
    }
    expect(await studio.play(studio.takes)).toMatchObject({ complaints: '' });
  });

  it('is a take of its own for each kind of tracks that the encoder sends', async () => {
    const encoder = await connect(studio.channels);
    send(encoder, soundOnly, studio.clock);
    send(encoder, shift(media, 6000), studio.clock);
    encoder.end('broken');
    const again = await connect(studio.channels);
    send(again, soundOnly, studio.clock);
    again.end('clean');
    const { takes } = studio;
    expect(takes.map(({ hasVideo }) => hasVideo)).toEqual([false, true, false]);
    const [sound, picture, soundAgain] = takes;
    if (!sound || !picture || !soundAgain) throw new Error('takes are missing');
    expect(await studio.play([sound, soundAgain])).toMatchObject({ complaints: '' });
    expect((await studio.play([picture])).packets.h264).toBe(SHOW_FRAMES);
    const mixed = await studio.get(`${studio.pathOf([sound, picture])}/index.m3u8`);
    expect(mixed.status).toBe(400);
    expect((await studio.get(`${studio.pathOf([sound])}/video.m3u8`)).status).toBe(404);
  });
});

describe('a recording', () => {
  it('plays several takes in the order in which it names them', async () => {
    await record();
    const [first] = studio.takes;
    await record();
    const [second] = studio.takes;
    if (!first || !second) throw new Error('takes are missing');
    expect(second.generation).not.toBe(first.generation);
    const green = { ...first, trim: { fromMs: 3000, toMs: 6000 } };
    const text = await studio.text(`${studio.pathOf([first, second])}/audio.m3u8`);
    expect(text).toContain('#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="1/audio-init-0.mp4"');
    expect(countOf(text, '#EXT-X-DISCONTINUITY')).toBe(1);
    const played = await studio.play([first, second]);
    expect(played).toMatchObject({ complaints: '', packets: { h264: 2 * SHOW_FRAMES } });
    expect(Math.abs(played.durationMs - 2 * SHOW_MS)).toBeLessThan(200);
    expect(await studio.colours([second, green])).toMatch(/^RRRGGGBBB+R?G+B*$/);
  });

  it('is trimmed to the segments that hold its moments, and shows no others', async () => {
    await record();
    const [take] = studio.takes;
    if (!take) throw new Error('there is no take');
    const whole = (await studio.text(`${studio.pathOf([take])}/video.m3u8`)).match(/^0\/.*$/gm);
    const path = studio.pathOf([{ ...take, trim: { fromMs: 3500, toMs: 6000 } }]);
    const trimmed = (await studio.text(`${path}/video.m3u8`)).match(/^0\/.*$/gm);
    // A first segment of one second, then two seconds each: 3 to 5 s and 5 to 7 s.
    expect(trimmed).toEqual(whole?.slice(2, 4));
    expect((await studio.text(`${path}/audio.m3u8`)).match(/^0\/.*$/gm)).toHaveLength(2);
    expect((await studio.get(`${path}/${trimmed?.[0]}`)).status).toBe(200);
    expect((await studio.get(`${path}/${whole?.[0]}`)).status).toBe(404);
    expect((await studio.get(`${path}/${whole?.at(-1)}`)).status).toBe(404);
    const beyond = { ...take, trim: { fromMs: 3_600_000, toMs: 7_200_000 } };
    expect((await studio.get(`${studio.pathOf([beyond])}/index.m3u8`)).status).toBe(404);
  });

  it('of a show that is still on air is not there yet', async () => {
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 1);
    const path = studio.pathOf(studio.takes);
    expect((await studio.get(`${path}/index.m3u8`)).status).toBe(404);
    encoder.end('clean');
    expect((await studio.get(`${path}/index.m3u8`)).status).toBe(200);
  });
});

describe('a take that nobody wants any more', () => {
  it('plays no longer, and its files are gone', async () => {
    await record();
    await letWindowRunOut();
    const [take] = studio.takes;
    const path = studio.pathOf(studio.takes);
    const uri = (await studio.text(`${path}/video.m3u8`)).match(/^0\/.*$/m)?.[0];
    expect((await studio.get(`${path}/${uri}`)).status).toBe(200);
    expect(await studio.channels.removeTake(SETTINGS.webcastId, take?.generation ?? '')).toBe(true);
    expect((await studio.get(`${path}/video.m3u8`)).status).toBe(404);
    expect((await studio.get(`${path}/${uri}`)).status).toBe(404);
    expect(existsSync(keptFolderOf())).toBe(false);
    expect(studio.takes).toEqual([]);
    // As often as it is asked for, also of what there never was.
    expect(await studio.channels.removeTake(SETTINGS.webcastId, take?.generation ?? '')).toBe(true);
    expect(await studio.channels.removeTake('../..', '../../etc')).toBe(true);
  });

  it('stays for those who watch the show behind, plays no longer, and goes with the window, whatever process ends', async () => {
    await record();
    const [take] = studio.takes;
    const generation = take?.generation ?? '';
    const path = studio.pathOf(studio.takes);
    expect((await studio.get(`${path}/video.m3u8`)).status).toBe(200);
    expect(await studio.channels.removeTake(SETTINGS.webcastId, generation)).toBe(true);
    expect((await studio.get(`${path}/video.m3u8`)).status).toBe(404);
    expect(studio.channels.find(SETTINGS.webcastId, generation)).toBeDefined();
    expect(segmentsIn(folderOf(generation)).length).toBeGreaterThan(3);
    await studio.restart('killed');
    await expect.poll(() => existsSync(folderOf()), { interval: 5 }).toBe(false);
    expect(existsSync(keptFolderOf())).toBe(false);
    expect(studio.channels.statuses().flatMap(({ takes }) => takes)).toEqual([]);
  });

  it('is not recorded on, where it is on air', async () => {
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 1);
    const generation = studio.statuses.at(-1)?.generation ?? '';
    expect(await studio.channels.removeTake(SETTINGS.webcastId, generation)).toBe(true);
    goOn(encoder, 1, 1);
    await studio.restart('killed');
    expect(studio.statuses.at(-1)).toMatchObject({ state: 'interrupted', takes: [] });
    const again = await connect(studio.channels);
    send(again, shift(media, 99_000), studio.clock);
    again.end('clean');
    expect(studio.takes).toEqual([]);
    await letWindowRunOut(generation);
    expect(existsSync(keptFolderOf())).toBe(false);
  });

  it('is not what goes with its webcast: that one’s takes stay', async () => {
    await record();
    const { takes } = studio;
    studio.channels.remove(SETTINGS.webcastId);
    await expect.poll(() => existsSync(folderOf()), { interval: 5 }).toBe(false);
    expect(await studio.play(takes)).toMatchObject({ packets: { h264: SHOW_FRAMES } });
  });
});

describe('another process', () => {
  it('goes on with the take of a show that it finds unfinished', async () => {
    const encoder = await connect(studio.channels);
    goOn(encoder, 0, 1);
    await studio.restart('killed');
    expect(studio.statuses.at(-1)).toMatchObject({ state: 'interrupted' });
    expect(studio.takes[0]?.durationMs).toBeGreaterThan(SHOW_MS - 1100);
    const again = await connect(studio.channels);
    send(again, shift(media, 99_000), studio.clock);
    again.end('clean');
    expect(studio.takes).toHaveLength(1);
    const played = await studio.play(studio.takes);
    expect(played.complaints).toBe('');
    expect(Math.abs(played.durationMs - (studio.takes[0]?.durationMs ?? 0))).toBeLessThan(100);
    expect(played.packets.h264).toBeGreaterThan(2 * SHOW_FRAMES - 40);
  });

  it('tells of a show that ended with the process before, until another one begins', async () => {
    const encoder = await connect(studio.channels);
    send(encoder, soundOnly, studio.clock);
    send(encoder, shift(media, 6000), studio.clock);
    const onAirSinceMs = studio.statuses.at(-1)?.onAirSinceMs;
    await studio.restart('stopped');
    const ended = studio.channels.statuses();
    expect(ended).toMatchObject([{ state: 'ended', onAirSinceMs, encoders: [] }]);
    expect(ended[0]?.takes.map(({ hasVideo }) => hasVideo)).toEqual([false, true]);
    for (const take of ended[0]?.takes ?? []) {
      expect(await studio.play([take])).toMatchObject({ complaints: '' });
    }
    studio.channels.applySettings({ ...RECORDED, revision: ++revision });
    expect(studio.channels.statuses()).toEqual(ended);
    const again = await connect(studio.channels);
    goOn(again, 0, 1);
    again.end('clean');
    expect(studio.takes).toHaveLength(1);
    expect(studio.takes[0]?.generation).not.toBe(ended[0]?.takes[1]?.generation);
  });

  it('finds everything up to the last part after kill -9 at any moment', async () => {
    for (let round = 0; round < 4; round++) {
      const directory = mkdtempSync(join(tmpdir(), 'rostrum-killed-'));
      const acknowledgedMs = await recordUntilKilled(directory, 40 + round * 35);
      const after = await RecordingStudio.open(directory);
      try {
        after.clock.advance(60_000);
        expect(after.statuses.map(({ state }) => state)).toEqual(['interrupted', 'ended']);
        const [take] = after.takes;
        // A part of half a second that is being made, the frame that waits for the next one, and the cut of the sound.
        expect(take?.durationMs).toBeGreaterThan(acknowledgedMs - 600);
        const played = await after.play(after.takes);
        expect(played.complaints).toBe('');
        expect(Math.abs(played.durationMs - (take?.durationMs ?? 0))).toBeLessThan(600);
      } finally {
        await after.close();
        rmSync(directory, { recursive: true, force: true });
      }
    }
  }, 120_000);

  async function recordUntilKilled(directory: string, delayMs: number): Promise<number> {
    const script = fileURLToPath(new URL('./testing/record-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [script, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      if (text === '') setTimeout(() => child.kill('SIGKILL'), delayMs);
      text += chunk;
    });
    await once(child, 'close');
    expect(child.signalCode).toBe('SIGKILL');
    return Number(text.trim().split('\n').at(-1));
  }
});
