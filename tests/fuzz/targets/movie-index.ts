import assert from 'node:assert/strict';
import { readSegmentHeads } from '../../../packages/media/src/origin/read-segment-heads.ts';
import { SampleList, writeFragment } from '../../../packages/media/src/package/fragment.ts';
import { MovieBuilder } from '../../../packages/media/src/package/movie/movie-builder.ts';
import { writeMovieHead } from '../../../packages/media/src/package/movie/write-movie.ts';
import type { TrackName } from '../../../packages/media/src/package/segment.ts';
import { SILENT_AUDIO } from '../../../packages/media/src/stream/silence.ts';
import type { FuzzTarget } from '../target.ts';

const VIDEO = {
  codec: 'h264',
  codecString: 'avc1.64001f',
  widthPx: 320,
  heightPx: 180,
  framesPerSecond: 30,
  decoderConfig: Uint8Array.of(1, 100, 0, 31, 255, 225, 0, 0),
} as const;

/** A segment of two fragments, as the packager writes it. */
function segmentOf(track: TrackName, sampleBytes: number): Uint8Array {
  const ticks = track === 'video' ? 3000 : 1024;
  const fragments = [0, 1].map((number) => {
    const samples = new SampleList();
    for (let index = 0; index < 6; index++) {
      const data = new Uint8Array(sampleBytes + index).fill(number * 16 + index);
      samples.push(data, ticks, index === 0, track === 'video' ? ((index % 3) - 1) * ticks : 0);
    }
    const head = { track, sequenceNumber: number + 1, decodeTime: number * 6 * ticks, event: null };
    return writeFragment(head, samples).bytes;
  });
  return Buffer.concat(fragments);
}

/** What is on a disk that went bad: an index is written of it, or it is left out. */
const target: FuzzTarget = {
  name: 'movie-index',
  // The larger ones are read head by head.
  seeds: () => [segmentOf('video', 40), segmentOf('audio', 12), segmentOf('video', 9000)],
  async run(bytes) {
    const read = async (start: number, end: number) => bytes.subarray(start, end);
    const audio = await readSegmentHeads(read, 'audio', bytes.length);
    const video = await readSegmentHeads(read, 'video', bytes.length);
    if (audio === null || video === null) return;
    const builder = new MovieBuilder({
      hasVideo: true,
      changesPicture: true,
      sampleRates: [48_000],
    });
    for (const isFirst of [true, false]) {
      builder.add({
        isFirst,
        video: { file: 0, config: VIDEO, fragments: video },
        audio: { file: 1, config: SILENT_AUDIO, fragments: audio },
      });
    }
    builder.finish();
    for (let at = 0; at < builder.pieces.sizeBytes; ) {
      const piece = builder.pieces.at(at);
      assert.ok(piece !== undefined && piece.startBytes === at && piece.sizeBytes > 0);
      if ('file' in piece) assert.ok(piece.fileOffsetBytes + piece.sizeBytes <= bytes.length);
      at += piece.sizeBytes;
    }
    const tracks = [builder.video, builder.audio].filter(
      (track) => track !== null && track.tables.count > 0,
    );
    if (tracks.length === 0) return;
    const steps = writeMovieHead(tracks as never, builder.pieces.sizeBytes, 0);
    for (let step = steps.next(); ; step = steps.next()) {
      if (!step.done) continue;
      const written = step.value.pieces.reduce((sum, { length }) => sum + length, 0);
      assert.equal(step.value.sizeBytes, written);
      assert.ok(step.value.durationMs >= 0);
      return;
    }
  },
};

export default target;
