/**
 * The one thing that flows from an ingest protocol to a stream. Times are ticks of 90 kHz on the encoder's own media
 * clock: they may start anywhere; the stream makes them continuous.
 */
export const TICKS_PER_SECOND = 90_000;

export type VideoCodec = 'h264' | 'hevc' | 'av1';
export type AudioCodec = 'aac';

export type VideoConfig = {
  readonly codec: VideoCodec;
  /** RFC 6381, as the multivariant playlist names it: `avc1.64001f`. */
  readonly codecString: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** As the bit stream claims it; null where it does not. */
  readonly framesPerSecond: number | null;
  /** The payload of `avcC`, `hvcC` or `av1C`. */
  readonly decoderConfig: Uint8Array;
};

export type AudioConfig = {
  readonly codec: AudioCodec;
  /** RFC 6381: `mp4a.40.2`. */
  readonly codecString: string;
  /** Of the core decoder, Hz. */
  readonly sampleRate: number;
  readonly channelCount: number;
  /** Samples in a frame of the core decoder: 1024 for nearly all, 960 for some. */
  readonly samplesPerFrame: number;
  /** The AudioSpecificConfig. */
  readonly decoderConfig: Uint8Array;
};

export type Frame =
  /** Codec settings; they hold for all following frames of the kind. Sent again only when they have changed. */
  | { readonly kind: 'video-config'; readonly config: VideoConfig }
  | { readonly kind: 'audio-config'; readonly config: AudioConfig }
  /** What the encoder announces before its first frame (RTMP's onMetaData), as far as it is known. */
  | {
      readonly kind: 'announcement';
      readonly hasVideo: boolean;
      readonly hasAudio: boolean;
      readonly videoBitsPerSecond: number | null;
      readonly audioBitsPerSecond: number | null;
      readonly framesPerSecond: number | null;
      /** What made the stream (`obs-output module (libobs version 29.0.2)`); null where it does not say. */
      readonly software: string | null;
    }
  | {
      readonly kind: 'video';
      readonly dtsTicks: number;
      readonly ptsTicks: number;
      readonly isKey: boolean;
      /** Length-prefixed NAL units (H.264, HEVC) or a temporal unit of OBUs (AV1), as in MP4. Never changed afterwards. */
      readonly data: Uint8Array;
    }
  | {
      readonly kind: 'audio';
      readonly ptsTicks: number;
      /** One raw AAC frame. */
      readonly data: Uint8Array;
    };
