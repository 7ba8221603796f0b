import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FlvToFrames } from '../../ingest/flv/flv-to-frames.ts';
import type { Frame } from '../frame.ts';

const run = promisify(execFile);

export type EncodedMedia = {
  readonly seconds?: number;
  readonly framesPerSecond?: string;
  readonly keyFrameEvery?: number;
  readonly bFrames?: number;
  readonly size?: string;
  /** One after another, for as long as all of it lasts; a moving test picture where absent. */
  readonly colours?: readonly string[];
  /** A white flash and a beep at the beginning of each second, and neither between. */
  readonly flashes?: boolean;
  readonly hasVideo?: boolean;
  readonly hasAudio?: boolean;
  readonly sampleRate?: number;
  readonly channels?: number;
};

/** A test picture and a tone as an encoder would send them over RTMP, made by FFmpeg. */
export async function encodeMedia(media: EncodedMedia = {}): Promise<readonly Frame[]> {
  const { seconds = 10, framesPerSecond = '30', keyFrameEvery = 30, bFrames = 0 } = media;
  const { size = '160x90', hasVideo = true, hasAudio = true } = media;
  const { sampleRate = 48_000, channels = 2 } = media;
  const directory = await mkdtemp(join(tmpdir(), 'rostrum-encoded-'));
  const file = join(directory, 'media.flv');
  const picture = pictureOf(media, size, framesPerSecond, seconds);
  const tone = media.flashes
    ? `aevalsrc='if(lt(mod(t,1),0.1),sin(2*PI*1000*t),0)':s=${sampleRate}:d=${seconds}`
    : `sine=frequency=440:sample_rate=${sampleRate}:duration=${seconds}`;
  const video = [
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-threads', '1'],
    ...['-g', String(keyFrameEvery), '-keyint_min', String(keyFrameEvery), '-sc_threshold', '0'],
    ...['-bf', String(bFrames)],
  ];
  const audio = ['-c:a', 'aac', '-b:a', '64k', '-ac', String(channels)];
  try {
    await run('ffmpeg', [
      ...['-hide_banner', '-v', 'error'],
      ...(hasVideo ? ['-f', 'lavfi', '-i', picture] : []),
      ...(hasAudio ? ['-f', 'lavfi', '-i', tone] : []),
      ...(hasVideo ? video : []),
      ...(hasAudio ? audio : []),
      ...['-f', 'flv', '-flvflags', 'no_duration_filesize', file],
    ]);
    return readFlv(await readFile(file));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function pictureOf(media: EncodedMedia, size: string, rate: string, seconds: number): string {
  if (media.colours !== undefined) return colourAfterColour(media.colours, size, rate, seconds);
  if (media.flashes !== true) return `testsrc2=size=${size}:rate=${rate}:duration=${seconds}`;
  const flash = "drawbox=c=white:t=fill:enable='lt(mod(t,1),0.1)'";
  return `color=c=black:s=${size}:r=${rate}:d=${seconds},${flash}`;
}

function colourAfterColour(
  colours: readonly string[],
  size: string,
  rate: string,
  seconds: number,
) {
  const duration = seconds / colours.length;
  const sources = colours.map(
    (colour, index) => `color=c=${colour}:s=${size}:r=${rate}:d=${duration}[c${index}]`,
  );
  const labels = colours.map((_colour, index) => `[c${index}]`).join('');
  return `${sources.join(';')};${labels}concat=n=${colours.length}`;
}

const FLV_HEADER_BYTES = 13;
const TAG_HEADER_BYTES = 11;

function readFlv(bytes: Buffer): readonly Frame[] {
  const frames: Frame[] = [];
  const reader = new FlvToFrames((frame) => frames.push(frame));
  let at = FLV_HEADER_BYTES;
  while (at + TAG_HEADER_BYTES <= bytes.byteLength) {
    const type = bytes.readUInt8(at);
    const size = bytes.readUIntBE(at + 1, 3);
    const timestampMs = bytes.readUIntBE(at + 4, 3) + bytes.readUInt8(at + 7) * 2 ** 24;
    const payload = bytes.subarray(at + TAG_HEADER_BYTES, at + TAG_HEADER_BYTES + size);
    if (type === 8) reader.readAudio(timestampMs, payload);
    if (type === 9) reader.readVideo(timestampMs, payload);
    if (type === 18) reader.readScript(payload);
    at += TAG_HEADER_BYTES + size + 4;
  }
  return frames;
}
