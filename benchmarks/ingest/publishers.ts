import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A 1080p30 recording of 4.5 Mbit/s with a key frame every second, made once for a run. */
export function makeRecording(): { readonly file: string; close(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-recording-'));
  const file = path.join(folder, 'recording.flv');
  const { status, stderr } = spawnSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=30'],
      ...['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000', '-t', '20'],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30', '-bf', '0'],
      ...['-x264-params', 'nal-hrd=cbr:force-cfr=1', '-b:v', '4400k', '-minrate', '4400k'],
      ...[
        '-maxrate',
        '4400k',
        '-bufsize',
        '4400k',
        '-c:a',
        'aac',
        '-b:a',
        '96k',
        '-f',
        'flv',
        file,
      ],
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`FFmpeg could not make the recording: ${stderr}`);
  return { file, close: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Real encoders' connections: FFmpeg sends the recording again and again at its natural speed. */
export class Publishers {
  readonly #children: ChildProcess[];

  constructor(file: string, urls: readonly string[]) {
    this.#children = urls.map((url) =>
      spawn(
        'ffmpeg',
        ['-v', 'error', '-re', '-stream_loop', '-1', '-i', file, '-c', 'copy', '-f', 'flv', url],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      ),
    );
  }

  get running(): number {
    return this.#children.filter(
      ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
    ).length;
  }

  async close(): Promise<void> {
    await Promise.all(
      this.#children.map((child) => {
        if (child.exitCode !== null) return null;
        const exited = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        return exited;
      }),
    );
  }
}
