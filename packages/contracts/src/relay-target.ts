/** Where a relay publishes to, taken apart. */
export type RelayTarget = {
  readonly host: string;
  readonly port: number;
  readonly isTls: boolean;
  /** What `connect` names: `live2`, or `kLive?t=…`. */
  readonly app: string;
  /** What `publish` names: the stream key. */
  readonly streamName: string;
  /** The address without the stream name. */
  readonly tcUrl: string;
};

const DEFAULT_PORT = { 'rtmp:': 1935, 'rtmps:': 443 } as const;

const LONGEST = 2048;

/**
 * `rtmp://host[:port]/app/streamName`, or `rtmps://…`: the last part of the path is the stream name, unless the
 * application carries parameters, behind which it then stands (`rtmp://host/app?key=value/streamName`).
 *
 * @throws RangeError where it is no such address; the message does not show the stream name, which is a secret
 */
export function parseRelayTarget(url: string): RelayTarget {
  if (url.length > LONGEST) throw new RangeError(`a target has at most ${LONGEST} characters`);
  const match = /^(rtmps?:)\/\/(\[[0-9a-f:.]+\]|[^/:?#@\s]+)(?::(\d{1,5}))?\/(\S+)$/i.exec(url);
  const scheme = match?.[1]?.toLowerCase();
  const [, , host = '', port, path = ''] = match ?? [];
  if (scheme !== 'rtmp:' && scheme !== 'rtmps:') {
    throw new RangeError('a target is rtmp://HOST/APPLICATION/STREAM or rtmps://…');
  }
  const number = port === undefined ? DEFAULT_PORT[scheme] : Number(port);
  if (number < 1 || number > 65_535) throw new RangeError(`a port is 1 to 65535 (got ${port})`);
  const slash = path.lastIndexOf('/');
  const app = path.slice(0, slash);
  const streamName = path.slice(slash + 1);
  if (slash < 1 || streamName === '') {
    throw new RangeError(`a target names a stream after the application "${shown(path)}"`);
  }
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port: number,
    isTls: scheme === 'rtmps:',
    app,
    streamName,
    tcUrl: `${scheme}//${host}:${number}/${app}`,
  };
}

function shown(path: string): string {
  return path.split(/[/?]/)[0]?.slice(0, 40) ?? '';
}
