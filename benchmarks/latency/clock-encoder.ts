import { spawn } from 'node:child_process';
import { CLOCK_PICTURE, clockFrame } from './clock-picture.ts';

const FRAMES_PER_SECOND = 30;

export interface ClockEncoder {
  close(): Promise<void>;
}

/** FFmpeg with x264 as a careful producer sets it (zerolatency, a key frame a second), fed with burnt-in clocks. */
export function startClockEncoder(publishUrl: string): ClockEncoder {
  const { widthPx, heightPx } = CLOCK_PICTURE;
  const child = spawn(
    'ffmpeg',
    [
      ...['-hide_banner', '-loglevel', 'error', '-fflags', 'nobuffer', '-probesize', '32'],
      ...['-use_wallclock_as_timestamps', '1', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
      ...['-s', `${widthPx}x${heightPx}`, '-r', String(FRAMES_PER_SECOND), '-i', 'pipe:0'],
      ...['-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-tune', 'zerolatency', '-b:v', '1500k'],
      ...['-g', String(FRAMES_PER_SECOND), '-keyint_min', String(FRAMES_PER_SECOND)],
      ...['-r', String(FRAMES_PER_SECOND), '-c:a', 'aac', '-b:a', '96k', '-flush_packets', '1'],
      ...['-f', 'flv', publishUrl],
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  child.stdin.on('error', () => {});
  const startedAtMs = performance.now();
  let frames = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAtMs) * FRAMES_PER_SECOND) / 1000);
    if (due <= frames) return;
    frames = due;
    // A frame that the encoder has no room for is lost, as it is in a camera.
    if (child.stdin.writableLength === 0) child.stdin.write(clockFrame(Date.now()));
  }, 4);
  return {
    async close() {
      clearInterval(timer);
      const exited = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      child.kill('SIGINT');
      await exited;
    },
  };
}
