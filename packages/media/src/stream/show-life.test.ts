import type { ChannelSettings } from '@rostrum/contracts';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { writeMediaPlaylist } from '../package/playlist-writer.ts';
import type { Frame } from './frame.ts';
import { checkGeneration } from './testing/check-generation.ts';
import { encodeMedia } from './testing/encoded-media.ts';
import { MemoryArchive } from './testing/memory-archive.ts';
import {
  connect,
  openTestChannels,
  REQUEST,
  SETTINGS,
  send,
  shift,
  type TestChannels,
} from './testing/test-channels.ts';

/** Shows with real frames and a clock that is moved by hand: how they end, wait, and begin again. */

const REHEARSING: ChannelSettings = { ...SETTINGS, isExplicitLive: true, isOnAirAllowed: false };
const LIVE: ChannelSettings = { ...SETTINGS, isExplicitLive: true, isOnAirAllowed: true };
const WINDOW_MS = 60_000;

let media: readonly Frame[];

beforeAll(async () => {
  media = await encodeMedia({ seconds: 4 });
});

function openWith(settings: ChannelSettings, more: Parameters<typeof openTestChannels>[0] = {}) {
  return openTestChannels({ ask: async () => ({ isAllowed: true, settings }), ...more });
}

function states({ statuses }: TestChannels): string[] {
  const all = statuses.map((status) => status.state);
  return all.filter((state, index) => state !== all[index - 1]);
}

function kinds({ archive }: TestChannels): string[] {
  return archive.generations.map(({ kind }) => kind);
}

describe('the window in which an encoder may come back', () => {
  it.each([
    ['without explicitLive', SETTINGS],
    ['with explicitLive', LIVE],
  ])('is open to its last millisecond, %s', async (_what, settings) => {
    const test = openWith(settings);
    for (const end of ['broken', 'broken', 'broken'] as const) {
      const encoder = await connect(test.channels);
      send(encoder, media, test.clock);
      encoder.end(end);
      test.clock.advance(WINDOW_MS - 1);
    }
    expect(states(test)).toEqual([
      ...['on-air', 'interrupted', 'on-air', 'interrupted', 'on-air', 'interrupted'],
    ]);
    expect(kinds(test)).toEqual(['on-air']);
    test.clock.advance(1);
    expect(test.statuses.at(-1)).toMatchObject({ state: 'ended', generation: null });
  });

  it('counts anew with every interruption', async () => {
    const test = openWith(SETTINGS);
    const first = await connect(test.channels);
    send(first, media, test.clock);
    first.end('broken');
    test.clock.advance(WINDOW_MS - 1);
    (await connect(test.channels)).end('broken');
    test.clock.advance(WINDOW_MS - 1);
    expect(test.statuses.at(-1)).toMatchObject({
      state: 'interrupted',
      waitsUntilMs: test.clock.nowMs() + 1,
    });
  });

  it('does not end a show whose encoder is back', async () => {
    const test = openWith(SETTINGS);
    const first = await connect(test.channels);
    send(first, media, test.clock);
    first.end('broken');
    await connect(test.channels);
    test.clock.advance(2 * WINDOW_MS);
    expect(test.statuses.at(-1)?.state).toBe('on-air');
  });

  it('of no length ends the show at once', async () => {
    const test = openWith(SETTINGS, { reconnectWindowMs: 0 });
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    encoder.end('broken');
    test.clock.advance(0);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'ended']);
  });
});

