import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { AudioConfig } from './frame.ts';
import { SILENT_AUDIO, silentFrame } from './silence.ts';

const RATE_INDEX: Readonly<Record<number, number>> = { 48000: 3, 44100: 4, 24000: 6 };

function config(channelConfiguration: number, sampleRate = 48_000): AudioConfig {
  const rateIndex = RATE_INDEX[sampleRate] ?? 3;
  const word = (2 << 11) | (rateIndex << 7) | (channelConfiguration << 3);
  return {
    ...SILENT_AUDIO,
    sampleRate,
    decoderConfig: Uint8Array.of(word >> 8, word & 0xff),
  };
}

/** Puts an ADTS header before a raw frame, for FFmpeg. */
function adts(frame: Uint8Array, channelConfiguration: number, sampleRate: number): Buffer {
  const size = frame.byteLength + 7;
  const rateIndex = RATE_INDEX[sampleRate] ?? 3;
  const header = [
    0xff,
    0xf1,
    (1 << 6) | (rateIndex << 2) | (channelConfiguration >> 2),
    ((channelConfiguration & 3) << 6) | (size >> 11),
    (size >> 3) & 0xff,
    ((size & 7) << 5) | 0x1f,
    0xfc,
  ];
  return Buffer.concat([Buffer.from(header), frame]);
}

function decode(stream: Buffer, channels: number): Buffer {
  const output = ['-f', 's16le', '-ac', String(channels), '-'];
  return execFileSync('ffmpeg', ['-v', 'error', '-xerror', '-f', 'aac', '-i', '-', ...output], {
    input: stream,
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

describe('a silent AAC frame', () => {
  it.each([
    ['mono', 1, 1, 48_000],
    ['stereo', 2, 2, 48_000],
    ['stereo at 44.1 kHz', 2, 2, 44_100],
    ['mono at 24 kHz', 1, 1, 24_000],
    ['three channels', 3, 3, 48_000],
    ['four channels', 4, 4, 48_000],
    ['five channels', 5, 5, 48_000],
    ['5.1', 6, 6, 48_000],
    ['7.1', 7, 8, 48_000],
  ])('decodes to nothing but zeros: %s', (_name, configuration, channels, sampleRate) => {
    const frame = silentFrame(config(configuration, sampleRate));
    expect(frame).not.toBeNull();
    const frames = 20;
    const unit = adts(frame ?? new Uint8Array(0), configuration, sampleRate);
    const samples = decode(Buffer.concat(Array(frames).fill(unit)), channels);
    expect(samples.byteLength).toBe(frames * 1024 * channels * 2);
    expect(samples.every((byte) => byte === 0)).toBe(true);
  });

  it('is not known for layouts that the stream itself describes', () => {
    expect(silentFrame(config(0))).toBeNull();
    expect(silentFrame(config(12))).toBeNull();
  });

  it('belongs to the configuration that encoders without audio get', () => {
    expect(silentFrame(SILENT_AUDIO)).toEqual(silentFrame(config(2)));
  });
});
