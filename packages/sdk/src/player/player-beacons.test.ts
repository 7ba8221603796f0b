import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BeaconEnvironment, PlayerBeacons, type WatchedPlace } from './player-beacons.ts';

const SUBJECT = {
  serviceUrl: 'https://live.example.com',
  entryId: '0_ab12cd34',
  partnerId: 100,
  session: 'the-ks',
};

/** A video element as far as it is followed: it says what the test tells it. */
class VideoForTests extends EventTarget {
  paused = true;
  ended = false;
  seeking = false;
  muted = false;
  readyState = 4;

  fire(...names: readonly string[]): void {
    for (const name of names) this.dispatchEvent(new Event(name));
  }

  begin(): void {
    this.fire('loadedmetadata');
    this.paused = false;
    this.fire('play', 'playing');
  }
}

type Sent = { readonly type: number; readonly body: Record<string, unknown>; readonly url: URL };

let video: VideoForTests;
let place: WatchedPlace;
let sent: Sent[];
let leave: () => void;
let leaving: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  video = new VideoForTests();
  place = { playbackType: 'live', positionS: -2.5, bitsPerSecond: 3_000_000, clockMs: 1_764_000 };
  sent = [];
  leaving = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function open(more: Partial<BeaconEnvironment> = {}, subject = SUBJECT): PlayerBeacons {
  return new PlayerBeacons(subject, {
    nowMs: () => Date.now(),
    random: () => 0,
    newSessionId: () => 'session-1',
    asksNotToTrack: false,
    page: 'https://intranet.example/town-hall',
    isTabInFront: () => true,
    send(url, body, isLeaving) {
      const parsed = new URL(url);
      const type = Number(parsed.searchParams.get('eventType'));
      sent.push({ type, url: parsed, body: JSON.parse(body) });
      leaving.push(isLeaving);
    },
    onLeave(handle) {
      leave = handle;
      return () => undefined;
    },
    ...more,
  });
}

const watch = (beacons: PlayerBeacons) =>
  beacons.watch(video as unknown as HTMLVideoElement, () => place);

/** Lets that much time pass; the numbers of the events that were sent. */
function after(durationMs: number): number[] {
  vi.advanceTimersByTime(durationMs);
  return sent.map(({ type }) => type);
}

