import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LiveGeneration } from '../package/live-track.ts';
import { writeMediaPlaylist } from '../package/playlist-writer.ts';
import type { Frame } from './frame.ts';
import { checkGeneration, playGeneration, readSegmentFile } from './testing/check-generation.ts';
import { encodeMedia } from './testing/encoded-media.ts';
import { MemoryArchive, type MemoryGeneration } from './testing/memory-archive.ts';
import {
  connect,
  openTestChannels,
  REQUEST,
  SETTINGS,
  send,
  shift,
  type TestChannels,
} from './testing/test-channels.ts';

let media: readonly Frame[];
let silentMedia: readonly Frame[];
let soundOnly: readonly Frame[];
let otherSound: readonly Frame[];

beforeAll(async () => {
  [media, silentMedia, soundOnly, otherSound] = await Promise.all([
    encodeMedia({ seconds: 8 }),
    encodeMedia({ seconds: 5, hasAudio: false }),
    encodeMedia({ seconds: 6, hasVideo: false }),
    encodeMedia({ seconds: 6, sampleRate: 44_100, channels: 1 }),
  ]);
});

function count(frames: readonly Frame[], kind: Frame['kind']): number {
  return frames.filter((frame) => frame.kind === kind).length;
}

/** The generation that plays now, or the last one made. */
function current({ channels, archive }: TestChannels): {
  generation: LiveGeneration;
  files: MemoryGeneration;
} {
  const files = archive.generations.at(-1);
  const generation = files && channels.find(SETTINGS.webcastId, files.generation);
  if (generation === undefined || files === undefined) throw new Error('there is no generation');
  return { generation, files };
}

function states({ statuses }: TestChannels): string[] {
  const all = statuses.map((status) => status.state);
  return all.filter((state, index) => state !== all[index - 1]);
}

describe('from an encoder to a playlist', () => {
  it.each([
    ['30 frames a second', {}],
    ['B-frames', { bFrames: 3, framesPerSecond: '25', keyFrameEvery: 50 }],
    ['29.97 frames a second', { framesPerSecond: '30000/1001', keyFrameEvery: 60 }],
    ['44.1 kHz mono', { sampleRate: 44_100, channels: 1 }],
    ['5.1', { channels: 6 }],
    ['distant key frames', { keyFrameEvery: 300 }],
  ])('every frame arrives: %s', async (_what, options) => {
    const frames = await encodeMedia({ seconds: 13, ...options });
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, frames, test.clock);
    encoder.end('clean');
    const { generation, files } = current(test);
    checkGeneration(generation);
    const [sound, picture] = await playGeneration(generation, files);
    expect(picture).toEqual({ codec: 'h264', frames: count(frames, 'video') });
    // Audio from before the first key frame and behind the last frame has no picture to go with.
    expect(Math.abs((sound?.frames ?? 0) - count(frames, 'audio'))).toBeLessThanOrEqual(6);
  });

  it('keeps sound and picture together', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    encoder.end('clean');
    const { generation, files } = current(test);
    const firstKey = media.find((frame) => frame.kind === 'video');
    const originTicks = firstKey?.kind === 'video' ? firstKey.ptsTicks : 0;
    const audio = generation.tracks.get('audio');
    let samples = Math.round(((audio?.segments[0]?.startMs ?? 0) * 48_000) / 1000);
    const sent = media.filter((frame) => frame.kind === 'audio');
    for (const segment of audio?.segments ?? []) {
      for (const { data } of readSegmentFile(files, segment)) {
        const source = sent.find((frame) => Buffer.compare(frame.data, data) === 0);
        if (source !== undefined && data.length > 20) {
          const placedMs = (samples * 1000) / 48_000;
          const sentMs = (source.ptsTicks - originTicks) / 90;
          expect(Math.abs(placedMs - sentMs)).toBeLessThan(2);
        }
        samples += 1024;
      }
    }
  });

  it('tells control when it is playable, and what it is', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    expect(test.statuses).toMatchObject([{ state: 'on-air', isPlayable: false }]);
    send(encoder, media, test.clock);
    expect(test.statuses).toHaveLength(2);
    expect(test.statuses[1]).toMatchObject({
      state: 'on-air',
      isPlayable: true,
      hasVideo: true,
      encoders: [{ slot: 'primary', remoteAddress: '192.0.2.1' }],
    });
    expect(test.channels.statuses()).toEqual([test.statuses[1]]);
    encoder.end('clean');
    expect(test.statuses.at(-1)).toMatchObject({
      state: 'ended',
      generation: null,
      isPlayable: false,
      encoders: [],
      onAirSinceMs: test.statuses[0]?.onAirSinceMs,
    });
  });

  it('is playable with the second of key frames that come each second', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    const beganMs = test.clock.monotonicMs();
    for (const frame of media) {
      send(encoder, [frame], test.clock);
      if (frame.kind === 'video') test.clock.advance(1000 / 30);
      if (test.statuses.at(-1)?.isPlayable === true) break;
    }
    expect(test.clock.monotonicMs() - beganMs).toBeLessThan(1200);
  });
});

