import { beforeEach, expect, test } from 'vitest';
import { MediaAway } from '../../package/media-away.ts';
import { openRecordingLog } from '../testing/recording-log.ts';
import { toStore } from './file-to-store.ts';
import type { DistantStore, TakeName } from './take-store.ts';
import { WatchedStore } from './watched-store.ts';

const TAKE: TakeName = { webcastId: '0_abcd1234', generation: 'k3f9aa00bb11' };
const FILE = toStore(Buffer.from('x'));

let nowMs = 0;
let asked = 0;
let trouble: { reading: string | null; writing: string | null };
let log: ReturnType<typeof openRecordingLog>;
let store: WatchedStore;
let timesUsable: number;

const fail = (message: string | null) => {
  asked += 1;
  if (message !== null) throw new MediaAway(message);
};

const DRIVER: DistantStore = {
  address: 's3://bucket',
  async put() {
    fail(trouble.writing);
    return { sizeBytes: 1, tag: null };
  },
  async read() {
    fail(trouble.reading);
    return new Uint8Array(1);
  },
  async list() {
    fail(trouble.writing);
    return new Map();
  },
  takes() {
    throw new Error('not expected');
  },
  async sinceMs() {
    throw new Error('not expected');
  },
  async remove() {
    fail(trouble.writing);
  },
  close() {},
};

const read = () => store.read(TAKE, 'a.m4s').then(() => 'read', String);
const put = () => store.put(TAKE, 'a.m4s', FILE).then(() => 'put', String);

beforeEach(() => {
  nowMs = 0;
  asked = 0;
  trouble = { reading: null, writing: null };
  log = openRecordingLog();
  timesUsable = 0;
  const onUsable = () => {
    timesUsable += 1;
  };
  store = new WatchedStore({ store: DRIVER, log, onUsable, nowMs: () => nowMs });
});

test('who reads from a store that is away hears so at once, but for one every two seconds', async () => {
  trouble.reading = 'it is away';
  for (let viewer = 0; viewer < 50; viewer++) expect(await read()).toMatch('it is away');
  expect(asked).toBe(1);
  nowMs = 2001;
  const answers = await Promise.all(Array.from({ length: 50 }, read));
  expect(answers.every((answer) => answer.includes('it is away'))).toBe(true);
  expect(asked).toBe(2);
  trouble.reading = null;
  nowMs = 4003;
  expect(await read()).toBe('read');
  expect(await Promise.all(Array.from({ length: 50 }, read))).not.toContain('it is away');
  expect(asked).toBe(53);
});

test('the log hears of changes', async () => {
  trouble.reading = 'it is away';
  trouble.writing = 'it is away';
  expect(store.problem).toBeNull();
  for (nowMs = 0; nowMs < 20_000; nowMs += 500) {
    await read();
    await put();
  }
  expect(log.entries).toEqual([{ level: 'error', message: 'it is away' }]);
  trouble = { reading: null, writing: 'the bucket is full' };
  for (; nowMs < 40_000; nowMs += 500) {
    await read();
    await put();
  }
  expect(store.problem).toBe('the bucket is full');
  trouble.writing = null;
  await put();
  expect(store.problem).toBeNull();
  expect(log.entries.map(({ message }) => message)).toEqual([
    'it is away',
    'the bucket is full',
    'the media store can be used again',
  ]);
});

test('a store that can not be written is read all the same', async () => {
  trouble.writing = 'the bucket is full';
  expect(await put()).toMatch('the bucket is full');
  expect(await read()).toBe('read');
  expect(await put()).toMatch('the bucket is full');
  expect(asked).toBe(3);
});

test('a store that nobody asks is asked again after a problem', async () => {
  trouble = { reading: 'it is away', writing: null };
  await store.lookAgain();
  expect(asked).toBe(0);
  await read();
  nowMs = 3000;
  await store.lookAgain();
  expect(store.problem).toBe('it is away');
  trouble.reading = null;
  nowMs = 6000;
  await store.lookAgain();
  expect(store.problem).toBeNull();
  trouble.writing = 'it is away';
  await store.list(TAKE).catch(() => undefined);
  trouble.writing = null;
  await store.lookAgain();
  expect(store.problem).toBeNull();
  expect(timesUsable).toBe(2);
});
