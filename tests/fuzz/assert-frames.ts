import assert from 'node:assert/strict';
import type { AudioConfig, Frame, VideoConfig } from '../../packages/media/src/stream/frame.ts';

export function assertVideoConfig(config: VideoConfig): void {
  assertBetween(config.widthPx, 1, 16_384);
  assertBetween(config.heightPx, 1, 16_384);
  if (config.framesPerSecond !== null) assertBetween(config.framesPerSecond, 0.1, 1000);
  assert.match(config.codecString, /^(avc1|hvc1|av01)\.[0-9A-Za-z.]+$/);
}

export function assertAudioConfig(config: AudioConfig): void {
  assertBetween(config.sampleRate, 7_350, 96_000);
  assertBetween(config.channelCount, 1, 24);
  assert.ok(config.samplesPerFrame === 1024 || config.samplesPerFrame === 960);
  assert.match(config.codecString, /^mp4a\.40\.[0-9]+$/);
}

/** What a stream may rely on, whatever the encoder sent. */
export class FrameAssertions {
  #video: VideoConfig | null = null;
  #audio: AudioConfig | null = null;

  check(frame: Frame): void {
    switch (frame.kind) {
      case 'video-config':
        assertVideoConfig(frame.config);
        this.#video = frame.config;
        break;
      case 'audio-config':
        assertAudioConfig(frame.config);
        this.#audio = frame.config;
        break;
      case 'video':
        assert.ok(this.#video !== null, 'video before its configuration');
        assert.ok(Number.isSafeInteger(frame.dtsTicks) && Number.isSafeInteger(frame.ptsTicks));
        assert.ok(frame.data.length > 0);
        if (this.#video.codec !== 'av1') assertNalUnits(frame.data);
        break;
      case 'audio':
        assert.ok(this.#audio !== null, 'audio before its configuration');
        assert.ok(Number.isSafeInteger(frame.ptsTicks));
        assertBetween(frame.data.length, 1, 65_536);
        break;
      case 'announcement':
        assert.ok(frame.hasVideo || frame.hasAudio);
        break;
    }
  }
}

function assertNalUnits(data: Uint8Array): void {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 0;
  while (at < data.length) {
    const sizeBytes = view.getUint32(at);
    assert.ok(sizeBytes > 0, 'an empty NAL unit');
    at += 4 + sizeBytes;
  }
  assert.equal(at, data.length);
}

function assertBetween(value: number, min: number, max: number): void {
  assert.ok(value >= min && value <= max, `${value} is not between ${min} and ${max}`);
}