describe('an encoder that does not send everything', () => {
  it('without audio gets silence at once', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, silentMedia, test.clock);
    encoder.end('clean');
    const { generation, files } = current(test);
    checkGeneration(generation);
    const [sound, picture] = await playGeneration(generation, files);
    expect(picture).toEqual({ codec: 'h264', frames: 150 });
    expect(Math.abs((sound?.frames ?? 0) - (5 * 48_000) / 1024)).toBeLessThanOrEqual(1);
  });

  it('without video plays its sound', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, soundOnly, test.clock);
    expect(test.statuses.at(-1)).toMatchObject({ isPlayable: true, hasVideo: false });
    encoder.end('clean');
    const { generation, files } = current(test);
    expect([...generation.tracks.keys()]).toEqual(['audio']);
    checkGeneration(generation);
    const played = await playGeneration(generation, files);
    expect(played).toEqual([{ codec: 'aac', frames: count(soundOnly, 'audio') }]);
  });

  it('gets another generation when its video appears after all', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, soundOnly, test.clock);
    const before = test.statuses.at(-1)?.generation ?? '';
    send(encoder, shift(media, 6000), test.clock);
    const after = test.statuses.at(-1);
    expect(after).toMatchObject({ state: 'on-air', isPlayable: true, hasVideo: true });
    expect(after?.generation).not.toBe(before);
    expect(test.channels.find(SETTINGS.webcastId, before)?.hasEnded).toBe(true);
    encoder.end('clean');
    const { generation, files } = current(test);
    checkGeneration(generation);
    expect(await playGeneration(generation, files)).toHaveLength(2);
  });

  it('has silence where its audio is missing for a while', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    const isMissing = (frame: Frame) =>
      frame.kind === 'audio' && frame.ptsTicks > 2 * 90_000 && frame.ptsTicks < 5 * 90_000;
    const sent = media.filter((frame) => !isMissing(frame));
    send(encoder, sent, test.clock);
    encoder.end('clean');
    const { generation, files } = current(test);
    checkGeneration(generation);
    const [sound] = await playGeneration(generation, files);
    expect(Math.abs((sound?.frames ?? 0) - count(media, 'audio'))).toBeLessThanOrEqual(4);
    expect(
      generation.tracks.get('audio')?.segments.some((segment) => segment.isDiscontinuous),
    ).toBe(false);
  });

  it.each([
    ['the usual parameters, without a discontinuity', () => media, 0],
    ['others, behind a discontinuity', () => otherSound, 1],
  ])('may start its audio late: with %s', async (_what, framesOf, discontinuities) => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    const frames = framesOf();
    const isEarlySound = (frame: Frame) =>
      frame.kind === 'announcement' ||
      frame.kind === 'audio-config' ||
      (frame.kind === 'audio' && frame.ptsTicks < 2.5 * 90_000);
    const config = frames.find((frame) => frame.kind === 'audio-config');
    const later = frames.filter((frame) => !isEarlySound(frame));
    const at = later.findIndex((frame) => frame.kind === 'audio');
    send(encoder, config === undefined ? later : later.toSpliced(at, 0, config), test.clock);
    encoder.end('clean');
    const { generation, files } = current(test);
    checkGeneration(generation);
    for (const track of generation.tracks.values()) {
      const found = track.segments.filter((segment) => segment.isDiscontinuous);
      expect(found).toHaveLength(discontinuities);
      expect(track.inits.size).toBe(1 + discontinuities);
    }
    const [, picture] = await playGeneration(generation, files);
    expect(picture?.frames).toBe(count(frames, 'video'));
    const sounding = files.tracks.get('audio')?.segments.at(-1);
    const samples = sounding === undefined ? [] : readSegmentFile(files, sounding);
    expect(samples.filter(({ data }) => data.length > 20).length).toBeGreaterThan(10);
  });
});

