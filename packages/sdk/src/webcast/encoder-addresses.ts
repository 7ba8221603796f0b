import type { LiveStreamEntry } from '../api/live-stream-entry.ts';

/** Where an encoder sends to: whole, and in the two parts that encoders ask for. */
export type EncoderAddress = {
  /** In one piece, as FFmpeg takes it. */
  readonly url: string;
  /** OBS: Settings → Stream → Custom → Server. */
  readonly server: string;
  /** OBS: Stream Key. It is a secret. */
  readonly streamKey: string;
};

/** By protocol, as far as the server offers it. */
export type EncoderAddresses = {
  readonly rtmp: PrimaryAndBackup | null;
  readonly rtmps: PrimaryAndBackup | null;
  readonly srt: PrimaryAndBackup | null;
  readonly rtsp: PrimaryAndBackup | null;
};

export type PrimaryAndBackup = {
  readonly primary: EncoderAddress;
  /** For a second encoder; null where there is none. */
  readonly backup: EncoderAddress | null;
};

/** Null where the session may not see them, and where the picture comes from elsewhere. */
export function encoderAddressesOf(entry: LiveStreamEntry): EncoderAddresses | null {
  // Of the renditions that an encoder may send by itself, the first.
  const streamName = (entry.streamName ?? '').replace('%i', '1') || `${entry.id}_1`;
  const of = (primary?: string, backup?: string) => pairOf(primary, backup, streamName);
  const addresses: EncoderAddresses = {
    rtmp: of(entry.primaryBroadcastingUrl, entry.secondaryBroadcastingUrl),
    rtmps: of(entry.primarySecuredBroadcastingUrl, entry.secondarySecuredBroadcastingUrl),
    rtsp: of(entry.primaryRtspBroadcastingUrl, entry.secondaryRtspBroadcastingUrl),
    srt: srtPairOf(entry),
  };
  return Object.values(addresses).some((each) => each !== null) ? addresses : null;
}

function pairOf(
  primary: string | undefined,
  backup: string | undefined,
  streamName: string,
): PrimaryAndBackup | null {
  if (!primary) return null;
  return {
    primary: addressOf(primary, streamName),
    backup: backup ? addressOf(backup, streamName) : null,
  };
}

/** `rtmp://host:1935/kLive?t=…`, or with the stream's name at the end of its path, as RTSP's come. */
function addressOf(broadcastingUrl: string, streamName: string): EncoderAddress {
  const mark = broadcastingUrl.indexOf('?');
  const path = mark === -1 ? broadcastingUrl : broadcastingUrl.slice(0, mark);
  const query = mark === -1 ? '' : broadcastingUrl.slice(mark);
  const slash = path.lastIndexOf('/');
  const isNamed = path.includes('%i', slash);
  const server = isNamed ? path.slice(0, slash) : path;
  const name = isNamed ? path.slice(slash + 1).replace('%i', '1') : streamName;
  const streamKey = `${name}${query}`;
  return { url: `${server}/${streamKey}`, server, streamKey };
}

function srtPairOf(entry: LiveStreamEntry): PrimaryAndBackup | null {
  const primary = srtAddressOf(entry.primarySrtBroadcastingUrl, entry.primarySrtStreamId);
  if (primary === null) return null;
  const backup = srtAddressOf(entry.secondarySrtBroadcastingUrl, entry.secondarySrtStreamId);
  return { primary, backup };
}

function srtAddressOf(server?: string, streamId?: string): EncoderAddress | null {
  if (!server || !streamId) return null;
  const mark = server.includes('?') ? '&' : '?';
  return {
    url: `${server}${mark}streamid=${encodeURIComponent(streamId)}`,
    server,
    streamKey: streamId,
  };
}
