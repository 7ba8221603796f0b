import type { StoredFile } from '../take-store.ts';
import { describeS3, type S3Options } from './s3-options.ts';

/** A page of a bucket's list (ListObjectsV2). */
export type S3Page = {
  readonly files: readonly (StoredFile & {
    readonly key: string;
    /** Wall clock, ms. */
    readonly changedAtMs: number;
  })[];
  /** What keys begin with up to the next slash, where the list was asked for by that; they end with it. */
  readonly prefixes: readonly string[];
  /** Null on the last page. */
  readonly nextToken: string | null;
};

/** What S3 says when it refuses. */
export type S3Refusal = {
  readonly status: number;
  /** `NoSuchBucket`; empty where the answer has none. */
  readonly code: string;
  /** The bucket's own region, where the answer tells it. */
  readonly region: string | null;
};

export function readPage(xml: string): S3Page {
  const files = blocksOf(xml, 'Contents').map((block) => ({
    key: textOf(block, 'Key') ?? '',
    sizeBytes: Number(textOf(block, 'Size') ?? Number.NaN),
    tag: readTag(textOf(block, 'ETag')),
    changedAtMs: Date.parse(textOf(block, 'LastModified') ?? ''),
  }));
  return {
    files,
    prefixes: blocksOf(xml, 'CommonPrefixes').map((block) => textOf(block, 'Prefix') ?? ''),
    nextToken: textOf(xml, 'IsTruncated') === 'true' ? textOf(xml, 'NextContinuationToken') : null,
  };
}

/** An ETag without its quotes; null where there is none. */
export function readTag(text: string | null | undefined): string | null {
  return text?.replace(/^"|"$/g, '') || null;
}

/** `<Error><Code>…` of a refused request, or of a key that DeleteObjects could not remove; null where there is none. */
export function readErrorCode(xml: string): string | null {
  const [error] = blocksOf(xml, 'Error');
  return error === undefined ? null : textOf(error, 'Code');
}

/** The region that an error names as the right one; null where it names none. */
export function readErrorRegion(xml: string): string | null {
  const [error] = blocksOf(xml, 'Error');
  return error === undefined ? null : textOf(error, 'Region');
}

export function writeDeletion(keys: readonly string[]): string {
  const objects = keys.map((key) => `<Object><Key>${escapeXml(key)}</Key></Object>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Quiet>true</Quiet>${objects}</Delete>`;
}

/** Says what is wrong and what to do about it. */
export function explainRefusal(refusal: S3Refusal, options: S3Options): string {
  const { status, code, region } = refusal;
  const where = describeS3(options);
  const isElsewhere = region !== null && region !== options.region;
  switch (code) {
    case 'NoSuchBucket':
      return `The bucket ${options.bucket} does not exist. Make it, or correct ROSTRUM_MEDIA_STORE (${where}).`;
    case 'InvalidAccessKeyId':
      return `The store of ${where} does not know AWS_ACCESS_KEY_ID.`;
    case 'SignatureDoesNotMatch':
      return `AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, says the store of ${where}.`;
    case 'ExpiredToken':
    case 'InvalidToken':
      return `AWS_SESSION_TOKEN is not valid, or no longer, says the store of ${where}.`;
    case 'RequestTimeTooSkewed':
      return `The clock of this machine is too wrong for the store of ${where}: correct it.`;
    case 'AccessDenied':
    case 'AllAccessDisabled':
      return `${where} may not be used with these credentials: they need s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject and s3:DeleteObject on ${options.prefix}*.`;
  }
  if (isElsewhere) {
    return `The bucket ${options.bucket} is in another region: set AWS_REGION=${region} (it is ${options.region}).`;
  }
  if (status === 301 || status === 307 || code === 'AuthorizationHeaderMalformed') {
    return `The bucket ${options.bucket} is in another region or at another endpoint: set AWS_REGION (it is ${options.region}) or AWS_ENDPOINT_URL_S3.`;
  }
  return `The store of ${where} refuses what it is asked for: ${status} ${code}`.trim();
}

/** The insides of all elements with a name. The answers that are read here do not nest an element in one of its name. */
function blocksOf(xml: string, name: string): string[] {
  const blocks: string[] = [];
  const [open, close] = [`<${name}>`, `</${name}>`];
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const end = xml.indexOf(close, at);
    if (end < 0) break;
    blocks.push(xml.slice(at + open.length, end));
    at = end;
  }
  return blocks;
}

function textOf(xml: string, name: string): string | null {
  const [text] = blocksOf(xml, name);
  return text === undefined ? null : unescapeXml(text);
}

const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w{2,4}));/gi, (whole, dec, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
