/**
 * Every setting, with its default and what it is for. A name is an environment variable (`ROSTRUM_HTTP_PORT`) or, in
 * lower case and without the prefix's change, a key of `rostrum.yml` (`rostrum_http_port`).
 */
export type SettingKind = 'port' | 'seconds' | 'text' | 'url' | 'path' | 'partner-id';

export type SettingRow = {
  readonly kind: SettingKind;
  readonly fallback: string | null;
  readonly about: string;
  /** The part it belongs to is not in this version; setting it is answered by a warning. */
  readonly isForLater?: true;
};

export const SETTINGS_TABLE = {
  ROSTRUM_HTTP_PORT: { kind: 'port', fallback: '8080', about: 'API, pages and sockets' },
  ROSTRUM_MEDIA_PORT: { kind: 'port', fallback: '8081', about: 'playlists and media' },
  ROSTRUM_RTMP_PORT: { kind: 'port', fallback: '1935', about: 'RTMP ingest' },
  ROSTRUM_RTMPS_PORT: {
    kind: 'port',
    fallback: '1936',
    about: 'RTMPS ingest, where a certificate is set',
  },
  ROSTRUM_RTSP_PORT: { kind: 'port', fallback: '8554', about: 'RTSP ingest', isForLater: true },
  ROSTRUM_SRT_PORT: { kind: 'port', fallback: '7045', about: 'SRT ingest (UDP)', isForLater: true },
  ROSTRUM_WEBRTC_PORT: {
    kind: 'port',
    fallback: '8189',
    about: 'WHIP and WHEP (UDP)',
    isForLater: true,
  },
  ROSTRUM_WEBRTC_HOST: {
    kind: 'text',
    fallback: null,
    about: 'the address in ICE candidates behind NAT',
    isForLater: true,
  },
  ROSTRUM_TLS_CERT: {
    kind: 'path',
    fallback: null,
    about: 'certificate chain (PEM) for HTTPS and RTMPS',
  },
  ROSTRUM_TLS_KEY: { kind: 'path', fallback: null, about: 'private key (PEM) for HTTPS' },
  ROSTRUM_RECONNECT_SECONDS: {
    kind: 'seconds',
    fallback: '60',
    about: 'how long a show waits for its encoder',
  },
  ROSTRUM_DATA_DIR: { kind: 'path', fallback: './data', about: 'database, media and secrets' },
  ROSTRUM_PUBLIC_URL: {
    kind: 'url',
    fallback: null,
    about: 'the address of API and pages in links; from the request where unset',
  },
  ROSTRUM_MEDIA_URL: {
    kind: 'url',
    fallback: null,
    about: 'the address of playlists and media in links, a CDN for example',
  },
  ROSTRUM_PARTNER_ID: { kind: 'partner-id', fallback: '100', about: 'the account made at first' },
  ROSTRUM_ADMIN_SECRET: { kind: 'text', fallback: null, about: 'random where unset, and kept' },
  ROSTRUM_USER_SECRET: { kind: 'text', fallback: null, about: 'random where unset, and kept' },
  ROSTRUM_DATABASE_URL: {
    kind: 'url',
    fallback: null,
    about: 'postgres://… moves all state to PostgreSQL; embedded SQLite where unset',
  },
  ROSTRUM_NATS_URL: {
    kind: 'url',
    fallback: null,
    about: 'fan-out between machines',
    isForLater: true,
  },
  ROSTRUM_MEDIA_STORE: {
    kind: 'text',
    fallback: null,
    about: 's3://bucket/prefix, where recordings are kept; the data folder where unset',
  },
  ROSTRUM_WEBHOOK_NETWORKS: {
    kind: 'text',
    fallback: null,
    about:
      'private networks that webhooks may go to (10.1.0.0/16, fd00::/8), or none; this machine, for the first account, where unset',
  },
  ROSTRUM_FETCH_NETWORKS: {
    kind: 'text',
    fallback: null,
    about:
      'networks of your own that playlists and pictures may be fetched from, 10.1.0.0/16, 192.168.1.20 for example; only the open internet where unset',
  },
} as const satisfies Record<string, SettingRow>;

export type SettingName = keyof typeof SETTINGS_TABLE;

export const SETTING_NAMES = Object.keys(SETTINGS_TABLE) as readonly SettingName[];
