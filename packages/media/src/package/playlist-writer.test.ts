import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VideoConfig } from '../stream/frame.ts';
import { SILENT_AUDIO } from '../stream/silence.ts';
import { MemoryGeneration } from '../stream/testing/memory-archive.ts';
import { SETTINGS } from '../stream/testing/test-channels.ts';
import { writeMultivariantPlaylist } from './multivariant-writer.ts';
import { writeIFramePlaylist, writeMediaPlaylist } from './playlist-writer.ts';
import type { SegmentHead, TrackName } from './segment.ts';
import { SegmentWindow } from './segment-window.ts';

const WALL_MS = 1_800_000_000_000;

const VIDEO: VideoConfig = {
  codec: 'h264',
  codecString: 'avc1.64001f',
  widthPx: 1280,
  heightPx: 720,
  framesPerSecond: 25,
  decoderConfig: Uint8Array.of(1),
};

type Made = {
  readonly partMs?: readonly number[];
  readonly isDiscontinuous?: boolean;
  readonly isIndependent?: boolean;
  readonly partBytes?: number;
};

/** A window that is filled by hand. */
class HandMade {
  readonly window: SegmentWindow;
  readonly archive = new MemoryGeneration(SETTINGS, 'g', 'on-air', 0);
  #initId = 0;
  #startMs = 0;
  #discontinuities = 0;
  #head: SegmentHead | null = null;
  #ranges: {
    index: number;
    durationMs: number;
    isIndependent: boolean;
    offsetBytes: number;
    sizeBytes: number;
  }[] = [];

  constructor(name: TrackName = 'video', dvrWindowMs = 0) {
    const { archive } = this;
    this.window = new SegmentWindow({ name, partTargetMs: 500, dvrWindowMs, archive, run: 'k3f9' });
    this.#publishInit();
  }

  open(made: Made = {}): void {
    const { isDiscontinuous = false, isIndependent = true } = made;
    if (isDiscontinuous) {
      this.#initId++;
      this.#discontinuities++;
      this.#publishInit();
    }
    this.#head = {
      track: this.window.name,
      msn: this.window.nextMsn,
      stem: this.window.nextStem,
      initId: this.#initId,
      startsAtMs: WALL_MS + this.#startMs,
      startMs: this.#startMs,
      isDiscontinuous,
      discontinuitySequence: this.#discontinuities,
      isIndependent,
      isRecorded: false,
    };
    this.window.openSegment(this.#head);
  }

  part(durationMs: number, isIndependent = false, partBytes = 100): void {
    const index = this.#ranges.length;
    const offsetBytes = this.#ranges.reduce((sum, range) => sum + range.sizeBytes, 0);
    const range = { index, durationMs, isIndependent, offsetBytes };
    this.#ranges.push({ ...range, sizeBytes: partBytes });
    this.window.appendPart({ ...range, bytes: new Uint8Array(partBytes) });
    this.window.notify();
  }

  close(): void {
    const head = this.#head;
    if (head === null) throw new Error('nothing is open');
    const durationMs = this.#ranges.reduce((sum, range) => sum + range.durationMs, 0);
    const sizeBytes = this.#ranges.reduce((sum, range) => sum + range.sizeBytes, 0);
    const keyFrame = head.isIndependent ? { offsetBytes: 40, sizeBytes: 60 } : null;
    this.window.closeSegment({ ...head, durationMs, sizeBytes, keyFrame, parts: this.#ranges });
    this.#startMs += durationMs;
    this.#ranges = [];
    this.#head = null;
    this.window.notify();
  }

  segment(made: Made = {}): void {
    this.open(made);
    const { partMs = [500, 500, 500, 500], isIndependent = true, partBytes } = made;
    for (const [index, ms] of partMs.entries())
      this.part(ms, index === 0 && isIndependent, partBytes);
    this.close();
  }

  segments(count: number): this {
    for (let index = 0; index < count; index++) this.segment();
    return this;
  }

  #publishInit(): void {
    const isVideo = this.window.name === 'video';
    this.window.publishInit({
      initId: this.#initId,
      name: `${this.window.name}-init-${this.#initId}.mp4`,
      bytes: new Uint8Array(1),
      config: isVideo ? VIDEO : SILENT_AUDIO,
    });
  }
}

