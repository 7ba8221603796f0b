import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type FlvFileTag = {
  readonly typeId: number;
  readonly timestampMs: number;
  readonly payload: Uint8Array;
};

/** The tags of a whole FLV file (FLV 10.1, E.3 and E.4). */
export function readFlvTags(file: Uint8Array): readonly FlvFileTag[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tags: FlvFileTag[] = [];
  let at = view.getUint32(5) + 4;
  while (at + 11 <= file.length) {
    const sizeBytes = view.getUint32(at) & 0xff_ff_ff;
    tags.push({
      typeId: view.getUint8(at),
      timestampMs: view.getUint8(at + 7) * 2 ** 24 + (view.getUint32(at + 3) & 0xff_ff_ff),
      payload: file.slice(at + 11, at + 11 + sizeBytes),
    });
    at += 11 + sizeBytes + 4;
  }
  return tags;
}

/** Arguments for FFmpeg: a moving picture of 320x180 at 30/s with a key frame each second, and a tone. */
export function testInput(durationSeconds: number): readonly string[] {
  const duration = String(durationSeconds);
  return [
    ...['-f', 'lavfi', '-t', duration, '-i', 'testsrc2=size=320x180:rate=30'],
    ...['-f', 'lavfi', '-t', duration, '-i', 'sine=frequency=440:sample_rate=48000'],
  ];
}

export const H264_OUTPUT = [
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-g', '30'],
  ...['-pix_fmt', 'yuv420p', '-b:v', '400k'],
] as const;

export const AAC_OUTPUT = ['-c:a', 'aac', '-b:a', '64k', '-ac', '2'] as const;

/** Runs FFmpeg and resolves with what it wrote; rejects with its messages where it fails. */
export async function runFfmpeg(args: readonly string[]): Promise<Uint8Array> {
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-nostdin', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  ffmpeg.stdout.on('data', (bytes: Buffer) => output.push(bytes));
  ffmpeg.stderr.on('data', (bytes: Buffer) => errors.push(bytes));
  const [code] = await once(ffmpeg, 'close');
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${Buffer.concat(errors)}`);
  return Buffer.concat(output);
}

let recording: Promise<readonly FlvFileTag[]> | null = null;

/** One second of H.264 and AAC, encoded once for all tests of a file. */
export function recordTestTags(): Promise<readonly FlvFileTag[]> {
  recording ??= runFfmpeg([
    ...testInput(1),
    ...H264_OUTPUT,
    ...AAC_OUTPUT,
    ...['-f', 'flv', '-flvflags', 'no_duration_filesize', 'pipe:1'],
  ]).then(readFlvTags);
  return recording;
}