describe('time stamps that jump', () => {
  it.each([
    ['forward an hour', 3_600_000],
    ['back to before the beginning', -5000],
  ])('%s begin anew behind a discontinuity', async (_what, byMs) => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    send(encoder, shift(media, 8000 + byMs), test.clock);
    encoder.end('clean');
    const { generation, files } = current(test);
    checkGeneration(generation);
    const video = generation.tracks.get('video');
    expect(video?.segments.filter((segment) => segment.isDiscontinuous)).toHaveLength(1);
    const last = video?.segments.at(-1);
    expect((last?.startMs ?? 0) + (last?.durationMs ?? 0)).toBeCloseTo(16_000, -2);
    const [, picture] = await playGeneration(generation, files);
    expect(picture?.frames).toBe(2 * count(media, 'video'));
  });

  it('do not move a stream whose clock the machine changes', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    test.clock.wallMs -= 3_600_000;
    send(encoder, shift(media, 8000), test.clock);
    test.clock.wallMs += 7_200_000;
    encoder.end('broken');
    const again = await connect(test.channels);
    send(again, media, test.clock);
    again.end('clean');
    const { generation } = current(test);
    checkGeneration(generation);
    const segments = generation.tracks.get('video')?.segments ?? [];
    const tookMs = (segments.at(-1)?.startsAtMs ?? 0) - (segments[0]?.startsAtMs ?? 0);
    expect(tookMs).toBeLessThan(24_000);
  });
});

