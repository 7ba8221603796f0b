import { SettingsError } from './settings-error.ts';

/** A place in a bucket, and what to sign requests with. */
export type MediaStoreSettings = {
  readonly bucket: string;
  /** What all keys begin with; empty, or ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  /** `https://s3.example.com` of an S3-compatible server; null for AWS. */
  readonly endpoint: string | null;
  /** Where the bucket stands in addresses: `https://HOST/bucket/key`, or `https://bucket.HOST/key`. */
  readonly addressing: 'path' | 'host';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken: string | null;
};

/** Names of buckets, also those of S3-compatible servers that are less strict than AWS. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]$/;

/** Nothing that an address would have to escape. */
const PREFIX = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*$/;

/**
 * `ROSTRUM_MEDIA_STORE` with what every S3 tool reads from the environment.
 *
 * @throws SettingsError
 */
export function readMediaStore(
  text: string | null,
  env: Readonly<Record<string, string | undefined>>,
): MediaStoreSettings | null {
  if (text === null) return null;
  const match = /^s3:\/\/([^/?]+)(?:\/([^?]*))?(?:\?addressing=(path|host))?$/.exec(text);
  const [, bucket = '', path = '', style] = match ?? [];
  const prefix = path === '' || path.endsWith('/') ? path : `${path}/`;
  if (!BUCKET.test(bucket) || !PREFIX.test(prefix)) {
    throw new SettingsError(
      `ROSTRUM_MEDIA_STORE must be of the form s3://bucket/prefix, where the prefix has letters, digits, and . _ - /, with ?addressing=path or ?addressing=host behind it where the server wants that (got "${text}").`,
    );
  }
  const read = (name: string) => env[name] || null;
  const [accessKeyId, secretAccessKey] = [read('AWS_ACCESS_KEY_ID'), read('AWS_SECRET_ACCESS_KEY')];
  if (accessKeyId === null || secretAccessKey === null) {
    throw new SettingsError(
      'ROSTRUM_MEDIA_STORE needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.',
    );
  }
  const endpoint = readEndpoint(read('AWS_ENDPOINT_URL_S3') ?? read('AWS_ENDPOINT_URL'));
  return {
    bucket,
    prefix,
    region: readRegion(read('AWS_REGION') ?? read('AWS_DEFAULT_REGION'), endpoint),
    endpoint,
    addressing: style === 'path' || style === 'host' ? style : usualAddressing(bucket, endpoint),
    accessKeyId,
    secretAccessKey,
    sessionToken: read('AWS_SESSION_TOKEN'),
  };
}

function readEndpoint(text: string | null): string | null {
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isUsable = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url === null || !isUsable || url.search !== '' || url.username !== '') {
    throw new SettingsError(
      'AWS_ENDPOINT_URL_S3 (or AWS_ENDPOINT_URL) must be an address like https://s3.example.com.',
    );
  }
  return text.replace(/\/+$/, '');
}

function readRegion(text: string | null, endpoint: string | null): string {
  // Servers of one's own have no regions, and take what the first one of AWS is called.
  if (text === null && endpoint !== null) return 'us-east-1';
  if (text === null || !/^[a-z0-9-]{2,40}$/.test(text)) {
    throw new SettingsError(
      `ROSTRUM_MEDIA_STORE needs AWS_REGION, the region of the bucket, like eu-central-1 (got "${text ?? ''}").`,
    );
  }
  return text;
}

/** A certificate for `*.s3.REGION.amazonaws.com` does not cover a name with dots; others rarely have one for buckets. */
function usualAddressing(bucket: string, endpoint: string | null): 'path' | 'host' {
  return endpoint !== null || bucket.includes('.') ? 'path' : 'host';
}
