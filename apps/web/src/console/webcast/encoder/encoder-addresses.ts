import type { LiveStreamEntry } from '@rostrum/sdk';

export type AddressProtocol = 'RTMP' | 'RTMPS';

/** What an encoder is told for one protocol. Encoders like OBS want server and key apart. */
export type EncoderAddress = {
  readonly protocol: AddressProtocol;
  readonly server: string;
  /** For a second encoder, whose picture stands in when the first one fails; null where the server offers none. */
  readonly backupServer: string | null;
  readonly key: string;
};

/** What the server really offers; empty where no encoder is expected. */
export function encoderAddressesOf(entry: LiveStreamEntry): readonly EncoderAddress[] {
  // `%i` numbers the renditions that an encoder sends; ours get one.
  const key = (entry.streamName ?? '').replace('%i', '1');
  const offered: readonly [AddressProtocol, string | undefined, string | undefined][] = [
    ['RTMP', entry.primaryBroadcastingUrl, entry.secondaryBroadcastingUrl],
    ['RTMPS', entry.primarySecuredBroadcastingUrl, entry.secondarySecuredBroadcastingUrl],
  ];
  return offered.flatMap(([protocol, server, backupServer]) =>
    server === undefined || server === '' || key === ''
      ? []
      : [{ protocol, server, backupServer: backupServer || null, key }],
  );
}

/** Server and key as one address, as FFmpeg wants it: the key is the last step of the path, before the query. */
export function publishAddressOf({ server, key }: Pick<EncoderAddress, 'server' | 'key'>): string {
  const [path = '', query] = server.split('?', 2);
  return `${path}/${key}${query === undefined ? '' : `?${query}`}`;
}

/**
 * A command that sends a file as a broadcast, in real time and with key frames every 2 s whatever its frame rate.
 * Works as it is in the shells of Linux, macOS and Windows.
 */
export function ffmpegCommandOf(address: EncoderAddress): string {
  return [
    'ffmpeg -re -i video.mp4',
    '-c:v libx264 -preset veryfast -b:v 4500k -maxrate 4500k -bufsize 9000k -pix_fmt yuv420p',
    '-force_key_frames "expr:gte(t,n_forced*2)" -c:a aac -b:a 160k -ar 48000',
    `-f flv "${publishAddressOf(address)}"`,
  ].join(' ');
}

/** Where OBS keeps a profile's streaming service, the file has this name. */
export const OBS_SERVICE_FILE = 'service.json';

/** OBS's own file for a profile's streaming service, with these addresses in it. */
export function obsServiceFileOf({ server, key }: EncoderAddress): string {
  const service = {
    type: 'rtmp_custom',
    settings: { server, key, use_auth: false, bwtest: false },
  };
  return `${JSON.stringify(service, null, 2)}\n`;
}
