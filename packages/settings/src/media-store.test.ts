import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'top-secret' };
const read = (store: string, env: Record<string, string> = {}) =>
  readSettings({ ROSTRUM_MEDIA_STORE: store, AWS_REGION: 'eu-central-1', ...KEYS, ...env }, null)
    .settings.mediaStore;

describe('ROSTRUM_MEDIA_STORE', () => {
  it('is a bucket and a prefix; the rest is what every S3 tool reads', () => {
    expect(read('s3://my-bucket/live/recordings')).toEqual({
      bucket: 'my-bucket',
      prefix: 'live/recordings/',
      region: 'eu-central-1',
      endpoint: null,
      addressing: 'host',
      accessKeyId: 'id',
      secretAccessKey: 'top-secret',
      sessionToken: null,
    });
    expect(read('s3://my-bucket', { AWS_SESSION_TOKEN: 'temporary' })).toMatchObject({
      prefix: '',
      sessionToken: 'temporary',
    });
    const file = { media_store: 's3://of-the-file' };
    const { settings } = readSettings({ ...KEYS, AWS_DEFAULT_REGION: 'eu-west-1' }, file);
    expect(settings.mediaStore).toMatchObject({ bucket: 'of-the-file', region: 'eu-west-1' });
  });

  it('is not set by itself', () => {
    expect(readSettings(KEYS, null).settings.mediaStore).toBeNull();
  });

  it.each([
    [{ AWS_ENDPOINT_URL_S3: 'http://minio:9000/' }, 'http://minio:9000', 'path'],
    [{ AWS_ENDPOINT_URL: 'https://x.example/s3' }, 'https://x.example/s3', 'path'],
    [
      { AWS_ENDPOINT_URL: 'https://x.example', AWS_ENDPOINT_URL_S3: 'https://y.example' },
      'https://y.example',
      'path',
    ],
  ])('with the endpoint of %j', (env, endpoint, addressing) => {
    expect(read('s3://my-bucket/', env)).toMatchObject({ endpoint, addressing });
  });

  it('names the bucket in the host’s name or in the path, as it is told or as usual', () => {
    expect(read('s3://my.bucket/x')?.addressing).toBe('path');
    expect(read('s3://my.bucket/x?addressing=host')?.addressing).toBe('host');
    expect(read('s3://my-bucket?addressing=path')?.addressing).toBe('path');
    const endpoint = { AWS_ENDPOINT_URL_S3: 'https://s3.example' };
    expect(read('s3://my-bucket/a?addressing=host', endpoint)?.addressing).toBe('host');
  });

  it.each([
    ['folder/recordings', {}, /form s3:\/\/bucket\/prefix.*got "folder/],
    ['s3://', {}, /form s3/],
    ['s3://b', {}, /form s3/],
    ['s3://my-bucket/a//b', {}, /form s3/],
    ['s3://my-bucket/../b', {}, /form s3/],
    ['s3://my-bucket/a b', {}, /form s3/],
    ['s3://my-bucket/a?addressing=x', {}, /form s3/],
    ['s3://my-bucket', { AWS_ACCESS_KEY_ID: '' }, /needs AWS_ACCESS_KEY_ID/],
    ['s3://my-bucket', { AWS_SECRET_ACCESS_KEY: '' }, /needs AWS_ACCESS_KEY_ID/],
    ['s3://my-bucket', { AWS_REGION: '' }, /needs AWS_REGION/],
    ['s3://my-bucket', { AWS_REGION: 'Europe!' }, /got "Europe!"/],
    ['s3://my-bucket', { AWS_ENDPOINT_URL: 'minio:9000' }, /must be an address like/],
  ])('%s with %j is refused in words, and no secret is shown', (store, env, message) => {
    expect(() => read(store, env)).toThrow(message);
    expect(() => read(store, env)).not.toThrow('top-secret');
  });
});
