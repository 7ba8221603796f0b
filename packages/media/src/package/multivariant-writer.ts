import type { AudioConfig, VideoConfig } from '../stream/frame.ts';
import { isVideoConfig } from './init-segment.ts';
import type { LiveTrack } from './live-track.ts';
import type { TrackName } from './segment.ts';

/** What is said of a track. */
export type DescribedTrack = Pick<
  LiveTrack,
  'peakBitsPerSecond' | 'averageBitsPerSecond' | 'framesPerSecond'
> & {
  /** By init segment, the newest last. */
  readonly inits: ReadonlyMap<unknown, { readonly config: VideoConfig | AudioConfig }>;
};

export type MultivariantOptions = {
  /** Relative addresses of the playlists; `video.m3u8`, `audio.m3u8` and `video-iframes.m3u8` where absent. */
  readonly uris?: { readonly video: string; readonly audio: string; readonly iFrames: string };
};

const PLAIN_URIS = { video: 'video.m3u8', audio: 'audio.m3u8', iFrames: 'video-iframes.m3u8' };
/** Peaks are measured over what there has been; players should not be caught out by the first busier scene. */
const HEADROOM = 1.1;
/** A key frame every two seconds is this much of the whole, as a rule. */
const I_FRAME_SHARE = 0.3;

/** The multivariant playlist of a generation that has at least one part; null before that. */
export function writeMultivariantPlaylist(
  generation: { readonly tracks: ReadonlyMap<TrackName, DescribedTrack> },
  options: MultivariantOptions = {},
): string | null {
  const uris = options.uris ?? PLAIN_URIS;
  const video = generation.tracks.get('video');
  const audio = generation.tracks.get('audio');
  const videoConfig = video === undefined ? null : newestVideoConfig(video);
  const audioConfig = audio === undefined ? null : newestAudioConfig(audio);
  const lines = ['#EXTM3U', '#EXT-X-VERSION:9'];
  if (video !== undefined && videoConfig !== null) {
    if (audio !== undefined && audioConfig !== null)
      lines.push(audioMedia(audioConfig, uris.audio));
    lines.push(
      `#EXT-X-STREAM-INF:${[
        ...bandwidths(audio === undefined ? [video] : [video, audio]),
        codecs([videoConfig, audioConfig]),
        ...pictureOf(video, videoConfig),
        ...(audioConfig === null ? [] : ['AUDIO="audio"']),
      ].join(',')}`,
      uris.video,
      `#EXT-X-I-FRAME-STREAM-INF:${[
        `BANDWIDTH=${Math.max(1, Math.ceil(video.peakBitsPerSecond * I_FRAME_SHARE))}`,
        codecs([videoConfig]),
        `RESOLUTION=${videoConfig.widthPx}x${videoConfig.heightPx}`,
        `URI="${uris.iFrames}"`,
      ].join(',')}`,
    );
  } else if (audio !== undefined && audioConfig !== null) {
    lines.push(
      `#EXT-X-STREAM-INF:${[...bandwidths([audio]), codecs([audioConfig])].join(',')}`,
      uris.audio,
    );
  } else {
    return null;
  }
  return `${lines.join('\n')}\n`;
}

function audioMedia(config: AudioConfig, uri: string): string {
  const attributes = [
    'TYPE=AUDIO',
    'GROUP-ID="audio"',
    'NAME="Original"',
    'DEFAULT=YES',
    'AUTOSELECT=YES',
    `CHANNELS="${config.channelCount}"`,
    `URI="${uri}"`,
  ];
  return `#EXT-X-MEDIA:${attributes.join(',')}`;
}

function bandwidths(tracks: readonly DescribedTrack[]): readonly string[] {
  const sum = (pick: (track: DescribedTrack) => number): number =>
    tracks.reduce((total, track) => total + pick(track), 0);
  const peak = Math.max(1, Math.ceil(sum((track) => track.peakBitsPerSecond) * HEADROOM));
  const average = Math.max(1, Math.ceil(sum((track) => track.averageBitsPerSecond)));
  return [`BANDWIDTH=${peak}`, `AVERAGE-BANDWIDTH=${average}`];
}

function codecs(configs: readonly (VideoConfig | AudioConfig | null)[]): string {
  const names = configs.flatMap((config) => (config === null ? [] : [config.codecString]));
  return `CODECS="${names.join(',')}"`;
}

function pictureOf(track: DescribedTrack, config: VideoConfig): readonly string[] {
  const rate = track.framesPerSecond ?? config.framesPerSecond;
  const frameRate = rate === null || rate === undefined ? [] : [`FRAME-RATE=${rate.toFixed(3)}`];
  return [`RESOLUTION=${config.widthPx}x${config.heightPx}`, ...frameRate];
}

function newestVideoConfig(track: DescribedTrack): VideoConfig | null {
  const config = [...track.inits.values()].at(-1)?.config;
  return config !== undefined && isVideoConfig(config) ? config : null;
}

function newestAudioConfig(track: DescribedTrack): AudioConfig | null {
  const config = [...track.inits.values()].at(-1)?.config;
  return config === undefined || isVideoConfig(config) ? null : config;
}
