import type { HlsConfig } from 'hls.js';

/** Retries inside hls.js have no jitter, so there is only one; what follows is `Recovery`'s. */
const ONE_RETRY = { maxNumRetry: 1, retryDelayMs: 300, maxRetryDelayMs: 1_000 };

function policy(firstByteMs: number, wholeMs: number): HlsConfig['fragLoadPolicy'] {
  return {
    default: {
      maxTimeToFirstByteMs: firstByteMs,
      maxLoadTimeMs: wholeMs,
      timeoutRetry: { maxNumRetry: 1, retryDelayMs: 0, maxRetryDelayMs: 0 },
      errorRetry: ONE_RETRY,
    },
  };
}

/** How hls.js is set for two seconds of delay. Whatever moves the playhead or its rate is `LatencyControl`'s. */
export const HLS_SETTINGS: Partial<HlsConfig> = {
  lowLatencyMode: true,
  liveSyncOnStallIncrease: 0,
  maxLiveSyncPlaybackRate: 1,
  // CMAF passes through unchanged; a worker costs a start of its own and a blob: address in the page's policy.
  enableWorker: false,
  startFragPrefetch: true,
  // The first segment decides how soon there is a picture: begin with what a normal line carries, then measure.
  testBandwidth: false,
  abrEwmaDefaultEstimate: 3_000_000,
  capLevelToPlayerSize: true,
  // Going back ten seconds needs no request; more would hold tens of megabytes.
  backBufferLength: 30,
  maxBufferLength: 20,
  // The stream's clock is read without cues: their track elements load `data:` addresses, which a strict policy refuses.
  enableID3MetadataCues: false,
  enableEmsgMetadataCues: false,
  enableDateRangeMetadataCues: false,
  enableInterstitialPlayback: false,
  emeEnabled: false,
  // The server holds a playlist for as long as the encoder is away, within its own limit.
  playlistLoadPolicy: policy(15_000, 20_000),
  manifestLoadPolicy: policy(8_000, 15_000),
  fragLoadPolicy: policy(10_000, 60_000),
};
