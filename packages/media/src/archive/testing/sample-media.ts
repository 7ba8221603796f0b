import type { ChannelSettings } from '@rostrum/contracts';
import type {
  InitSegment,
  Part,
  PartRange,
  Segment,
  SegmentHead,
  TrackName,
} from '../../package/segment.ts';

/** Small real CMAF chunks and what goes with them, for the tests of the archive and the origin. */

export const SAMPLE_SETTINGS: ChannelSettings = {
  webcastId: '0_abcd1234',
  revision: 1,
  streamToken: 'secret-stream-token',
  isExplicitLive: false,
  isOnAirAllowed: true,
  isRecorded: false,
  dvrWindowMs: 7_200_000,
  playbackEpoch: 3,
  relays: [],
};

export const SAMPLE_GENERATION = 'k3f9aa00bb11';

/** A `moof` and an `mdat` with these samples, filled with one byte value. */
export function sampleFragment(sampleSizes: readonly number[], fill: number): Uint8Array {
  const trunBytes = 20 + 4 * sampleSizes.length;
  const moofBytes = 8 + 16 + 8 + 16 + 20 + trunBytes;
  const mediaBytes = sampleSizes.reduce((sum, size) => sum + size, 0);
  const bytes = new Uint8Array(moofBytes + 8 + mediaBytes);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const box = (size: number, type: string, ...words: number[]) => {
    view.setUint32(at, size);
    for (let index = 0; index < 4; index++) bytes[at + 4 + index] = type.charCodeAt(index);
    at += 8;
    for (const word of words) {
      view.setUint32(at, word);
      at += 4;
    }
  };
  box(moofBytes, 'moof');
  box(16, 'mfhd', 0, 1);
  box(8 + 16 + 20 + trunBytes, 'traf');
  box(16, 'tfhd', 0x020000, 1);
  box(20, 'tfdt', 0x01000000, 0, 0);
  box(trunBytes, 'trun', 0x000201, sampleSizes.length, moofBytes + 8, ...sampleSizes);
  box(8 + mediaBytes, 'mdat');
  bytes.fill(fill, at);
  return bytes;
}

export function sampleHead(track: TrackName, msn: number): SegmentHead {
  return {
    track,
    msn,
    stem: `${track}-k3f9-${msn}`,
    initId: 0,
    startsAtMs: 1_800_000_000_000 + msn * 2000,
    startMs: msn * 2000,
    isDiscontinuous: false,
    discontinuitySequence: 0,
    isIndependent: true,
    isRecorded: false,
  };
}

/** The parts of half a second that follow each other in a segment, each with two samples. */
export function sampleParts(msn: number, count: number, sampleBytes = 500): readonly Part[] {
  let offsetBytes = 0;
  return Array.from({ length: count }, (_, index) => {
    const bytes = sampleFragment([sampleBytes, sampleBytes / 2], (msn * 16 + index) % 251);
    const part: Part = {
      index,
      durationMs: 500,
      isIndependent: index === 0,
      offsetBytes,
      bytes,
    };
    offsetBytes += bytes.length;
    return part;
  });
}

export function closeSample(head: SegmentHead, parts: readonly Part[]): Segment {
  const ranges = parts.map(
    ({ index, durationMs, isIndependent, offsetBytes, bytes }): PartRange => ({
      index,
      durationMs,
      isIndependent,
      offsetBytes,
      sizeBytes: bytes.length,
    }),
  );
  return {
    ...head,
    durationMs: ranges.reduce((sum, part) => sum + part.durationMs, 0),
    sizeBytes: ranges.reduce((sum, part) => sum + part.sizeBytes, 0),
    keyFrame: { offsetBytes: 0, sizeBytes: 604 },
    parts: ranges,
  };
}

export function sampleInit(track: TrackName): InitSegment {
  const name = `${track}-init-0.mp4`;
  const bytes = new TextEncoder().encode(`init of ${track}`);
  if (track === 'video') {
    return {
      initId: 0,
      name,
      bytes,
      config: {
        codec: 'h264',
        codecString: 'avc1.64001f',
        widthPx: 1280,
        heightPx: 720,
        framesPerSecond: 30,
        decoderConfig: Uint8Array.of(1, 2, 3),
      },
    };
  }
  return {
    initId: 0,
    name,
    bytes,
    config: {
      codec: 'aac',
      codecString: 'mp4a.40.2',
      sampleRate: 48_000,
      channelCount: 2,
      samplesPerFrame: 1024,
      decoderConfig: Uint8Array.of(0x11, 0x90),
    },
  };
}