describe('an encoder that comes and goes', () => {
  it('continues the show on the same URL after its connection broke', async () => {
    const test = openTestChannels();
    const first = await connect(test.channels);
    send(first, media, test.clock);
    first.end('broken');
    expect(test.statuses.at(-1)).toMatchObject({
      state: 'interrupted',
      isPlayable: true,
      waitsUntilMs: test.clock.nowMs() + 60_000,
    });
    const { generation, files } = current(test);
    const video = generation.tracks.get('video');
    const before = video?.nextMsn ?? 0;
    expect(video === undefined ? '' : writeMediaPlaylist(video)).not.toContain('ENDLIST');

    test.clock.advance(20_000);
    const second = await connect(test.channels);
    send(second, shift(media, 777_000), test.clock);
    second.end('clean');
    expect(states(test)).toEqual(['on-air', 'interrupted', 'on-air', 'ended']);
    expect(new Set(test.statuses.map((status) => status.generation)).size).toBe(2);
    checkGeneration(generation);
    const rejoined = video?.segments[before];
    expect(rejoined).toMatchObject({ msn: before, isDiscontinuous: true, initId: 1 });
    const pauseMs = (rejoined?.startsAtMs ?? 0) - (video?.segments[before - 1]?.startsAtMs ?? 0);
    expect(pauseMs).toBeGreaterThan(20_000);
    const [, picture] = await playGeneration(generation, files);
    expect(picture?.frames).toBe(2 * count(media, 'video'));
  });

  it('ends the show when it does not come back', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    const { generation } = current(test);
    encoder.end('broken');
    test.clock.advance(59_000);
    expect(generation.hasEnded).toBe(false);
    test.clock.advance(1000);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'ended']);
    expect(generation.hasEnded).toBe(true);
    const video = generation.tracks.get('video');
    expect(video === undefined ? '' : writeMediaPlaylist(video)).toContain('#EXT-X-ENDLIST');
  });

  it('begins a new generation after the end', async () => {
    const test = openTestChannels();
    for (const round of [0, 1]) {
      const encoder = await connect(test.channels);
      send(encoder, shift(media, round * 100_000), test.clock);
      encoder.end('clean');
    }
    expect(states(test)).toEqual(['on-air', 'ended', 'on-air', 'ended']);
    expect(test.archive.generations.map((files) => files.hasEnded)).toEqual([true, true]);
    const { generation } = current(test);
    expect(generation.tracks.get('video')?.segments[0]?.msn).toBe(0);
  });

  it('hands over to the other encoder at its next key frame, and not back', async () => {
    const test = openTestChannels();
    const primary = await connect(test.channels);
    const backup = await connect(test.channels, { slot: 'backup', remoteAddress: '192.0.2.2' });
    const halfTicks = 3.5 * 90_000;
    const isEarly = (frame: Frame) =>
      !('data' in frame) || (frame.kind === 'video' ? frame.dtsTicks : frame.ptsTicks) < halfTicks;
    for (const frame of media.filter(isEarly)) {
      primary.write(frame);
      backup.write(frame);
    }
    primary.end('broken');
    expect(test.statuses.at(-1)).toMatchObject({ state: 'on-air', encoders: [{ slot: 'backup' }] });
    const again = await connect(test.channels);
    for (const frame of media.filter((each) => !('data' in each))) again.write(frame);
    for (const frame of media.filter((each) => !isEarly(each))) {
      backup.write(frame);
      again.write(frame);
    }
    backup.end('clean');
    again.end('clean');

    const { generation, files } = current(test);
    checkGeneration(generation);
    const segments = generation.tracks.get('video')?.segments ?? [];
    expect(segments.filter((segment) => segment.isDiscontinuous)).toHaveLength(1);
    const [, picture] = await playGeneration(generation, files);
    // 3.5 s of the primary, and the backup from its key frame at 4 s.
    expect(picture?.frames).toBe(105 + 120);
  });

  it('tells how each of them does, and which one is seen', async () => {
    const test = openTestChannels();
    expect(test.channels.takeHealth()).toEqual([]);
    const primary = await connect(test.channels);
    const backup = await connect(test.channels, { slot: 'backup', software: 'the other' });
    for (const frame of silentMedia.filter(({ kind }) => kind === 'video-config')) {
      backup.write(frame);
    }
    send(primary, media, test.clock);
    primary.countDropped(2);
    const [health] = test.channels.takeHealth();
    expect(health).toMatchObject({
      webcastId: SETTINGS.webcastId,
      archive: 'writing',
      lostParts: 0,
      relays: [],
    });
    expect(health?.encoders).toMatchObject([
      {
        slot: 'primary',
        remoteAddress: '192.0.2.1',
        // What its metadata says, rather than what it connected as.
        software: expect.stringContaining('Lavf'),
        isInUse: true,
        video: {
          widthPx: 160,
          heightPx: 90,
          keyFrameDistanceMs: 1000,
          announcedFramesPerSecond: 30,
        },
        audio: { codec: 'mp4a.40.2', sampleRate: 48_000, channelCount: 2 },
        droppedFrames: 2,
      },
      { slot: 'backup', software: 'the other', isInUse: false, audio: null, bitsPerSecond: 0 },
    ]);
    expect(health?.encoders[0]?.video?.framesPerSecond).toBeCloseTo(30, 0);
  });

  it('counts frames whose time fits nowhere as dropped, and those of the reserve not', async () => {
    const test = openTestChannels();
    const primary = await connect(test.channels);
    const backup = await connect(test.channels, { slot: 'backup' });
    send(primary, media, test.clock);
    for (const frame of shift(media, 8000)
      .filter(({ kind }) => kind === 'audio')
      .slice(0, 5)) {
      for (const encoder of [primary, backup])
        for (const each of shift([frame], 600_000)) encoder.write(each);
    }
    const [health] = test.channels.takeHealth();
    expect(health?.encoders.map(({ droppedFrames }) => droppedFrames)).toEqual([5, 0]);
  });

  it('tells nothing of health once the show is over', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    encoder.end('broken');
    expect(test.channels.takeHealth()).toMatchObject([{ encoders: [], archive: 'writing' }]);
    test.clock.advance(60_000);
    expect(test.channels.takeHealth()).toEqual([]);
  });

  it('hands over when the active encoder falls silent', async () => {
    const test = openTestChannels();
    const primary = await connect(test.channels);
    const backup = await connect(test.channels, { slot: 'backup' });
    send(primary, media, test.clock);
    send(backup, media, test.clock);
    backup.end('clean');
    primary.end('clean');
    const { generation } = current(test);
    checkGeneration(generation);
    const segments = generation.tracks.get('video')?.segments ?? [];
    expect(segments.filter((segment) => segment.isDiscontinuous)).toHaveLength(1);
  });

  it('finds its slot taken while another one sends, and takes it over from a silent one', async () => {
    const test = openTestChannels();
    const first = await connect(test.channels);
    send(first, media, test.clock);
    const refused = await test.channels.open({ ...REQUEST, remoteAddress: '192.0.2.9' });
    expect(refused).toMatchObject({ isAllowed: false, code: 'slot-in-use' });
    expect('message' in refused && refused.message).toContain('192.0.2.1');

    test.clock.advance(2001);
    const second = await connect(test.channels, { remoteAddress: '192.0.2.9' });
    expect(first.closed.aborted).toBe(true);
    first.write(media[3] ?? { kind: 'audio', ptsTicks: 0, data: new Uint8Array(0) });
    first.end('broken');
    send(second, media, test.clock);
    expect(test.statuses.at(-1)).toMatchObject({
      state: 'on-air',
      encoders: [{ remoteAddress: '192.0.2.9' }],
    });
    second.end('clean');
    checkGeneration(current(test).generation);
  });
});