describe('player beacons', () => {
  it('tell of an impression, of the wish to play, of playing, and of every ten seconds of it', () => {
    watch(open());
    video.begin();
    expect(after(9_000)).toEqual([1, 2, 3]);
    expect(after(21_001)).toEqual([1, 2, 3, 99, 99, 99]);
    expect(sent.map(({ body }) => body.eventIndex)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sent.map(({ body }) => body.playTimeSum)).toEqual([0, 0, 0, 10, 20, 30]);
  });

  it('say which event, of which session and entry, in the query, and the rest as text of JSON', () => {
    watch(open());
    video.begin();
    after(1);
    const [first] = sent;
    expect(`${first?.url.origin}${first?.url.pathname}`).toBe(
      'https://live.example.com/api_v3/index.php',
    );
    expect(Object.fromEntries(first?.url.searchParams ?? [])).toEqual({
      ...{ service: 'analytics', action: 'trackEvent', eventType: '1' },
      ...{ partnerId: '100', entryId: '0_ab12cd34', sessionId: 'session-1' },
    });
    expect(first?.body).toEqual({
      ...{ eventIndex: 1, playbackType: 'live', position: -2.5, absolutePosition: 1_764_000 },
      ...{ actualBitrate: 3000, playTimeSum: 0, bufferTimeSum: 0, tabMode: 2, soundMode: 2 },
      ...{ deliveryType: 'hls', clientVer: 'rostrum', ks: 'the-ks' },
      referrer: 'https://intranet.example/town-hall',
    });
  });

  it('have no session to show where the viewer has none', () => {
    watch(open({}, { ...SUBJECT, session: '' }));
    video.begin();
    after(1);
    expect(sent[0]?.body).not.toHaveProperty('ks');
  });

  it('tell of pauses, and count no time in them', () => {
    watch(open());
    video.begin();
    after(5_400);
    video.paused = true;
    video.fire('pause');
    expect(after(60_000)).toEqual([1, 2, 3, 33]);
    video.paused = false;
    video.fire('play', 'playing');
    expect(after(4_000)).toEqual([1, 2, 3, 33, 4]);
    expect(after(1_001)).toEqual([1, 2, 3, 33, 4, 99]);
    expect(sent.map(({ body }) => body.playTimeSum)).toEqual([0, 0, 0, 5.4, 5.4, 10]);
  });

  it('tell of waiting, and how much of the ten seconds it was', () => {
    watch(open());
    video.begin();
    after(4_000);
    video.readyState = 2;
    video.fire('waiting');
    after(3_000);
    video.readyState = 4;
    video.fire('playing');
    expect(after(3_001)).toEqual([1, 2, 3, 45, 46, 99]);
    expect(sent.at(-1)?.body).toMatchObject({ bufferTime: 3, bufferTimeSum: 3, playTimeSum: 7 });
  });

  it('take going to another place for that, and not for waiting', () => {
    const watched = watch(open());
    video.begin();
    after(1_000);
    video.seeking = true;
    video.readyState = 1;
    watched.seek(-300);
    video.fire('waiting');
    expect(after(1)).toEqual([1, 2, 3, 35]);
    expect(sent.at(-1)?.body).toMatchObject({ targetPosition: -300 });
  });

  it('tell of a failure, and when it came', () => {
    const watched = watch(open());
    watched.fail('unsupported');
    video.begin();
    watched.fail('undecodable');
    after(1);
    const errors = sent.filter(({ type }) => type === 98).map(({ body }) => body);
    expect(errors).toMatchObject([
      { errorCode: 'unsupported', errorPosition: 3 },
      { errorCode: 'undecodable', errorPosition: 2 },
    ]);
  });

  it('count no time that a machine has slept', () => {
    let sleptMs = 0;
    watch(open({ nowMs: () => Date.now() + sleptMs }));
    video.begin();
    after(5_000);
    sleptMs = 3_600_000;
    after(2_000);
    expect(sent.map(({ type }) => type)).toEqual([1, 2, 3]);
  });

  it('say nothing where the browser asks not to be followed', () => {
    watch(open({ asksNotToTrack: true }));
    video.begin();
    expect(after(60_000)).toEqual([]);
  });

  it('of many players do not come in chorus, and keep their order', () => {
    watch(open({ random: () => 0.7 }));
    video.begin();
    expect(after(6_999)).toEqual([]);
    expect(after(1)).toEqual([1, 2, 3]);
  });

  it('leave at once when the page goes, and nothing is told twice', () => {
    watch(open({ random: () => 0.9 }));
    video.begin();
    after(1_000);
    leave();
    expect(sent.map(({ type }) => type)).toEqual([1, 2, 3]);
    expect(leaving).toEqual([true, true, true]);
    expect(after(9_000)).toEqual([1, 2, 3]);
  });

  it('go on as the same session in another video: a replay is no second play', () => {
    const beacons = open();
    const live = watch(beacons);
    video.begin();
    after(1);
    live.close();
    video = new VideoForTests();
    place = { playbackType: 'vod', positionS: 0, bitsPerSecond: null, clockMs: null };
    watch(beacons);
    video.begin();
    expect(after(12_000)).toEqual([1, 2, 3, 99]);
    expect(sent.at(-1)?.body).toMatchObject({ playbackType: 'vod', eventIndex: 4 });
    expect(sent.at(-1)?.body).not.toHaveProperty('actualBitrate');
  });

  it('are over once they are closed', () => {
    const beacons = open();
    const watched = watch(beacons);
    video.begin();
    watched.close();
    beacons.close();
    expect(after(60_000)).toEqual([1, 2, 3]);
  });
});
