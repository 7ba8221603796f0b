/**
 * The media server alone in a process, with one generation in memory. Told by its parent: `{ type: 'move' }` makes a
 * part of each track, and is answered with the moment before it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv, hrtime } from 'node:process';
import { FolderArchive } from '../../packages/media/src/archive/folder-archive.ts';
import {
  SAMPLE_GENERATION,
  SAMPLE_SETTINGS,
} from '../../packages/media/src/archive/testing/sample-media.ts';
import { openMediaServer } from '../../packages/media/src/origin/media-server.ts';
import {
  PLAYBACK_SECRET,
  playbackPath,
  SampleGeneration,
} from '../../packages/media/src/origin/testing/sample-generation.ts';

const SEGMENTS = 60;
const PARTS_IN_SEGMENT = 4;

const segmentBytes = Number(argv[2] ?? 256 * 1024);
const directory = mkdtempSync(join(tmpdir(), 'rostrum-bench-'));
const log = { debug: () => {}, info: () => {}, warn: console.error, error: console.error };
const archive = new FolderArchive({ directory, log });
const files = archive.create(SAMPLE_SETTINGS, SAMPLE_GENERATION, 'on-air', Date.now());
const generation = new SampleGeneration(
  files,
  // A part's two samples are one and a half times this.
  { dvrWindowMs: SEGMENTS * 2000, sampleBytes: segmentBytes / PARTS_IN_SEGMENT / 1.5 },
);
generation.addTrack('video');
generation.addTrack('audio');
for (let segment = 0; segment < SEGMENTS; segment++) {
  generation.addSegments('video', 1);
  generation.addSegments('audio', 1);
  // No live stream is made a hundred times as fast as it plays.
  await files.flush();
}
for (const track of ['video', 'audio'] as const) generation.addPart(track);
const server = await openMediaServer({
  host: '127.0.0.1',
  port: 0,
  generations: generation,
  archive,
  playbackSecret: PLAYBACK_SECRET,
  clock: Date.now,
  log,
});

process.on('message', (message: { readonly type: string }) => {
  if (message.type !== 'move') return;
  const atMs = nowMs();
  const track = generation.track('video');
  const position = {
    msn: track.open?.head.msn ?? track.nextMsn,
    part: track.open?.parts.length ?? 0,
  };
  generation.addPart('video');
  generation.addPart('audio');
  process.send?.({ type: 'moved', atMs, ...position, tookMs: nowMs() - atMs });
});
process.on('disconnect', async () => {
  await server.close();
  await archive.close();
  rmSync(directory, { recursive: true, force: true });
});
process.send?.({
  type: 'ready',
  port: server.port,
  path: playbackPath(),
  segment: `${generation.track('video').segments.at(-1)?.stem}.m4s`,
});

/** The same in all processes of a machine. */
function nowMs(): number {
  const [seconds, nanoseconds] = hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