describe('going live with explicitLive', () => {
  const rehearsing = { ...SETTINGS, isExplicitLive: true, isOnAirAllowed: false };

  it('keeps the rehearsal apart from the show', async () => {
    const test = openTestChannels({ ask: async () => ({ isAllowed: true, settings: rehearsing }) });
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    const rehearsal = current(test);
    expect(rehearsal.generation.kind).toBe('preview');
    expect(test.statuses.at(-1)).toMatchObject({ state: 'preview', isPlayable: true });

    test.channels.applySettings({ ...rehearsing, revision: 2, isOnAirAllowed: true });
    expect(rehearsal.files.isRemoved).toBe(true);
    expect(test.channels.find(SETTINGS.webcastId, rehearsal.files.generation)).toBeUndefined();
    send(encoder, shift(media, 8000), test.clock);
    const show = current(test);
    expect(show.generation.kind).toBe('on-air');
    expect(show.generation.tracks.get('video')?.segments[0]?.msn).toBe(0);

    test.channels.applySettings({ ...rehearsing, revision: 3 });
    expect(show.generation.hasEnded).toBe(true);
    send(encoder, shift(media, 16_000), test.clock);
    encoder.end('clean');
    expect(states(test)).toEqual(['preview', 'on-air', 'preview', 'ended']);
    checkGeneration(show.generation);
    const [, picture] = await playGeneration(show.generation, show.files);
    expect(picture?.frames).toBe(count(media, 'video'));
  });

  it('has its picture also when it goes on air between two distant key frames', async () => {
    const frames = await encodeMedia({ seconds: 16, keyFrameEvery: 180 });
    const test = openTestChannels({ ask: async () => ({ isAllowed: true, settings: rehearsing }) });
    const encoder = await connect(test.channels);
    const middle = frames.findIndex(
      (frame) => frame.kind === 'video' && frame.dtsTicks > 7.5 * 90_000,
    );
    send(encoder, frames.slice(0, middle), test.clock);
    test.channels.applySettings({ ...rehearsing, revision: 2, isOnAirAllowed: true });
    send(encoder, frames.slice(middle), test.clock);
    const { generation, files } = current(test);
    expect(generation.kind).toBe('on-air');
    test.channels.applySettings({ ...rehearsing, revision: 3 });
    expect([...generation.tracks.keys()].sort()).toEqual(['audio', 'video']);
    checkGeneration(generation);
    // From the third key frame, at 12 s, to the end.
    const [, picture] = await playGeneration(generation, files);
    expect(picture?.frames).toBe(4 * 30);
  });
});

