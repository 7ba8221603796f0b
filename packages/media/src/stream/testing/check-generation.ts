import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LiveGeneration } from '../../package/live-track.ts';
import { writeMultivariantPlaylist } from '../../package/multivariant-writer.ts';
import { writeIFramePlaylist, writeMediaPlaylist } from '../../package/playlist-writer.ts';
import type { Segment } from '../../package/segment.ts';
import { segmentFileName } from '../../package/segment.ts';
import { type ReadSample, readFragment } from '../../package/testing/read-fragment.ts';
import type { MemoryGeneration } from './memory-archive.ts';

const run = promisify(execFile);

/** The samples of a segment; its fragments have to follow each other without a gap. */
export function readSegmentFile(
  archive: MemoryGeneration,
  segment: Segment,
): readonly ReadSample[] {
  const bytes = archive.files.get(segmentFileName(segment.stem));
  assert.ok(bytes !== undefined, `${segment.stem} is in the archive`);
  let nextTime: number | null = null;
  return segment.parts.flatMap(({ offsetBytes, sizeBytes }) => {
    const fragment = readFragment(bytes.subarray(offsetBytes, offsetBytes + sizeBytes));
    if (nextTime !== null) assert.equal(fragment.decodeTime, nextTime);
    nextTime = fragment.decodeTime;
    for (const sample of fragment.samples) nextTime += sample.durationTicks;
    return fragment.samples;
  });
}

/** What holds for every generation, however its encoders behaved. */
export function checkGeneration(generation: LiveGeneration): void {
  const tracks = [...generation.tracks.values()];
  const [first, ...others] = tracks.map((track) => track.segments);
  for (const segments of others) {
    assert.deepEqual(segments.map(shared), first?.map(shared), 'tracks are cut alike');
    for (const [index, segment] of segments.entries()) {
      const apartMs = Math.abs(segment.startMs - (first?.[index]?.startMs ?? 0));
      assert.ok(apartMs <= 25, `segment ${segment.msn} is cut ${apartMs} ms apart`);
      const clockMs = Math.abs(segment.startsAtMs - (first?.[index]?.startsAtMs ?? 0));
      assert.ok(clockMs <= 26, `clocks of segment ${segment.msn} are ${clockMs} ms apart`);
    }
  }
  for (const { segments, inits } of tracks) {
    for (const [index, segment] of segments.entries()) {
      assert.ok(inits.has(segment.initId));
      assert.ok(Math.round(segment.durationMs / 1000) <= 6);
      const before = segments[index - 1];
      if (before === undefined) continue;
      const gapMs = segment.startMs - (before.startMs + before.durationMs);
      if (segment.isDiscontinuous) assert.ok(gapMs > -0.1 && gapMs < 50, `a gap of ${gapMs} ms`);
      else assert.ok(Math.abs(gapMs) < 0.001, `time goes on (${gapMs} ms)`);
      assert.ok(segment.startsAtMs >= before.startsAtMs, 'the clock does not go back');
    }
  }
}

function shared({ msn, isDiscontinuous, discontinuitySequence }: Segment) {
  return { msn, isDiscontinuous, discontinuitySequence };
}

export type PlayedStream = { readonly codec: string; readonly frames: number };

/** Lets FFmpeg read the playlists from disk; fails on its least complaint. */
export async function playGeneration(
  generation: LiveGeneration,
  archive: MemoryGeneration,
): Promise<readonly PlayedStream[]> {
  const directory = await mkdtemp(join(tmpdir(), 'rostrum-played-'));
  try {
    const index = writeMultivariantPlaylist(generation);
    assert.ok(index !== null);
    await writeFile(join(directory, 'index.m3u8'), index);
    for (const track of generation.tracks.values()) {
      await writeFile(join(directory, `${track.name}.m3u8`), writeMediaPlaylist(track));
      if (track.name === 'audio') continue;
      await writeFile(join(directory, 'video-iframes.m3u8'), writeIFramePlaylist(track));
    }
    for (const [name, bytes] of archive.files) await writeFile(join(directory, name), bytes);
    const file = join(directory, 'index.m3u8');
    const decoded = await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 'null', '-']);
    assert.equal(decoded.stderr, '', 'FFmpeg decodes it without a complaint');
    const entries = 'stream=codec_name,nb_read_packets';
    const options = ['-v', 'error', '-count_packets', '-show_entries', entries, '-of', 'json'];
    const probed: unknown = JSON.parse((await run('ffprobe', [...options, file])).stdout);
    return readStreams(probed);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function readStreams(probed: unknown): readonly PlayedStream[] {
  assert.ok(typeof probed === 'object' && probed !== null && 'streams' in probed);
  assert.ok(Array.isArray(probed.streams));
  return probed.streams
    .map((stream: { codec_name: string; nb_read_packets: string }) => ({
      codec: stream.codec_name,
      frames: Number(stream.nb_read_packets),
    }))
    .sort((a, b) => a.codec.localeCompare(b.codec));
}
