import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A live stream that FFmpeg writes into a folder: a test picture with a tone, key frames every second. */
export type LiveFolder = {
  readonly path: string;
  /** Stops the picture, as an encoder that drops does; the playlist stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

const SOURCE = ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=25'];
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000'];
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-g', '25'];
const ONE_RENDITION = ['-map', '0:v', '-map', '1:a', '-var_stream_map', 'v:0,a:0'];
const TWO_RENDITIONS = [
  ...['-map', '0:v', '-map', '1:a', '-map', '0:v', '-map', '1:a'],
  ...['-b:v:0', '700k', '-b:v:1', '250k', '-s:v:1', '320x180'],
  ...['-var_stream_map', 'v:0,a:0 v:1,a:1'],
];

export async function openLiveFolder(
  options: { readonly hasTwoRenditions?: boolean } = {},
): Promise<LiveFolder> {
  const path = mkdtempSync(join(tmpdir(), 'rostrum-live-'));
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-re', ...SOURCE, '-re', ...TONE, '-t', '300', ...H264],
      ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '64k'],
      ...(options.hasTwoRenditions === true ? TWO_RENDITIONS : ONE_RENDITION),
      ...['-f', 'hls', '-hls_time', '1', '-hls_list_size', '0', '-hls_segment_type', 'fmp4'],
      ...['-hls_flags', 'program_date_time+independent_segments'],
      ...['-hls_fmp4_init_filename', 'init.mp4', '-master_pl_name', 'main.m3u8'],
      join(path, '%v.m3u8'),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  await fileAppears(path, 'main.m3u8', ffmpeg);
  const stop = () => end(ffmpeg);
  return {
    path,
    stop,
    async close() {
      await stop();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

async function fileAppears(folder: string, name: string, writer: ChildProcess): Promise<void> {
  const path = join(folder, name);
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(folder, () => {
      if (existsSync(path)) settle(resolve);
    });
    const settle = (then: () => void) => {
      watcher.close();
      writer.off('exit', handleExit);
      then();
    };
    const handleExit = (code: number | null) =>
      settle(() => reject(new Error(`FFmpeg ended with ${code}`)));
    writer.once('exit', handleExit);
  });
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  process.kill('SIGKILL');
  await once(process, 'exit');
}
