import { amfObject, writeAmf0 } from '../rtmp/amf0.ts';
import { RTMP_TYPE } from '../rtmp/rtmp-message.ts';
import type { AudioConfig, Frame, VideoCodec, VideoConfig } from '../stream/frame.ts';
import { TICKS_PER_SECOND } from '../stream/frame.ts';

/** A message's type and content, ready to be cut into chunks. */
export type FlvPayload = { readonly typeId: number; readonly payload: Uint8Array };

const TICKS_PER_MS = TICKS_PER_SECOND / 1000;

/** FLV 10.1, E.4.3.1. */
const KEY = 1;
const INTER = 2;
const AVC = 7;

/** Enhanced RTMP v2, "ExVideoTagHeader". */
const ENHANCED = 0x80;
const SEQUENCE_START = 0;
const CODED_FRAMES = 1;
const FOURCC: { readonly [Codec in Exclude<VideoCodec, 'h264'>]: string } = {
  hevc: 'hvc1',
  av1: 'av01',
};

/** AAC, 44 kHz, 16 bits, stereo: what E.4.2.1 has every AAC tag say, whatever it is. */
const AAC_HEADER = 0xaf;

/** What players and servers want to know beforehand: `onMetaData`, as publishers send it. */
export function metadataPayload(video: VideoConfig | null, audio: AudioConfig | null): FlvPayload {
  const fields = {
    ...(video === null
      ? {}
      : {
          width: video.widthPx,
          height: video.heightPx,
          ...(video.framesPerSecond === null ? {} : { framerate: video.framesPerSecond }),
          videocodecid: video.codec === 'h264' ? AVC : fourCcNumber(FOURCC[video.codec]),
        }),
    ...(audio === null
      ? {}
      : { audiocodecid: 10, audiosamplerate: audio.sampleRate, stereo: audio.channelCount > 1 }),
    encoder: 'Rostrum',
  };
  return {
    typeId: RTMP_TYPE.data,
    payload: writeAmf0('@setDataFrame', 'onMetaData', amfObject(fields)),
  };
}

export function videoConfigPayload({ codec, decoderConfig }: VideoConfig): FlvPayload {
  const header =
    codec === 'h264'
      ? [(KEY << 4) | AVC, 0, 0, 0, 0]
      : [ENHANCED | (KEY << 4) | SEQUENCE_START, ...fourCcBytes(FOURCC[codec])];
  return { typeId: RTMP_TYPE.video, payload: join(header, decoderConfig) };
}

export function audioConfigPayload({ decoderConfig }: AudioConfig): FlvPayload {
  return { typeId: RTMP_TYPE.audio, payload: join([AAC_HEADER, 0], decoderConfig) };
}

export function videoPayload(
  codec: VideoCodec,
  { isKey, ptsTicks, dtsTicks, data }: Extract<Frame, { kind: 'video' }>,
): FlvPayload {
  const type = isKey ? KEY : INTER;
  const compositionMs = Math.round((ptsTicks - dtsTicks) / TICKS_PER_MS);
  const time = [(compositionMs >> 16) & 0xff, (compositionMs >> 8) & 0xff, compositionMs & 0xff];
  const header =
    codec === 'h264'
      ? [(type << 4) | AVC, 1, ...time]
      : [
          ENHANCED | (type << 4) | CODED_FRAMES,
          ...fourCcBytes(FOURCC[codec]),
          // Only codecs that reorder have a composition time.
          ...(codec === 'hevc' ? time : []),
        ];
  return { typeId: RTMP_TYPE.video, payload: join(header, data) };
}

export function audioPayload({ data }: Extract<Frame, { kind: 'audio' }>): FlvPayload {
  return { typeId: RTMP_TYPE.audio, payload: join([AAC_HEADER, 1], data) };
}

function join(header: readonly number[], data: Uint8Array): Uint8Array {
  const payload = Buffer.allocUnsafe(header.length + data.length);
  payload.set(header, 0);
  payload.set(data, header.length);
  return payload;
}

function fourCcBytes(fourCc: string): readonly number[] {
  return [...Buffer.from(fourCc, 'latin1')];
}

function fourCcNumber(fourCc: string): number {
  return Buffer.from(fourCc, 'latin1').readUInt32BE(0);
}