function lines(playlist: string, start: string): string[] {
  return playlist.split('\n').filter((line) => line.startsWith(start));
}

describe('a media playlist', () => {
  it('says everything that LL-HLS asks for', () => {
    const made = new HandMade().segments(2);
    made.open();
    made.part(500, true);
    made.part(467);
    const audio = new HandMade('audio').segments(3);
    const otherRenditions = [{ uri: 'audio.m3u8', track: audio.window }];
    expect(writeMediaPlaylist(made.window, { otherRenditions })).toBe(
      `#EXTM3U
#EXT-X-VERSION:9
#EXT-X-TARGETDURATION:6
#EXT-X-PART-INF:PART-TARGET=0.5
#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=36,PART-HOLD-BACK=1.5,HOLD-BACK=18
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-DISCONTINUITY-SEQUENCE:0
#EXT-X-INDEPENDENT-SEGMENTS
#EXT-X-MAP:URI="video-init-0.mp4"
#EXT-X-PROGRAM-DATE-TIME:2027-01-15T08:00:00.000Z
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-0.0.m4s",INDEPENDENT=YES
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-0.1.m4s"
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-0.2.m4s"
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-0.3.m4s"
#EXTINF:2.00000,
video-k3f9-0.m4s
#EXT-X-PROGRAM-DATE-TIME:2027-01-15T08:00:02.000Z
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-1.0.m4s",INDEPENDENT=YES
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-1.1.m4s"
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-1.2.m4s"
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-1.3.m4s"
#EXTINF:2.00000,
video-k3f9-1.m4s
#EXT-X-PROGRAM-DATE-TIME:2027-01-15T08:00:04.000Z
#EXT-X-PART:DURATION=0.50000,URI="video-k3f9-2.0.m4s",INDEPENDENT=YES
#EXT-X-PART:DURATION=0.46700,URI="video-k3f9-2.1.m4s"
#EXT-X-PRELOAD-HINT:TYPE=PART,URI="video-k3f9-2.2.m4s"
#EXT-X-RENDITION-REPORT:URI="audio.m3u8",LAST-MSN=2,LAST-PART=3
`,
    );
  });

  it('hints at the next segment between two', () => {
    const made = new HandMade().segments(1);
    expect(lines(writeMediaPlaylist(made.window), '#EXT-X-PRELOAD-HINT')).toEqual([
      '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="video-k3f9-1.0.m4s"',
    ]);
  });

  it('ends without parts, hints and reports', () => {
    const made = new HandMade().segments(1);
    const audio = new HandMade('audio').segments(1);
    made.window.end();
    const playlist = writeMediaPlaylist(made.window, {
      otherRenditions: [{ uri: 'audio.m3u8', track: audio.window }],
    });
    expect(playlist.endsWith('#EXT-X-ENDLIST\n')).toBe(true);
    expect(playlist).not.toMatch(/EXT-X-PART:|PRELOAD-HINT|RENDITION-REPORT/);
  });

  it('is playable from its first part', () => {
    const made = new HandMade();
    made.open();
    expect(writeMediaPlaylist(made.window)).not.toContain('#EXT-X-PART:');
    made.part(500, true);
    const playlist = writeMediaPlaylist(made.window);
    expect(playlist).toContain('#EXT-X-MAP:URI="video-init-0.mp4"\n#EXT-X-PROGRAM-DATE-TIME:');
    expect(lines(playlist, '#EXT-X-PART:')).toHaveLength(1);
  });

  it('lists parts of the last three target durations only', () => {
    const made = new HandMade('video', 120_000).segments(30);
    const playlist = writeMediaPlaylist(made.window);
    expect(lines(playlist, '#EXTINF')).toHaveLength(30);
    expect(lines(playlist, '#EXT-X-PART:')).toHaveLength(9 * 4);
  });

  it('begins a new init segment at a discontinuity, and counts those that have left', () => {
    const made = new HandMade();
    made.segments(2);
    made.segment({ isDiscontinuous: true });
    made.segments(2);
    const before = writeMediaPlaylist(made.window);
    expect(lines(before, '#EXT-X-MAP')).toHaveLength(2);
    expect(before).toContain('#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI="video-init-1.mp4"\n');
    expect(before).toContain('#EXT-X-DISCONTINUITY-SEQUENCE:0\n');

    made.segments(15);
    expect(made.window.segments[0]?.msn).toBe(2);
    const atEdge = writeMediaPlaylist(made.window);
    expect(atEdge).toContain('#EXT-X-DISCONTINUITY-SEQUENCE:0\n');
    expect(lines(atEdge, '#EXT-X-DISCONTINUITY')).toHaveLength(2);
    expect(lines(atEdge, '#EXT-X-MAP')).toEqual(['#EXT-X-MAP:URI="video-init-1.mp4"']);

    made.segments(1);
    const after = writeMediaPlaylist(made.window);
    expect(after).toContain('#EXT-X-DISCONTINUITY-SEQUENCE:1\n');
    expect(after).not.toContain('#EXT-X-DISCONTINUITY\n');
    expect(lines(after, '#EXT-X-MAP')).toEqual(['#EXT-X-MAP:URI="video-init-1.mp4"']);
  });

  it('does not claim independent segments while one is not', () => {
    const made = new HandMade();
    made.segment({ isIndependent: false });
    expect(writeMediaPlaylist(made.window)).not.toContain('INDEPENDENT-SEGMENTS');
    made.segments(18);
    expect(writeMediaPlaylist(made.window)).toContain('INDEPENDENT-SEGMENTS');
    made.open({ isIndependent: false });
    expect(writeMediaPlaylist(made.window)).not.toContain('INDEPENDENT-SEGMENTS');
  });

  it('skips what a player has', () => {
    const made = new HandMade('video', 3_600_000).segments(100);
    const full = writeMediaPlaylist(made.window);
    const delta = writeMediaPlaylist(made.window, { canSkip: true });
    const [skip] = lines(delta, '#EXT-X-SKIP');
    expect(skip).toBe('#EXT-X-SKIP:SKIPPED-SEGMENTS=82');
    expect(lines(delta, '#EXTINF')).toHaveLength(18);
    expect(delta).toContain('#EXT-X-MEDIA-SEQUENCE:0\n');
    expect(full.endsWith(delta.slice(delta.indexOf('SKIPPED-SEGMENTS=82\n') + 20))).toBe(true);
  });

  it.each([
    ['a window of two minutes or less', new HandMade('video', 3_600_000).segments(59)],
    ['a window without DVR', new HandMade().segments(59)],
  ])('does not skip in %s', (_what, made) => {
    expect(writeMediaPlaylist(made.window, { canSkip: true })).toBe(
      writeMediaPlaylist(made.window),
    );
  });

  it('shows as much of a long window as it is asked for', () => {
    const made = new HandMade('video', 86_400_000).segments(200);
    const playlist = writeMediaPlaylist(made.window, { maxWindowMs: 60_000 });
    expect(playlist).toContain('#EXT-X-MEDIA-SEQUENCE:170\n');
    expect(lines(playlist, '#EXTINF')).toHaveLength(30);
    expect(lines(playlist, '#EXT-X-MAP')).toHaveLength(1);
  });

  it('offers whole segments where the parts are not in memory', () => {
    const made = new HandMade().segments(4);
    made.window.releaseMemory();
    expect(writeMediaPlaylist(made.window)).not.toContain('#EXT-X-PART:');
  });

  it('is the same text whether it was put together before or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('segment', 'discontinuity', 'dependent', 'read'), {
          maxLength: 150,
        }),
        (steps) => {
          const read = new HandMade('video', 120_000);
          const unread = new HandMade('video', 120_000);
          for (const step of steps) {
            if (step === 'read') {
              writeMediaPlaylist(read.window);
              continue;
            }
            for (const made of [read, unread]) {
              const isFirst = made.window.nextMsn === 0;
              made.segment({
                isDiscontinuous: step === 'discontinuity' && !isFirst,
                isIndependent: step !== 'dependent',
              });
            }
          }
          const playlist = writeMediaPlaylist(read.window);
          expect(playlist).toBe(writeMediaPlaylist(unread.window));
          checkPlaylist(playlist);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keeps its rules through the life of a playlist', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 60 }),
        fc.constantFrom(0, 60_000, 300_000),
        (made, dvrWindowMs) => {
          const hand = new HandMade('video', dvrWindowMs);
          let before = checkPlaylist(writeMediaPlaylist(hand.window));
          for (const [parts, isDiscontinuous] of made) {
            hand.open({ isDiscontinuous: isDiscontinuous && hand.window.nextMsn > 0 });
            for (let index = 0; index < parts; index++) hand.part(500, index === 0);
            const open = checkPlaylist(writeMediaPlaylist(hand.window));
            checkSuccession(before, open);
            hand.close();
            before = checkPlaylist(writeMediaPlaylist(hand.window));
            checkSuccession(open, before);
            if (hand.window.nextMsn >= 6) expect(before.segments.size).toBeGreaterThanOrEqual(6);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

type Checked = { readonly msn: number; readonly segments: ReadonlyMap<number, string> };

/** Reads a playlist as a player would; returns each segment's discontinuity number and name by its number. */
function checkPlaylist(playlist: string): Checked {
  const msn = Number(/MEDIA-SEQUENCE:(\d+)/.exec(playlist)?.[1]);
  let discontinuity = Number(/DISCONTINUITY-SEQUENCE:(\d+)/.exec(playlist)?.[1]);
  const segments = new Map<number, string>();
  let hasMap = false;
  let parts = 0;
  for (const line of playlist.split('\n')) {
    if (line === '#EXT-X-DISCONTINUITY') discontinuity++;
    if (line.startsWith('#EXT-X-MAP')) hasMap = true;
    const part = /^#EXT-X-PART:DURATION=([\d.]+)/.exec(line);
    if (part !== null) {
      expect(hasMap).toBe(true);
      parts += Number(part[1]);
    }
    const duration = /^#EXTINF:([\d.]+)/.exec(line);
    if (duration !== null) {
      expect(hasMap).toBe(true);
      expect(Math.round(Number(duration[1]))).toBeLessThanOrEqual(6);
      if (parts > 0) expect(parts).toBeCloseTo(Number(duration[1]), 3);
      parts = 0;
    }
    if (line !== '' && !line.startsWith('#')) {
      segments.set(msn + segments.size, `${discontinuity} ${line}`);
    }
  }
  return { msn, segments };
}

/** What a playlist has once said stays true in the next one (RFC 8216, 6.2.1). */
function checkSuccession(before: Checked, after: Checked): void {
  expect(after.msn).toBeGreaterThanOrEqual(before.msn);
  for (const [msn, name] of before.segments) {
    if (msn >= after.msn) expect(after.segments.get(msn)).toBe(name);
  }
}

describe('an I-frame playlist', () => {
  it('points at the key frame of each segment', () => {
    const made = new HandMade();
    made.segment();
    made.segment({ isIndependent: false });
    made.segment({ isDiscontinuous: true });
    made.window.end();
    expect(writeIFramePlaylist(made.window)).toBe(
      `#EXTM3U
#EXT-X-VERSION:9
#EXT-X-TARGETDURATION:6
#EXT-X-MEDIA-SEQUENCE:0
#EXT-X-DISCONTINUITY-SEQUENCE:0
#EXT-X-I-FRAMES-ONLY
#EXT-X-MAP:URI="video-init-0.mp4"
#EXT-X-PROGRAM-DATE-TIME:2027-01-15T08:00:00.000Z
#EXT-X-BYTERANGE:60@40
#EXTINF:2.00000,
video-k3f9-0.m4s
#EXT-X-PROGRAM-DATE-TIME:2027-01-15T08:00:02.000Z
#EXT-X-GAP
#EXTINF:2.00000,
video-k3f9-1.m4s
#EXT-X-DISCONTINUITY
#EXT-X-MAP:URI="video-init-1.mp4"
#EXT-X-PROGRAM-DATE-TIME:2027-01-15T08:00:04.000Z
#EXT-X-BYTERANGE:60@40
#EXTINF:2.00000,
video-k3f9-2.m4s
#EXT-X-ENDLIST
`,
    );
  });
});

describe('the multivariant playlist', () => {
  function tracksOf(...made: readonly HandMade[]) {
    return { tracks: new Map(made.map(({ window }) => [window.name, window] as const)) };
  }

  it('is there once there is something to describe', () => {
    expect(writeMultivariantPlaylist({ tracks: new Map() })).toBeNull();
  });

  it('describes video with its audio', () => {
    const video = new HandMade('video');
    const audio = new HandMade('audio');
    for (const partBytes of [250_000, 125_000]) video.segment({ partBytes });
    for (const partBytes of [8000, 8000]) audio.segment({ partBytes });
    expect(writeMultivariantPlaylist(tracksOf(video, audio))).toBe(
      `#EXTM3U
#EXT-X-VERSION:9
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Original",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=4540800,AVERAGE-BANDWIDTH=3128000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000,AUDIO="audio"
video.m3u8
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1200000,CODECS="avc1.64001f",RESOLUTION=1280x720,URI="video-iframes.m3u8"
`,
    );
  });

  it('describes audio alone', () => {
    const audio = new HandMade('audio');
    audio.segment({ partBytes: 8000 });
    expect(writeMultivariantPlaylist(tracksOf(audio))).toBe(
      `#EXTM3U
#EXT-X-VERSION:9
#EXT-X-STREAM-INF:BANDWIDTH=140800,AVERAGE-BANDWIDTH=128000,CODECS="mp4a.40.2"
audio.m3u8
`,
    );
  });

  it('can point at other playlists', () => {
    const uris = { video: 'video-dvr.m3u8', audio: 'audio-dvr.m3u8', iFrames: 'i.m3u8' };
    const generation = tracksOf(
      new HandMade('video').segments(1),
      new HandMade('audio').segments(1),
    );
    const playlist = writeMultivariantPlaylist(generation, { uris });
    expect(playlist).toContain('\nvideo-dvr.m3u8\n');
    expect(playlist).toContain('URI="audio-dvr.m3u8"');
    expect(playlist).toContain('URI="i.m3u8"');
  });
});

describe('the segment window', () => {
  it('keeps the DVR window, and six segments at least', () => {
    const dvr = new HandMade('video', 60_000).segments(100);
    expect(dvr.window.segments).toHaveLength(30);
    const long = new HandMade('video', 0);
    for (let index = 0; index < 20; index++) long.segment({ partMs: Array(12).fill(500) });
    expect(long.window.segments).toHaveLength(6);
  });

  it('drops segments from the archive once nobody can ask for them any more', () => {
    const made = new HandMade().segments(100);
    const kept = made.window.segments.length * 2000 + 60_000;
    expect(made.archive.dropped).toHaveLength(100 - kept / 2000);
  });

  it('holds in memory what is near the live edge, and nothing else', () => {
    const made = new HandMade('video', 3_600_000);
    for (let index = 0; index < 300; index++) made.segment({ partBytes: 1000 });
    expect(made.window.bytesInMemory).toBeLessThanOrEqual(13 * 4 * 1000);
    expect(made.window.segments).toHaveLength(300);
    expect(made.window.partBytes('video-k3f9-299.3.m4s')).toHaveLength(1000);
    expect(made.window.segmentBuffers('video-k3f9-290.m4s')).toHaveLength(4);
    expect(made.window.segmentBuffers('video-k3f9-200.m4s')).toBeUndefined();
    expect(made.window.partBytes('video-k3f9-200.0.m4s')).toBeUndefined();
  });

  it('tells once about a segment that closes', () => {
    const made = new HandMade();
    let calls = 0;
    const stop = made.window.subscribe(() => calls++);
    made.segments(1);
    expect(calls).toBe(5);
    expect(made.window.version).toBe(5);
    stop();
    made.segments(1);
    expect(calls).toBe(5);
  });
});
