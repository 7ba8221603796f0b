import type { LiveStreamEntry } from '@rostrum/sdk';

export type AddressProtocol = 'RTMP' | 'RTMPS';

/** What an encoder is told: OBS and most others ask for these two apart. The secret is in the key. */
export type ServerAndKey = { readonly server: string; readonly key: string };

export type EncoderAddress = {
  readonly protocol: AddressProtocol;
  readonly primary: ServerAndKey;
  /** For a second encoder, whose picture stands in when the first one fails; null where the server offers none. */
  readonly backup: ServerAndKey | null;
};

/** What the server really offers; empty where no encoder is expected. */
export function encoderAddressesOf(entry: LiveStreamEntry): readonly EncoderAddress[] {
  // `%i` numbers the renditions that an encoder sends; ours get one.
  const streamName = (entry.streamName ?? '').replace('%i', '1');
  const offered: readonly [AddressProtocol, string | undefined, string | undefined][] = [
    ['RTMP', entry.primaryBroadcastingUrl, entry.secondaryBroadcastingUrl],
    ['RTMPS', entry.primarySecuredBroadcastingUrl, entry.secondarySecuredBroadcastingUrl],
  ];
  return offered.flatMap(([protocol, primary, backup]) =>
    !primary || streamName === ''
      ? []
      : [
          {
            protocol,
            primary: serverAndKeyOf(primary, streamName),
            backup: backup ? serverAndKeyOf(backup, streamName) : null,
          },
        ],
  );
}

/**
 * The API keeps the secret with the server's address. Here it goes with the key, which encoders hide: whoever shares
 * their screen shows the server, and nobody can publish with that.
 */
function serverAndKeyOf(broadcastingUrl: string, streamName: string): ServerAndKey {
  const mark = broadcastingUrl.indexOf('?');
  if (mark < 0) return { server: broadcastingUrl, key: streamName };
  return {
    server: broadcastingUrl.slice(0, mark),
    key: `${streamName}${broadcastingUrl.slice(mark)}`,
  };
}

/** Server and key as one address, as FFmpeg wants it. */
export function publishAddressOf({ server, key }: ServerAndKey): string {
  return `${server}/${key}`;
}

/**
 * A command that sends a file as a broadcast, in real time and with key frames every 2 s whatever its frame rate.
 * Works as it is in the shells of Linux, macOS and Windows.
 */
export function ffmpegCommandOf(address: ServerAndKey): string {
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
export function obsServiceFileOf({ server, key }: ServerAndKey): string {
  const service = {
    type: 'rtmp_custom',
    settings: { server, key, use_auth: false, bwtest: false },
  };
  return `${JSON.stringify(service, null, 2)}\n`;
}