describe('with explicitLive', () => {
  it('an encoder that stops is waited for like one that breaks off', async () => {
    const test = openWith(LIVE);
    const first = await connect(test.channels);
    send(first, media, test.clock);
    first.end('clean');
    expect(test.statuses.at(-1)).toMatchObject({ state: 'interrupted', isPlayable: true });
    const again = await connect(test.channels);
    send(again, shift(media, 4000), test.clock);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'on-air']);
    expect(kinds(test)).toEqual(['on-air']);
  });

  it('an encoder that comes back too late rehearses, also while nobody decides anything', async () => {
    const test = openWith({ ...LIVE, isRecorded: true });
    const first = await connect(test.channels);
    send(first, media, test.clock);
    first.end('broken');
    test.clock.advance(WINDOW_MS);
    const shown = test.statuses.at(-1)?.takes;
    const late = await connect(test.channels);
    send(late, shift(media, 4000), test.clock);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'ended', 'preview']);
    expect(kinds(test)).toEqual(['on-air', 'preview']);
    expect(test.statuses.at(-1)?.takes).toEqual(shown);

    // What was decided for the show that is over, told once more, says nothing about the next one.
    test.channels.applySettings({ ...LIVE, isRecorded: true });
    expect(test.statuses.at(-1)?.state).toBe('preview');
    test.channels.applySettings({ ...REHEARSING, revision: 2 });
    expect(test.statuses.at(-1)?.state).toBe('preview');
    test.channels.applySettings({ ...LIVE, isRecorded: true, revision: 3 });
    expect(test.statuses.at(-1)?.state).toBe('on-air');
  });

  it('somebody may go live again before the encoder is back', async () => {
    const test = openWith(LIVE);
    const first = await connect(test.channels);
    send(first, media, test.clock);
    first.end('broken');
    test.clock.advance(WINDOW_MS);
    test.channels.applySettings({ ...REHEARSING, revision: 2 });
    test.channels.applySettings({ ...LIVE, revision: 3 });
    const late = await connect(test.channels);
    send(late, media, test.clock);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'ended', 'on-air']);
  });

  it('a show that waits is ended by who ends it, and the encoder that comes then rehearses', async () => {
    const test = openWith(LIVE);
    const first = await connect(test.channels);
    send(first, media, test.clock);
    first.end('broken');
    test.channels.applySettings({ ...REHEARSING, revision: 2 });
    expect(test.statuses.at(-1)).toMatchObject({ state: 'ended', waitsUntilMs: null });
    test.clock.advance(WINDOW_MS);
    await connect(test.channels);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'ended', 'preview']);
  });

  it('going live and back in quick succession leaves one generation, of the last wish', async () => {
    const test = openWith(REHEARSING);
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    for (let revision = 2; revision <= 9; revision++) {
      test.channels.applySettings({ ...(revision % 2 === 0 ? LIVE : REHEARSING), revision });
      test.clock.advance(revision % 3);
    }
    expect(test.statuses.at(-1)).toMatchObject({ state: 'preview', isPlayable: false });
    test.channels.applySettings({ ...LIVE, revision: 10 });
    send(encoder, shift(media, 4000), test.clock);
    expect(test.statuses.at(-1)).toMatchObject({ state: 'on-air', isPlayable: true });
    const open = test.archive.generations.filter(({ hasEnded, isRemoved }) => {
      return !hasEnded && !isRemoved;
    });
    expect(open.map(({ generation }) => generation)).toEqual([test.statuses.at(-1)?.generation]);
    const shown = test.channels.find(SETTINGS.webcastId, open[0]?.generation ?? '');
    if (shown === undefined) throw new Error('there is no show');
    encoder.end('clean');
    checkGeneration(shown);
  });

  it('of what came before the decision, no byte is in the show', async () => {
    const test = openWith(REHEARSING);
    const encoder = await connect(test.channels);
    // Up to the middle between two key frames, so that the show could only begin with pictures of the rehearsal.
    const early = media.filter((frame) => !('data' in frame) || timeOf(frame) < 1.5);
    const late = media.filter((frame) => 'data' in frame && timeOf(frame) >= 1.5);
    send(encoder, early, test.clock);
    test.channels.applySettings({ ...LIVE, revision: 2 });
    send(encoder, late, test.clock);
    const files = test.archive.generations.at(-1);
    const show = files && test.channels.find(SETTINGS.webcastId, files.generation);
    if (show === undefined || files === undefined) throw new Error('there is no show');
    encoder.end('broken');
    checkGeneration(show);
    const published = Buffer.concat([...files.files.values()].map((bytes) => Buffer.from(bytes)));
    const rehearsed = early.filter((frame) => 'data' in frame && frame.data.length > 20);
    expect(rehearsed.length).toBeGreaterThan(80);
    for (const frame of rehearsed) {
      if ('data' in frame) expect(published.includes(Buffer.from(frame.data))).toBe(false);
    }
    const [shown] = late.filter((frame) => frame.kind === 'video' && frame.isKey);
    expect(
      shown !== undefined && 'data' in shown && published.includes(Buffer.from(shown.data)),
    ).toBe(true);
  });
});

describe('two encoders', () => {
  const both = async (settings: ChannelSettings) => {
    const test = openWith(settings);
    const primary = await connect(test.channels);
    const backup = await connect(test.channels, { slot: 'backup', remoteAddress: '192.0.2.2' });
    send(primary, media, test.clock);
    return { test, primary, backup };
  };

  test.each([
    ['primary', 'backup'],
    ['backup', 'primary'],
  ] as const)('the last one to go decides how the show goes on: %s, then %s', async (...order) => {
    for (const [first, last, state] of [
      ['clean', 'clean', 'ended'],
      ['broken', 'clean', 'ended'],
      ['clean', 'broken', 'interrupted'],
      ['broken', 'broken', 'interrupted'],
    ] as const) {
      const encoders = await both(SETTINGS);
      encoders[order[0]].end(first);
      expect(encoders.test.statuses.at(-1)).toMatchObject({
        state: 'on-air',
        encoders: [{ slot: order[1] }],
      });
      encoders[order[1]].end(last);
      expect(encoders.test.statuses.at(-1)).toMatchObject({ state, encoders: [] });
    }
  });

  it('the backup alone brings an interrupted show back, and keeps it when the primary comes', async () => {
    const { test, primary, backup } = await both(SETTINGS);
    backup.end('broken');
    primary.end('broken');
    const second = await connect(test.channels, { slot: 'backup' });
    send(second, shift(media, 9000), test.clock);
    expect(test.statuses.at(-1)).toMatchObject({ state: 'on-air', encoders: [{ slot: 'backup' }] });
    const third = await connect(test.channels);
    send(third, shift(media, 50_000), test.clock);
    expect(kinds(test)).toEqual(['on-air']);
    const files = test.archive.generations[0];
    const show = test.channels.find(SETTINGS.webcastId, files?.generation ?? '');
    if (show === undefined) throw new Error('there is no show');
    second.end('clean');
    third.end('clean');
    checkGeneration(show);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'on-air', 'ended']);
  });
});

