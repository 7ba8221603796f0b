import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eventually, type ServerUnderTest } from '../e2e/server-under-test.ts';
import { lengthOf } from './playlist-length.ts';

const run = promisify(execFile);

export type RecordingReport = {
  /** As its playlist says. */
  readonly lengthS: number;
  /** Pictures that FFmpeg has decoded. */
  readonly frames: number;
  readonly discontinuities: number;
  /** What FFmpeg had to say when it decoded everything; empty where all was well. */
  readonly complaints: string;
};

/** Waits for the recording of the sample webcast and plays all of it. */
export async function checkRecording(
  server: ServerUnderTest,
  ks: string,
): Promise<RecordingReport> {
  const url = await eventually('the recording can be played', () => urlOf(server, ks), 60_000);
  const main = await (await fetch(url)).text();
  const [variant = ''] = main.match(/^[^#\s].*$/m) ?? [];
  const playlist = await (await fetch(new URL(variant, url))).text();
  const { stdout, stderr } = await run(
    'ffmpeg',
    [
      '-v',
      'error',
      '-nostats',
      '-progress',
      'pipe:1',
      '-i',
      url,
      '-fps_mode',
      'passthrough',
      '-f',
      'null',
      '-',
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const frames = [...stdout.matchAll(/^frame=(\d+)$/gm)].at(-1)?.[1];
  return {
    lengthS: lengthOf(playlist),
    frames: Number(frames ?? 0),
    discontinuities: playlist.match(/^#EXT-X-DISCONTINUITY$/gm)?.length ?? 0,
    complaints: stderr.trim(),
  };
}

async function urlOf(server: ServerUnderTest, ks: string): Promise<string | null> {
  const { webcastId } = server.sample;
  const filter = { rootEntryIdEqual: webcastId, statusEqual: '2' };
  const found = await server.call<{ objects: readonly { id: string }[] }>('media', 'list', {
    ...{ ks, filter },
  });
  if (found.objects.length > 1)
    throw new Error(`one recording was expected (got ${found.objects.length})`);
  const [recording] = found.objects;
  const url = recording === undefined ? null : await server.manifestUrl(recording.id);
  return url !== null && (await fetch(url)).ok ? url : null;
}
