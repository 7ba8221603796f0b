import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaAway } from '../../../package/media-away.ts';
import { toStore } from '../file-to-store.ts';
import type { TakeName } from '../take-store.ts';
import { S3ServerForTests } from '../testing/s3-server.ts';

import { S3Refused } from './s3-client.ts';
import { bucketUrl, type S3Options } from './s3-options.ts';
import { S3TakeStore } from './s3-take-store.ts';

const TAKE: TakeName = { webcastId: '0_abcd1234', generation: 'k3f9aa00bb11' };
const BYTES = Buffer.from('some media, '.repeat(100));

describe('a bucket', () => {
  let server: S3ServerForTests;
  const open = (changes: Partial<S3Options> = {}) => new S3TakeStore(server.options(changes));

  beforeEach(async () => {
    server = await S3ServerForTests.open();
  });
  afterEach(() => server.close());

  test('that can be used passes the check, and keeps nothing of it', async () => {
    await open().check();
    expect(server.keys()).toEqual([]);
  });

  test.each([
    [{ bucket: 'nonesuch' }, /bucket nonesuch does not exist/],
    [{ secretAccessKey: 'wrong' }, /AWS_SECRET_ACCESS_KEY does not belong/],
    [{ accessKeyId: 'NOBODY' }, /does not know AWS_ACCESS_KEY_ID/],
  ])('is refused in words: %j', async (changes, message) => {
    const checked = open(changes).check();
    await expect(checked).rejects.toThrow(message);
    await expect(checked).rejects.toBeInstanceOf(S3Refused);
    await expect(open(changes).read(TAKE, 'journal.ndjson')).rejects.toThrow(message);
  });

  test('has room for others under other prefixes', async () => {
    const [a, b] = [open({ prefix: 'one/' }), open({ prefix: 'two/' })];
    await a.put(TAKE, 'journal.ndjson', toStore(BYTES));
    expect(await b.read(TAKE, 'journal.ndjson')).toBeNull();
    expect((await b.list(TAKE)).size).toBe(0);
    await b.put(TAKE, 'journal.ndjson', toStore(BYTES));
    await a.remove(TAKE);
    expect(server.keys()).toEqual([`two/${TAKE.webcastId}.${TAKE.generation}/journal.ndjson`]);
    expect(await open({ prefix: '' }).read(TAKE, 'journal.ndjson')).toBeNull();
  });

  test('says by its tags what it has', async () => {
    const file = toStore(BYTES);
    const put = await open().put(TAKE, 'video-k3f9-0.m4s', file);
    expect(put).toEqual({ sizeBytes: BYTES.length, tag: file.md5 });
    await expect
      .poll(async () => (await open().list(TAKE)).get('video-k3f9-0.m4s'))
      .toEqual({ sizeBytes: BYTES.length, tag: file.md5 });
  });

  test('that stumbles is asked again; one that is away is away', async () => {
    await open().put(TAKE, 'journal.ndjson', toStore(BYTES));
    let cuts = 1;
    server.admit = () => cuts-- <= 0;
    expect(await open().read(TAKE, 'journal.ndjson')).toHaveLength(BYTES.length);
    server.isOpen = false;
    const reading = open().read(TAKE, 'journal.ndjson');
    await expect(reading).rejects.toBeInstanceOf(MediaAway);
    await expect(reading).rejects.not.toBeInstanceOf(S3Refused);
    await expect(reading).rejects.toThrow(/s3:\/\/recordings\/a\/b at http.* can't be reached/);
  });

  test.each(['127.0.0.1', 'localhost', 'nonesuch.invalid'])(
    'at %s where nobody listens is away, with the reason',
    async (host) => {
      const reading = open({ endpoint: `http://${host}:1` }).read(TAKE, 'journal.ndjson');
      await expect(reading).rejects.toThrow(
        /can't be reached: .*(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN)/,
      );
    },
  );

  test('gets nothing of a file that can not be read', async () => {
    const file = { ...toStore(BYTES), content: `${server.directory}/nothing` };
    await expect(open().put(TAKE, 'journal.ndjson', file)).rejects.toThrow(/ENOENT/);
  });
});

/** A server that answers what it is told to, for what s3rver does not do. */
describe('an answer of S3', () => {
  let server: Server;
  let answers: { status: number; headers?: IncomingHttpHeaders; body?: string }[] = [];
  let asked: { target: string; headers: IncomingHttpHeaders }[] = [];
  const options = (changes: Partial<S3Options> = {}): S3Options => ({
    ...{ bucket: 'bucket', prefix: 'p/', region: 'us-east-1', addressing: 'path' },
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ accessKeyId: 'key', secretAccessKey: 'secret', sessionToken: null },
    ...changes,
  });

  beforeEach(async () => {
    answers = [];
    asked = [];
    server = createServer((request, answer) => {
      asked.push({ target: request.url ?? '', headers: request.headers });
      const { status, headers = {}, body = '' } = answers.shift() ?? { status: 500 };
      answer.writeHead(status, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const error = (code: string, more = '') =>
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message>${more}</Error>`;

  test.each([
    [
      301,
      error('PermanentRedirect'),
      { 'x-amz-bucket-region': 'eu-central-1' },
      /AWS_REGION=eu-central-1 \(it is us-east-1\)/,
    ],
    [
      400,
      error('AuthorizationHeaderMalformed', '<Region>ap-south-1</Region>'),
      {},
      /AWS_REGION=ap-south-1/,
    ],
    [403, error('AccessDenied'), {}, /s3:PutObject and s3:DeleteObject on p\/\*/],
    [403, error('RequestTimeTooSkewed'), {}, /clock of this machine/],
    [403, error('ExpiredToken'), {}, /AWS_SESSION_TOKEN/],
    [301, '', {}, /another region or at another endpoint/],
    [418, 'not XML <Error', {}, /418/],
  ])('%i %s is explained', async (status, body, headers, message) => {
    answers = [{ status, body, headers }];
    await expect(new S3TakeStore(options()).check()).rejects.toThrow(message);
  });

  test('of several pages is read to its end', async () => {
    const page = (names: readonly string[], next: string | null) => ({
      status: 200,
      body: `<ListBucketResult><Prefix>p/</Prefix><IsTruncated>${next !== null}</IsTruncated>${names
        .map(
          (name) =>
            `<Contents><Key>p/0_abcd1234.k3f9aa00bb11/${name}</Key><Size>7</Size><ETag>&quot;${name}&quot;</ETag></Contents>`,
        )
        .join(
          '',
        )}${next === null ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}</ListBucketResult>`,
    });
    answers = [page(['a', 'b'], '1+/=&amp;x'), page(['c'], null)];
    const found = await new S3TakeStore(options()).list(TAKE);
    expect([...found]).toEqual(['a', 'b', 'c'].map((name) => [name, { sizeBytes: 7, tag: name }]));
    expect(new URL(asked[1]?.target ?? '', 'http://x').searchParams.get('continuation-token')).toBe(
      '1+/=&x',
    );
  });

  test('with takes in it has those whose names are takes', async () => {
    const prefixes = ['0_abcd1234.k3f9aa00bb11', 'notes', '0_abcd1234.short', '.k3f9aa00bb11'];
    answers = [
      {
        status: 200,
        body: `<ListBucketResult>${prefixes.map((each) => `<CommonPrefixes><Prefix>p/${each}/</Prefix></CommonPrefixes>`).join('')}</ListBucketResult>`,
      },
    ];
    const found: TakeName[] = [];
    for await (const take of new S3TakeStore(options()).takes(null)) found.push(take);
    expect(found).toEqual([TAKE]);
  });

  test('that gives more than was asked for is not taken', async () => {
    answers = Array.from({ length: 3 }, () => ({ status: 206, body: 'x'.repeat(20_000) }));
    const reading = new S3TakeStore(options()).read(TAKE, 'a.m4s', { start: 0, end: 10 });
    await expect(reading).rejects.toThrow(/longer than/);
    answers = [{ status: 200, body: 'whole' }];
    const whole = new S3TakeStore(options()).read(TAKE, 'a.m4s', { start: 0, end: 10 });
    await expect(whole).rejects.toThrow(/does not give parts/);
  });

  test('that says that a key stays is believed, and a list that never gets empty ends', async () => {
    const list = {
      status: 200,
      body: '<ListBucketResult><Contents><Key>p/0_abcd1234.k3f9aa00bb11/a</Key><Size>7</Size></Contents></ListBucketResult>',
    };
    answers = [{ status: 204 }, list, { status: 200, body: error('AccessDenied') }];
    await expect(new S3TakeStore(options()).remove(TAKE)).rejects.toThrow(/AccessDenied/);
    answers = [{ status: 204 }, list, { status: 200, body: '' }, list];
    await expect(new S3TakeStore(options()).remove(TAKE)).rejects.toThrow(/does not remove/);
  });

  test('of trouble is waited out', async () => {
    answers = [
      { status: 503, body: error('SlowDown') },
      { status: 200, body: 'bytes' },
    ];
    expect(await new S3TakeStore(options()).read(TAKE, 'a.mp4')).toEqual(Buffer.from('bytes'));
    answers = Array.from({ length: 3 }, () => ({ status: 503 }));
    await expect(new S3TakeStore(options()).read(TAKE, 'a.mp4')).rejects.toThrow('it answers 503');
  });

  test('is asked for with the token of temporary credentials', async () => {
    answers = [{ status: 404 }];
    await new S3TakeStore(options({ sessionToken: 'temporary' })).read(TAKE, 'a.mp4');
    expect(asked[0]?.headers['x-amz-security-token']).toBe('temporary');
    expect(asked[0]?.headers.authorization).toMatch(/SignedHeaders=[^,]*x-amz-security-token/);
  });
});

test.each([
  [{}, 'https://bucket.s3.eu-central-1.amazonaws.com/'],
  [{ addressing: 'path' }, 'https://s3.eu-central-1.amazonaws.com/bucket/'],
  [{ region: 'cn-north-1' }, 'https://bucket.s3.cn-north-1.amazonaws.com.cn/'],
  [{ endpoint: 'https://minio.example:9000' }, 'https://bucket.minio.example:9000/'],
  [{ endpoint: 'http://minio:9000/', addressing: 'path' }, 'http://minio:9000/bucket/'],
  [{ endpoint: 'https://x.example/s3', addressing: 'path' }, 'https://x.example/s3/bucket/'],
] as const)('the address of a bucket: %j is %s', (changes, url) => {
  const options: S3Options = {
    ...{ bucket: 'bucket', prefix: '', region: 'eu-central-1', endpoint: null },
    ...{ addressing: 'host', accessKeyId: 'a', secretAccessKey: 'b', sessionToken: null },
    ...changes,
  };
  expect(bucketUrl(options)).toBe(url);
});
