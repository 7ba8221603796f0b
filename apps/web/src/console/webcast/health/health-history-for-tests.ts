import type { ChannelHealth, EncoderHealth } from '@rostrum/sdk';

const FIRST_AT_MS = 1_800_000_000_000;
const SAMPLE_MS = 2_000;

export type SampleChange = {
  readonly encoder?: Partial<EncoderHealth>;
  readonly video?: Partial<NonNullable<EncoderHealth['video']>>;
  readonly health?: Partial<ChannelHealth>;
};

/** A healthy 1080p30 from OBS, one sample every two seconds, each changed as asked. */
export function historyOf(
  count: number,
  change: (index: number) => SampleChange = () => ({}),
): readonly ChannelHealth[] {
  return Array.from({ length: count }, (_, index) => {
    const { encoder, video, health } = change(index);
    return {
      webcastId: '0_ab12cd34',
      atMs: FIRST_AT_MS + index * SAMPLE_MS,
      encoders: [{ ...HEALTHY, video: { ...VIDEO, ...video }, ...encoder }],
      archive: 'writing',
      lostParts: 0,
      relays: [],
      ...health,
    };
  });
}

const VIDEO = {
  codec: 'avc1.640028',
  widthPx: 1920,
  heightPx: 1080,
  bitsPerSecond: 4_470_000,
  framesPerSecond: 30,
  announcedFramesPerSecond: 30,
  keyFrameDistanceMs: 2_000,
};

const HEALTHY: EncoderHealth = {
  slot: 'primary',
  protocol: 'rtmp',
  software: 'FMLE/3.0 (compatible; FMSc/1.0)',
  remoteAddress: '192.0.2.7',
  connectedAtMs: FIRST_AT_MS - 500,
  isInUse: true,
  video: VIDEO,
  audio: { codec: 'mp4a.40.2', sampleRate: 48_000, channelCount: 2, bitsPerSecond: 130_000 },
  bitsPerSecond: 4_600_000,
  droppedFrames: 0,
  driftMs: 0,
};
