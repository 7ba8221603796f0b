/** A place in a bucket, and what to sign requests with. */
export type S3Options = {
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

/** `s3://bucket/prefix`, for logs. */
export function describeS3({ bucket, prefix }: Pick<S3Options, 'bucket' | 'prefix'>): string {
  return `s3://${bucket}/${prefix}`.replace(/\/$/, '');
}

/** The address that all keys of a bucket are appended to; it ends with a slash. */
export function bucketUrl({ bucket, region, endpoint, addressing }: S3Options): string {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const base = new URL(endpoint ?? `https://s3.${region}.${domain}`);
  const path = base.pathname.replace(/\/*$/, '/');
  return addressing === 'path'
    ? `${base.protocol}//${base.host}${path}${bucket}/`
    : `${base.protocol}//${bucket}.${base.host}${path}`;
}