describe('a show that ended with the process before', () => {
  class AfterShow extends MemoryArchive {
    override async restore() {
      const show = { onAirSinceMs: 1000, takes: [] };
      return { generations: [], endedShows: [{ settings: LIVE, endedAtMs: 2000, show }] };
    }
  }

  it('is told of before an encoder is asked about', async () => {
    const order: string[] = [];
    const test = openTestChannels({
      archive: new AfterShow(),
      onStatus: ({ state, onAirSinceMs }) => order.push(`${state} ${onAirSinceMs}`),
      ask: async () => {
        order.push('asked');
        return { isAllowed: true, settings: { ...REHEARSING, revision: 2 } };
      },
    });
    await test.channels.restore();
    await connect(test.channels);
    expect(order).toEqual(['ended 1000', 'asked', 'preview 1000']);
  });
});

describe('what changes in mid-show', () => {
  it('a new stream key lets the show wait for who has it', async () => {
    const test = openWith(LIVE);
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    test.channels.applySettings({ ...LIVE, revision: 2, streamToken: 'another' });
    expect(encoder.closed.aborted).toBe(true);
    expect(test.statuses.at(-1)).toMatchObject({ state: 'interrupted', encoders: [] });
    const refused = await test.channels.open(REQUEST);
    expect(refused).toMatchObject({ code: 'wrong-token' });
    const next = await connect(test.channels, { streamToken: 'another' });
    send(next, shift(media, 4000), test.clock);
    expect(states(test)).toEqual(['on-air', 'interrupted', 'on-air']);
    expect(kinds(test)).toEqual(['on-air']);
  });

  it('a new stream key and the end of the show in one leave nothing waiting', async () => {
    const test = openWith(LIVE);
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    test.channels.applySettings({ ...REHEARSING, revision: 2, streamToken: 'another' });
    expect(test.statuses.at(-1)).toMatchObject({ state: 'ended', waitsUntilMs: null });
    test.clock.advance(WINDOW_MS);
    expect(test.statuses.at(-1)?.state).toBe('ended');
  });

  it('DVR that is switched off and on again shows what there is, never what was before the show', async () => {
    const test = openWith({ ...SETTINGS, dvrWindowMs: 600_000 });
    const encoder = await connect(test.channels);
    for (let round = 0; round < 12; round++) send(encoder, shift(media, round * 4000), test.clock);
    const show = test.channels.find(SETTINGS.webcastId, test.statuses.at(-1)?.generation ?? '');
    const firstMsn = () => {
      const video = show?.tracks.get('video');
      const text = video === undefined ? '' : writeMediaPlaylist(video);
      return Number(/^#EXT-X-MEDIA-SEQUENCE:(\d+)/m.exec(text)?.[1]);
    };
    expect(firstMsn()).toBe(0);
    test.channels.applySettings({ ...SETTINGS, revision: 2, dvrWindowMs: 0 });
    send(encoder, shift(media, 48_000), test.clock);
    const withoutDvr = firstMsn();
    expect(withoutDvr).toBeGreaterThan(0);
    test.channels.applySettings({ ...SETTINGS, revision: 3, dvrWindowMs: 600_000 });
    send(encoder, shift(media, 52_000), test.clock);
    // A playlist never takes back what it has dropped.
    expect(firstMsn()).toBeGreaterThanOrEqual(withoutDvr);
  });

  it('a webcast that is deleted on air is gone for encoders and viewers alike', async () => {
    const test = openWith(SETTINGS);
    const encoder = await connect(test.channels);
    send(encoder, media, test.clock);
    const generation = test.statuses.at(-1)?.generation ?? '';
    test.channels.remove(SETTINGS.webcastId);
    expect(encoder.closed.aborted).toBe(true);
    expect(test.channels.find(SETTINGS.webcastId, generation)).toBeUndefined();
    encoder.write(media[3] ?? { kind: 'audio', ptsTicks: 0, data: new Uint8Array(1) });
    encoder.end('broken');
    test.clock.advance(WINDOW_MS);
    expect(test.statuses.at(-1)).toMatchObject({ state: 'ended', generation: null });
    expect(kinds(test)).toEqual(['on-air']);
  });
});

/** Seconds, as the encoder says. */
function timeOf(frame: Extract<Frame, { readonly data: Uint8Array }>): number {
  return (frame.kind === 'video' ? frame.dtsTicks : frame.ptsTicks) / 90_000;
}