describe('who may publish', () => {
  it('is asked once: a known token is let in without anybody to ask', async () => {
    let asked = 0;
    const test = openTestChannels({
      ask: async () => {
        asked++;
        return { isAllowed: true, settings: SETTINGS };
      },
    });
    const first = await connect(test.channels);
    first.end('broken');
    await connect(test.channels);
    expect(asked).toBe(1);
  });

  it('is known from the settings that control has sent', async () => {
    const test = openTestChannels({ ask: () => Promise.reject(new Error('nobody is there')) });
    test.channels.applySettings(SETTINGS);
    expect(test.channels.statuses()).toEqual([]);
    await connect(test.channels);
    expect(test.statuses).toHaveLength(1);
  });

  it('is refused with the words of who decides', async () => {
    const no = { isAllowed: false, code: 'wrong-token', message: 'No.' } as const;
    const test = openTestChannels({ ask: async () => no });
    expect(await test.channels.open(REQUEST)).toEqual(no);
  });

  it('is unavailable when nobody can decide', async () => {
    const test = openTestChannels({ ask: () => Promise.reject(new Error('nobody is there')) });
    expect(await test.channels.open(REQUEST)).toMatchObject({ code: 'unavailable' });
  });

  it('is asked again with another token, and a changed token disconnects', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    test.channels.applySettings({ ...SETTINGS, revision: 2, streamToken: 'other' });
    expect(encoder.closed.reason).toMatchObject({ message: expect.stringContaining('key') });
    expect(test.statuses.at(-1)).toMatchObject({ state: 'interrupted', encoders: [] });
    const refused = await test.channels.open(REQUEST);
    expect(refused).toMatchObject({ code: 'wrong-token' });
    await connect(test.channels, { streamToken: 'other' });
    expect(test.statuses.at(-1)).toMatchObject({ state: 'on-air' });
  });

  it('ignores settings that are older than what it knows', async () => {
    const test = openTestChannels();
    test.channels.applySettings({ ...SETTINGS, revision: 5, playbackEpoch: 2 });
    await connect(test.channels);
    test.channels.applySettings({ ...SETTINGS, revision: 4, playbackEpoch: 1 });
    expect(current(test).generation.playbackEpoch).toBe(2);
    test.channels.applySettings({
      ...SETTINGS,
      revision: 6,
      playbackEpoch: 3,
      dvrWindowMs: 60_000,
    });
    expect(current(test).generation.playbackEpoch).toBe(3);
    expect(current(test).generation.dvrWindowMs).toBe(60_000);
    expect(current(test).files.settings.revision).toBe(6);
  });
});

describe('generations that are over', () => {
  it('stay readable for a minute or the DVR window, and go then', async () => {
    const test = openTestChannels();
    const [first, second] = [{ round: 0 }, { round: 1 }];
    for (const { round } of [first, second]) {
      const encoder = await connect(test.channels);
      send(encoder, shift(media, round * 50_000), test.clock);
      encoder.end('clean');
    }
    const [older, newer] = test.archive.generations;
    const find = (files: MemoryGeneration | undefined) =>
      test.channels.find(SETTINGS.webcastId, files?.generation ?? '');
    test.clock.advance(50_000);
    expect(find(older)).toBeDefined();
    test.clock.advance(10_000);
    expect([find(older), older?.isRemoved]).toEqual([undefined, true]);
    expect([find(newer), newer?.isRemoved]).toEqual([undefined, true]);
  });

  it('wait for the DVR window', async () => {
    const test = openTestChannels();
    test.channels.applySettings({ ...SETTINGS, dvrWindowMs: 600_000 });
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    encoder.end('clean');
    const { generation } = current(test);
    test.clock.advance(599_000);
    expect(current(test).generation).toBe(generation);
    const name = generation.tracks.get('video')?.segments[0]?.stem ?? '';
    expect(generation.tracks.get('video')?.segmentBuffers(`${name}.m4s`)).toBeUndefined();
    test.clock.advance(1000);
    expect(() => current(test)).toThrow();
  });

  it('go with the webcast when it is deleted', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    test.channels.remove(SETTINGS.webcastId);
    expect(encoder.closed.aborted).toBe(true);
    expect(test.archive.generations.map((files) => files.isRemoved)).toEqual([true]);
    expect(test.channels.statuses()).toEqual([]);
  });
});

