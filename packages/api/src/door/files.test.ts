import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { encodeKsV2 } from '../ks/ks-v2.ts';
import {
  type DoorForTests,
  MAX_FILE_BYTES,
  openDoor,
  PARTNER_ID,
  SECRET,
} from './door-for-tests.ts';
import { UploadFolder } from './upload-folder.ts';

let folder = '';
let uploads = '';
let kept = '';
let door: DoorForTests;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-door-'));
  uploads = join(folder, 'incoming');
  kept = join(folder, 'kept');
  await mkdir(kept);
  door = await openDoor(uploads, kept);
});
afterAll(async () => {
  await door.app.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  expect(await readdir(uploads)).toEqual([]);
});

const sign = (privileges: { name: string; value: string }[] = []) =>
  encodeKsV2(
    { partnerId: PARTNER_ID, userId: 'u', type: 0, expiresAtSeconds: 4_000_000_000, privileges },
    SECRET,
  );
const ks = sign();

// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests are about
async function post(path: string, body: FormData | Buffer, contentType?: string): Promise<any> {
  const response = await fetch(`${door.address}${path}`, {
    method: 'POST',
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : body,
    ...(contentType && { headers: { 'content-type': contentType } }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

function form(parts: readonly (readonly [string, string | Blob, string?])[]): FormData {
  const data = new FormData();
  for (const [name, value, fileName] of parts) {
    if (value instanceof Blob) data.append(name, value, fileName);
    else data.append(name, value);
  }
  return data;
}

const DESCRIBE = '/api_v3/service/files/action/describe/format/1';

test('a file arrives under the name of its parameter, with the fields beside it', async () => {
  const file = new Blob(['hello'], { type: 'text/plain' });
  const answer = await post(
    DESCRIBE,
    form([
      ['ks', ks],
      ['note', 'n'],
      ['fileData', file, '../slides.txt'],
    ]),
  );
  expect(JSON.parse(answer)).toEqual({
    fileName: 'slides.txt',
    contentType: 'text/plain',
    sizeBytes: 5,
    note: 'n',
    content: 'hello',
  });
});

test('a field json is the body; a query beside it wins', async () => {
  const json = JSON.stringify({ ks, note: 'from the body', format: 2 });
  const answer = await post(
    `${DESCRIBE}?note=from+the+query`,
    form([
      ['json', json],
      ['ignored', 'x'],
      ['fileData', new Blob(['hello'])],
    ]),
  );
  expect(JSON.parse(answer).note).toBe('from the query');
});

test('what node sends: a line break before the first boundary, none after the last', async () => {
  const boundary = '---------------------------0.028827199233610212';
  const body =
    `\r\n--${boundary}\r\nContent-Disposition: form-data; name="json"\r\n\r\n${JSON.stringify({ ks, format: 1 })}` +
    `\r\n--${boundary}\r\nContent-Disposition: form-data; name="fileData"; filename="chunk"\r\n` +
    `Content-Type: application/octet-stream\r\n\r\nhi\r\n--${boundary}--`;
  const answer = await post(
    '/api_v3/service/files/action/describe',
    Buffer.from(body),
    `multipart/form-data; boundary=${boundary}`,
  );
  expect(JSON.parse(answer)).toMatchObject({ content: 'hi', sizeBytes: 2, fileName: 'chunk' });
});

test('what the browser’s client sends: texts in the query, the file and its name in the form', async () => {
  const answer = await post(
    `/api_v3/service/files/action/describe?format=1&clientTag=ajax&ks=${ks}&note=a+chunk`,
    form([
      ['fileName', 'whole.mp4'],
      ['fileData', new Blob(['hi'])],
    ]),
  );
  expect(JSON.parse(answer)).toMatchObject({ content: 'hi', fileName: 'blob', note: 'a chunk' });
});

test('every call of a multirequest has its own files', async () => {
  const call = { service: 'files', action: 'describe' };
  const answer = await post(
    '/api_v3/service/multirequest',
    form([
      ['json', JSON.stringify({ format: 1, ks, 1: call, 2: call, 3: call })],
      ['1:fileData', new Blob(['one'])],
      ['2:fileData', new Blob(['two'])],
    ]),
  );
  const [one, two, none] = answer;
  expect(JSON.parse(one).content).toBe('one');
  expect(JSON.parse(two).content).toBe('two');
  expect(none.code).toBe('MISSING_MANDATORY_PARAMETER');
});

test('a call of a multirequest that may not have its file fails for itself', async () => {
  const call = { service: 'files', action: 'describe' };
  const calls = { 1: { ...call, action: 'nothing' }, 2: { ...call, ks: 'x' }, 3: { ...call, ks } };
  const file = new Blob(['mine']);
  const [none, refused, described] = await post(
    '/api_v3/service/multirequest',
    form([
      ['json', JSON.stringify({ format: 1, ...calls })],
      ['1:fileData', file],
      ['2:fileData', file],
      ['2:fileData:more', file],
      ['3:fileData', file],
    ]),
  );
  expect(none.code).toBe('ACTION_DOES_NOT_EXISTS');
  expect(refused.code).toBe('INVALID_KS');
  expect(JSON.parse(described).content).toBe('mine');
});

test('what the action moves away stays, and nothing else', async () => {
  const parts = [
    ['ks', ks],
    ['name', 'moved'],
    ['fileData', new Blob(['mine'])],
  ] as const;
  expect(await post('/api_v3/service/files/action/keep/format/1', form(parts))).toBeNull();
  expect(await readFile(join(kept, 'moved'), 'utf8')).toBe('mine');
});

test('a call that fails leaves nothing behind', async () => {
  const parts = [
    ['ks', ks],
    ['fileData', new Blob(['x'])],
  ] as const;
  const answer = await post('/api_v3/service/files/action/fail/format/1', form(parts));
  expect(answer.code).toBe('INTERNAL_SERVERL_ERROR');
});

test('a file may have as many bytes as its parameter says, and not one more', async () => {
  const send = (sizeBytes: number) =>
    post(
      DESCRIBE,
      form([
        ['ks', ks],
        ['fileData', new Blob([Buffer.alloc(sizeBytes)])],
      ]),
    );
  expect(JSON.parse(await send(MAX_FILE_BYTES)).sizeBytes).toBe(MAX_FILE_BYTES);
  expect(await send(MAX_FILE_BYTES + 1)).toMatchObject({
    code: 'FILE_SIZE_EXCEEDED',
    args: { FILE_SIZE: String(MAX_FILE_BYTES) },
  });
  // Far more than the sockets hold between them: the client still hears why.
  expect((await send(8_000_000)).code).toBe('FILE_SIZE_EXCEEDED');
});

test.each([
  ['no session', [], 'MISSING_KS'],
  ['a session that does not hold', [['ks', 'x']], 'INVALID_KS'],
  ['a session that comes too late', [], 'MISSING_KS', [['ks', ks]]],
  ['a session that may not', [['ks', sign([{ name: 'widget', value: '1' }])]], 'SERVICE_FORBIDDEN'],
] as const)(
  'with %s no file is taken',
  async (_what, before, code, after: readonly (readonly [string, string])[] = []) => {
    const file = ['fileData', new Blob(['x'])] as const;
    expect((await post(DESCRIBE, form([...before, file, ...after]))).code).toBe(code);
  },
);

test('a file that no parameter asks for is read over', async () => {
  const file = new Blob([Buffer.alloc(MAX_FILE_BYTES * 2)]);
  const answer = await post(
    DESCRIBE,
    form([
      ['ks', ks],
      ['note', file],
      ['other', file],
      ['1:fileData', file],
      ['fileData', new Blob(['mine'])],
    ]),
  );
  expect(JSON.parse(answer)).toMatchObject({ content: 'mine', note: '' });
});

test('a text where a file belongs, and a missing file, are refused', async () => {
  expect(
    await post(
      DESCRIBE,
      form([
        ['ks', ks],
        ['fileData', 'text'],
      ]),
    ),
  ).toMatchObject({
    code: 'PROPERTY_VALIDATION_WRONG_FORMAT',
  });
  expect(await post(DESCRIBE, form([['ks', ks]]))).toMatchObject({
    code: 'MISSING_MANDATORY_PARAMETER',
    args: { PARAM_NAME: 'fileData' },
  });
});

test.each([
  ['thousands of fields', Array.from({ length: 5000 }, (_, index) => [`f${index}`, 'x'] as const)],
  ['many files', Array.from({ length: 100 }, () => ['fileData', new Blob(['x'])] as const)],
  [
    'a megabyte of text',
    [
      ['a', 'x'.repeat(600_000)],
      ['b', 'x'.repeat(600_000)],
    ],
  ],
  ['one field of more than a megabyte', [['a', 'x'.repeat(1_100_000)]]],
] as const)('%s are too much', async (_what, parts) => {
  expect((await post(DESCRIBE, form([['ks', ks], ...parts]))).code).toBe('REQUEST_TOO_LARGE');
});

const HEAD = '--b\r\nContent-Disposition: form-data; name="ks"\r\n\r\n';
const FILE_PART = `${HEAD}${ks}\r\n--b\r\nContent-Disposition: form-data; name="fileData"; filename="f"\r\n\r\n`;

test.each([
  ['ends in a file', `${FILE_PART}half of it`],
  ['ends in a field', HEAD],
  ['ends in the header of a part', '--b\r\nContent-Disposition: form'],
  ['ends before the first part', 'nothing'],
  ['is empty', ''],
])('a form that %s is broken', async (_what, body) => {
  const answer = await post(DESCRIBE, Buffer.from(body), 'multipart/form-data; boundary=b');
  expect(answer.code).toBe('MALFORMED_REQUEST');
});

test.each([
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'b'.repeat(300)}`,
])('%s is no usable content type', async (contentType) => {
  const answer = await post(DESCRIBE, Buffer.from(`${FILE_PART}x\r\n--b--`), contentType);
  expect(answer.code).toBe('MALFORMED_REQUEST');
});

test('a client that goes in the middle of a file leaves nothing behind', async () => {
  const socket = connect(Number(new URL(door.address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    `POST ${DESCRIBE} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n` +
      `Content-Length: 100000\r\n\r\n${FILE_PART}half of it`,
  );
  await until(async () => (await readdir(uploads)).length === 1);
  socket.destroy();
  await until(async () => (await readdir(uploads)).length === 0);
});

test('the folder is for its owner only, and emptied at the start', async () => {
  const path = join(folder, 'used');
  await mkdir(join(path, 'old'), { recursive: true });
  await chmod(path, 0o755);
  await writeFile(join(path, 'old', 'file'), 'x');
  await UploadFolder.open(path);
  expect(await readdir(path)).toEqual([]);
  expect((await stat(path)).mode & 0o777).toBe(0o700);
});

test('more requests with files than the folder takes are told to try again', async () => {
  const own = await UploadFolder.open(join(folder, 'busy'));
  const batches = Array.from({ length: 100 }, () => own.openBatch());
  expect(() => own.openBatch()).toThrow('try again');
  await batches[0]?.close();
  await own.openBatch().close();
});

const SERVE = '/api_v3/service/files/action/serve';

test.each([0, 3])('an action may answer a file (%i chunks)', async (chunks) => {
  const response = await fetch(`${door.address}${SERVE}/sizeBytes/1000/chunks/${chunks}`);
  expect(response.status).toBe(200);
  expect((await response.arrayBuffer()).byteLength).toBe(1000 * (chunks || 1));
  const { headers } = response;
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(
    `inline; filename="Gr__e _1_.html"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.html`,
  );
  expect(headers.get('cache-control')).toBe('private, max-age=60');
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test('HEAD answers the same headers without the file', async () => {
  for (const chunks of [0, 3]) {
    const url = `${door.address}${SERVE}/sizeBytes/1000/chunks/${chunks}`;
    const response = await fetch(url, { method: 'HEAD' });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('');
  }
});

test.each([
  ['sizeBytes/0', 'error-ENTRY_ID_NOT_FOUND'],
  ['ks/x', 'error-INVALID_KS'],
  ['', 'error-MISSING_MANDATORY_PARAMETER'],
])('its errors are headers: %s -> %s', async (path, error) => {
  const response = await fetch(`${door.address}${SERVE}/${path}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-kaltura')).toBe(error);
  expect(response.headers.get('x-kaltura-app')).not.toBeNull();
  expect(await response.text()).toBe('');
});

test('an answer that cannot be sent ends the connection and stands in the log', async () => {
  const url = `${door.address}${SERVE}/sizeBytes/1?contentType=${encodeURIComponent('a\nb')}`;
  await expect(fetch(url)).rejects.toThrow('fetch failed');
  const message = 'an answer of the API could not be sent';
  expect(door.log.lines.at(-1)).toMatchObject({ level: 'error', message });
});

test('in a multirequest the answer is the file, and its error an error among others', async () => {
  const serve = (sizeBytes: number) => ({ service: 'files', action: 'serve', sizeBytes });
  const send = (calls: object) =>
    fetch(`${door.address}/api_v3/service/multirequest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 1, ...calls }),
    });
  expect(await (await send({ 1: serve(0), 2: serve(7) })).text()).toBe('xxxxxxx');
  expect(await (await send({ 1: serve(0) })).json()).toMatchObject([
    { code: 'ENTRY_ID_NOT_FOUND' },
  ]);
});

test('HTTP/2 carries all of it too', async () => {
  const app = Fastify({ http2: true }) as unknown as FastifyInstance;
  const second = await openDoor(join(folder, 'http2'), kept, app);
  const session = connectHttp2(second.address);
  const send = async (path: string, body: string, contentType: string) => {
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': contentType,
    });
    const response = once(stream, 'response');
    stream.end(body);
    const [headers] = await response;
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    return { headers, text: Buffer.concat(chunks).toString() };
  };
  try {
    const multipart = 'multipart/form-data; boundary=b';
    const described = await send(DESCRIBE, `${FILE_PART}hello\r\n--b--`, multipart);
    expect(described.headers[':status']).toBe(200);
    expect(JSON.parse(JSON.parse(described.text)).content).toBe('hello');
    const served = await send(SERVE, '{"sizeBytes":3,"chunks":2}', 'application/json');
    expect(served.text).toBe('xxxxxx');
    const tooLarge = await send(SERVE, 'x'.repeat(20_000_000), 'application/json');
    expect(tooLarge.text).toContain('REQUEST_TOO_LARGE');
  } finally {
    session.close();
    await app.close();
  }
});

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setImmediate(resolve));
}
