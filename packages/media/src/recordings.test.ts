import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Frame } from './stream/frame.ts';
import { encodeMedia } from './stream/testing/encoded-media.ts';
import { connect, send, shift } from './stream/testing/test-channels.ts';
import { RecordingStudio } from './testing/recording-studio.ts';

/** Nine seconds: three of red, of green and of blue. */
let media: readonly Frame[];
let studio: RecordingStudio;

const PACKETS = { h264: 270 };

beforeAll(async () => {
  [media] = await Promise.all([encodeMedia({ seconds: 9, colours: ['red', 'lime', 'blue'] })]);
});

beforeEach(async () => {
  studio = await RecordingStudio.open();
});

afterEach(async () => {
  await studio.close();
});

/** One show of nine seconds from its first frame to a clean end. */
async function record(atMs = 0): Promise<void> {
  const encoder = await connect(studio.channels);
  send(encoder, shift(media, atMs), studio.clock);
  encoder.end('clean');
}

describe('a show that was recorded', () => {
  it('plays as soon as it has ended, whole and without a complaint', async () => {
    await record();
    expect(studio.statuses.at(-1)).toMatchObject({ state: 'ended' });
    expect(studio.takes).toHaveLength(1);
    expect(studio.takes[0]).toMatchObject({ hasVideo: true });
    expect(studio.takes[0]?.durationMs).toBeCloseTo(9000, -2);
    const played = await studio.play(studio.takes);
    expect(played).toMatchObject({ complaints: '', packets: PACKETS });
    expect(Math.abs(played.durationMs - 9000)).toBeLessThan(100);
    expect(await studio.colours(studio.takes)).toMatch(/^RRRGGGBBB?B?$/);
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
    expect((await frame.arrayBuffer()).byteLength).toBe(Number(size));
  });
});