describe('a server that stops', () => {
  it('ends what is live cleanly', async () => {
    const test = openTestChannels();
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    const { generation, files } = current(test);
    test.channels.close();
    expect(encoder.closed.aborted).toBe(true);
    expect(files.hasEnded).toBe(true);
    expect(files.isRemoved).toBe(false);
    const [, picture] = await playGeneration(generation, files);
    expect(picture?.frames).toBe(count(media, 'video'));
    expect(await test.channels.open(REQUEST)).toMatchObject({ code: 'unavailable' });
  });

  it('goes on after a crash: same generation, new names, behind a discontinuity', async () => {
    const died = openTestChannels();
    const before = await connect(died.channels);
    const isUntil = (frame: Frame) =>
      !('data' in frame) ||
      (frame.kind === 'video' ? frame.dtsTicks : frame.ptsTicks) < 7.2 * 90_000;
    send(before, media.filter(isUntil), died.clock);
    const files = died.archive.generations[0];
    if (files === undefined) throw new Error('there is no generation');

    const test = openTestChannels({
      archive: new MemoryArchive([files]),
      randomId: (length) => 'z'.repeat(length),
    });
    await test.channels.restore();
    expect(test.statuses).toMatchObject([
      { state: 'interrupted', isPlayable: true, hasVideo: true, generation: files.generation },
    ]);
    const { generation } = current(test);
    const video = generation.tracks.get('video');
    const nextMsn = video?.nextMsn ?? 0;
    expect(nextMsn).toBe(4);
    const encoder = await connect(test.channels);
    send(encoder, shift(media, 99_000), test.clock);
    expect(test.statuses.at(-1)).toMatchObject({ state: 'on-air', waitsUntilMs: null });
    encoder.end('clean');
    checkGeneration(generation);
    expect(video?.segments[nextMsn]).toMatchObject({
      stem: `video-zzzz-${nextMsn}`,
      isDiscontinuous: true,
      initId: 1,
    });
    expect(await playGeneration(generation, files)).toHaveLength(2);
  });

  it('goes on after a crash before anything could be played', async () => {
    const died = openTestChannels();
    const before = await connect(died.channels);
    send(before, media.slice(0, 20), died.clock);
    const files = died.archive.generations[0];
    if (files === undefined) throw new Error('there is no generation');
    expect(files.files.size).toBe(2);
    const test = openTestChannels({
      archive: new MemoryArchive([files]),
      randomId: (length) => 'z'.repeat(length),
    });
    await test.channels.restore();
    expect(test.statuses).toMatchObject([{ state: 'interrupted', isPlayable: false }]);
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    encoder.end('clean');
    const { generation } = current(test);
    checkGeneration(generation);
    expect(generation.tracks.get('video')?.segments[0]).toMatchObject({
      ...{ msn: 0, isDiscontinuous: false, initId: 1 },
    });
    expect(await playGeneration(generation, files)).toHaveLength(2);
  });

  it('does not bring a rehearsal back', async () => {
    const settings = { ...SETTINGS, isExplicitLive: true, isOnAirAllowed: false };
    const died = openTestChannels({ ask: async () => ({ isAllowed: true, settings }) });
    const encoder = await connect(died.channels);
    send(encoder, media, died.clock);
    const test = openTestChannels({ archive: new MemoryArchive(died.archive.generations) });
    await test.channels.restore();
    expect(test.statuses).toEqual([]);
    expect(died.archive.generations[0]?.isRemoved).toBe(true);
  });
});

describe('whatever an encoder sends', () => {
  it('does not throw, and leaves tracks that fit together', async () => {
    const configs = [media, otherSound].flatMap((frames) =>
      frames.filter((frame) => !('data' in frame)),
    );
    const ms = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -9000, max: 9000 }));
    const step = fc.oneof(
      { weight: 20, arbitrary: fc.record({ kind: fc.constant('video'), ms, isKey: fc.boolean() }) },
      { weight: 20, arbitrary: fc.record({ kind: fc.constant('audio'), ms }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('config'), index: fc.nat(configs.length - 1) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('broken', 'clean') }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 400 }), async (steps) => {
        const test = openTestChannels();
        let encoder = await connect(test.channels);
        let nowMs = 0;
        for (const { kind, ...rest } of steps) {
          if ('ms' in rest) nowMs += rest.ms;
          const data = Uint8Array.of(1, 2, 3);
          const ticks = nowMs * 90;
          if (kind === 'video' && 'isKey' in rest) {
            const { isKey } = rest;
            encoder.write({ kind: 'video', dtsTicks: ticks, ptsTicks: ticks + 900, isKey, data });
          } else if (kind === 'audio') {
            encoder.write({ kind: 'audio', ptsTicks: ticks, data });
          } else if ('index' in rest) {
            const config = configs[rest.index];
            if (config !== undefined) encoder.write(config);
          } else {
            encoder.end(kind === 'broken' ? 'broken' : 'clean');
            encoder = await connect(test.channels);
          }
          test.clock.advance(10);
        }
        test.channels.close();
        for (const { generation } of test.archive.generations) {
          const ended = test.channels.find(SETTINGS.webcastId, generation);
          if (ended !== undefined) checkGeneration(ended);
        }
      }),
      { numRuns: 150 },
    );
  });
});
