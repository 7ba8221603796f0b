/**
 * The first bytes of an audio or video tag: FLV 10.1, E.4.2 and E.4.3, and Enhanced RTMP v2, "ExVideoTagHeader" and
 * "ExAudioTagHeader". Codecs are named by FourCC, those of legacy tags too.
 */
export type FlvTag =
  | { readonly kind: 'config'; readonly codec: string; readonly bodyAt: number }
  | {
      readonly kind: 'frame';
      readonly codec: string;
      readonly bodyAt: number;
      /** Always true for audio. */
      readonly isKey: boolean;
      readonly compositionMs: number;
    }
  /** Nothing to decode: the end of a sequence, metadata, commands to a player. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'truncated' }
  /** More than one track in a connection; only the first is used. */
  | { readonly kind: 'extra-track' };

const NOTHING: FlvTag = { kind: 'nothing' };
const TRUNCATED: FlvTag = { kind: 'truncated' };
const EXTRA_TRACK: FlvTag = { kind: 'extra-track' };

export function readVideoTag(payload: Uint8Array): FlvTag {
  const first = payload[0];
  if (first === undefined) return NOTHING;
  const frameType = (first >> 4) & 0b111;
  if (first & 0x80) return readEnhancedVideo(payload, frameType);
  if (frameType === FRAME_TYPE.command) return NOTHING;
  const codec = LEGACY_VIDEO[first & 0xf] ?? `FLV codec ${first & 0xf}`;
  if (codec !== 'avc1' && codec !== 'hvc1') return frame(codec, 1, true, 0);
  if (payload.length < 5) return TRUNCATED;
  if (payload[1] === 0) return { kind: 'config', codec, bodyAt: 5 };
  if (payload[1] !== 1) return NOTHING;
  return frame(codec, 5, frameType === FRAME_TYPE.key, readInt24(payload, 2));
}

export function readAudioTag(payload: Uint8Array): FlvTag {
  const first = payload[0];
  // One byte is how some encoders say "no audio here".
  if (first === undefined || payload.length < 2) return NOTHING;
  const format = first >> 4;
  if (format === ENHANCED_AUDIO) return readEnhancedAudio(payload);
  const codec = LEGACY_AUDIO[format] ?? `FLV sound format ${format}`;
  if (codec !== 'mp4a') return frame(codec, 1, true, 0);
  if (payload[1] === 0) return { kind: 'config', codec, bodyAt: 2 };
  return payload[1] === 1 ? frame(codec, 2, true, 0) : NOTHING;
}

const FRAME_TYPE = { key: 1, command: 5 } as const;
const ENHANCED_AUDIO = 9;

/** 12 is not in the specification: encoders from before Enhanced RTMP send HEVC with it. */
const LEGACY_VIDEO: Readonly<Record<number, string>> = {
  2: 'Sorenson H.263',
  3: 'Screen video',
  4: 'VP6',
  5: 'VP6',
  6: 'Screen video',
  7: 'avc1',
  12: 'hvc1',
};

const LEGACY_AUDIO: Readonly<Record<number, string>> = {
  0: 'PCM',
  1: 'ADPCM',
  2: 'MP3',
  3: 'PCM',
  4: 'Nellymoser',
  5: 'Nellymoser',
  6: 'Nellymoser',
  7: 'G.711',
  8: 'G.711',
  10: 'mp4a',
  11: 'Speex',
  14: 'MP3',
};

const VIDEO_PACKET = {
  sequenceStart: 0,
  codedFrames: 1,
  codedFramesX: 3,
  multitrack: 6,
  modEx: 7,
} as const;

const AUDIO_PACKET = { sequenceStart: 0, codedFrames: 1, multitrack: 5, modEx: 7 } as const;

function readEnhancedVideo(payload: Uint8Array, frameType: number): FlvTag {
  if (frameType === FRAME_TYPE.command) return NOTHING;
  const start = readEnhancedStart(payload, VIDEO_PACKET.modEx, VIDEO_PACKET.multitrack);
  if ('kind' in start) return start;
  const { packetType, codec, bodyAt } = start;
  const isKey = frameType === FRAME_TYPE.key;
  switch (packetType) {
    case VIDEO_PACKET.sequenceStart:
      return { kind: 'config', codec, bodyAt };
    case VIDEO_PACKET.codedFramesX:
      return frame(codec, bodyAt, isKey, 0);
    case VIDEO_PACKET.codedFrames: {
      // Only codecs with NAL units have a composition time here.
      if (codec !== 'avc1' && codec !== 'hvc1') return frame(codec, bodyAt, isKey, 0);
      if (payload.length < bodyAt + 3) return TRUNCATED;
      return frame(codec, bodyAt + 3, isKey, readInt24(payload, bodyAt));
    }
    default:
      return NOTHING;
  }
}

function readEnhancedAudio(payload: Uint8Array): FlvTag {
  const start = readEnhancedStart(payload, AUDIO_PACKET.modEx, AUDIO_PACKET.multitrack);
  if ('kind' in start) return start;
  const { packetType, codec, bodyAt } = start;
  if (packetType === AUDIO_PACKET.sequenceStart) return { kind: 'config', codec, bodyAt };
  return packetType === AUDIO_PACKET.codedFrames ? frame(codec, bodyAt, true, 0) : NOTHING;
}

type EnhancedStart = {
  readonly packetType: number;
  readonly codec: string;
  readonly bodyAt: number;
};

function readEnhancedStart(
  payload: Uint8Array,
  modEx: number,
  multitrack: number,
): EnhancedStart | FlvTag {
  const modified = skipModifiers(payload, modEx);
  if (modified === null) return TRUNCATED;
  const { packetType, at } = modified;
  if (packetType !== multitrack) {
    const codec = readFourCc(payload, at);
    return codec === null ? TRUNCATED : { packetType, codec, bodyAt: at + 4 };
  }
  // Kind of multitrack and packet type, FourCC, track number. One track, numbered 0, is the same as none.
  const kinds = payload[at];
  const trackId = payload[at + 5];
  const codec = readFourCc(payload, at + 1);
  if (kinds === undefined || trackId === undefined || codec === null) return TRUNCATED;
  const isOnlyTrack = kinds >> 4 === 0 && trackId === 0;
  return isOnlyTrack ? { packetType: kinds & 0xf, codec, bodyAt: at + 6 } : EXTRA_TRACK;
}

type PacketStart = { readonly packetType: number; readonly at: number };

/** Modifiers ("ModEx") stand before the packet they belong to; none that exists changes what is decoded. */
function skipModifiers(payload: Uint8Array, modEx: number): PacketStart | null {
  let packetType = (payload[0] ?? 0) & 0xf;
  let at = 1;
  while (packetType === modEx) {
    let sizeBytes = (payload[at++] ?? 0) + 1;
    if (sizeBytes === 256) {
      sizeBytes = ((payload[at] ?? 0) << 8) + (payload[at + 1] ?? 0) + 1;
      at += 2;
    }
    at += sizeBytes;
    const next = payload[at++];
    if (next === undefined) return null;
    packetType = next & 0xf;
  }
  return { packetType, at };
}

function readFourCc(payload: Uint8Array, at: number): string | null {
  if (payload.length < at + 4) return null;
  return String.fromCharCode(...payload.subarray(at, at + 4));
}

function frame(codec: string, bodyAt: number, isKey: boolean, compositionMs: number): FlvTag {
  return { kind: 'frame', codec, bodyAt, isKey, compositionMs };
}

function readInt24(bytes: Uint8Array, at: number): number {
  const value = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (value << 8) >> 8;
}
