import { existsSync, readFileSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedTake } from '../../package/recorded-take.ts';
import { KeptTakes } from '../kept-takes.ts';
import { openRecordingLog } from '../testing/recording-log.ts';
import { S3TakeStore } from './s3/s3-take-store.ts';
import type { TakeName } from './take-store.ts';
import { isForFile, S3ServerForTests } from './testing/s3-server.ts';
import { makeTake, openFolder } from './testing/sample-takes.ts';
import { WatchedStore } from './watched-store.ts';

const PAUSES_MS = { first: 20, longest: 100 };
const [A, B] = [{ generation: 'aaaaaaaaaaaa' }, { generation: 'bbbbbbbbbbbb' }];

let server: S3ServerForTests;
let shelf: string;
let log: ReturnType<typeof openRecordingLog>;
let kept: KeptTakes;
let store: WatchedStore;

const folderOf = ({ webcastId, generation }: TakeName) => join(shelf, webcastId, generation);
const gone = (take: TakeName) =>
  expect.poll(() => existsSync(folderOf(take)), { interval: 5, timeout: 10_000 }).toBe(false);
const keysOf = ({ webcastId, generation }: TakeName) =>
  server.keys().filter((key) => key.startsWith(`a/b/${webcastId}.${generation}/`));
const puts = () => server.seen.filter(({ method }) => method === 'PUT');
const msnsOf = (take: RecordedTake | null) =>
  [...(take?.tracks.values() ?? [])].map(({ segments }) => segments.map(({ msn }) => msn));

/** As a process that starts. */
function open(pausesMs = PAUSES_MS): KeptTakes {
  const driver = new S3TakeStore(server.options());
  const onUsable = () => opened.retryNow();
  store = new WatchedStore({ store: driver, log, onUsable });
  const opened: KeptTakes = new KeptTakes({ directory: shelf, log, store, pausesMs });
  return opened;
}

beforeEach(async () => {
  server = await S3ServerForTests.open();
  shelf = openFolder();
  log = openRecordingLog();
  kept = open();
});

afterEach(async () => {
  await kept.close();
  await server.close();
  rmSync(shelf, { recursive: true });
});

describe('a take', () => {
  test('moves into the store with its journal last, and plays from there as it did from here', async () => {
    const take = await makeTake(shelf, A);
    const before = await kept.find(take);
    const bytes = await kept.read(take, 'video-k3f9-2.m4s');
    kept.lookForNew();
    await gone(take);
    await expect.poll(() => existsSync(join(shelf, take.webcastId))).toBe(false);
    expect(puts().at(-1)?.path).toMatch(/journal\.ndjson$/);
    expect(keysOf(take)).toHaveLength(2 + 8 + 1);
    expect(await kept.find(take)).toEqual(before);
    expect(msnsOf(before)).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    expect(await kept.read(take, 'video-k3f9-2.m4s')).toEqual(bytes);
    const stretch = { start: 100, end: 900 };
    expect(await kept.read(take, 'video-k3f9-2.m4s', stretch)).toEqual(bytes?.subarray(100, 900));
    expect(await kept.read(take, 'journal.ndjson')).toBeNull();
    expect(kept.waiting).toEqual({ count: 0, oldestSinceMs: null });
  });

  test('plays at every moment of its move', async () => {
    const take = await makeTake(shelf, A, 6);
    const before = await kept.find(take);
    let looks = 0;
    server.admit = async (seen) => {
      if (seen.method === 'GET') return true;
      looks += 1;
      expect(await kept.find(take)).toEqual(before);
      expect(await kept.read(take, 'audio-k3f9-3.m4s')).not.toBeNull();
      return true;
    };
    kept.lookForNew();
    for (let isHere = true; isHere; isHere = existsSync(folderOf(take))) {
      expect(await kept.find(take)).toEqual(before);
      expect(await kept.read(take, 'video-k3f9-5.m4s')).not.toBeNull();
    }
    expect(looks).toBeGreaterThan(10);
    expect(await kept.find(take)).toEqual(before);
  });

  test('that was interrupted goes on with what is missing', async () => {
    const take = await makeTake(shelf, A, 10);
    let letIn = 7;
    server.admit = (seen) => seen.method !== 'PUT' || letIn-- > 0;
    kept.lookForNew();
    await expect.poll(() => kept.waiting?.count).toBe(1);
    await expect.poll(() => keysOf(take).length).toBe(7);
    await kept.close();
    // Half a file, as some servers leave it behind a connection that broke.
    const [first = ''] = keysOf(take);
    truncateSync(server.pathOf(first), 100);
    unlinkSync(`${server.pathOf(first)}.md5`);
    server.admit = () => true;
    server.seen.length = 0;
    kept = open();
    kept.lookForNew();
    await gone(take);
    expect(puts()).toHaveLength(23 - 7 + 1);
    expect(msnsOf(await kept.find(take))[0]).toHaveLength(10);
  });

  test('stays here while the store is away, and goes when it is back', async () => {
    const take = await makeTake(shelf, A);
    server.isOpen = false;
    kept.lookForNew();
    await expect.poll(() => log.entries.some(({ level }) => level === 'error')).toBe(true);
    expect(kept.waiting?.count).toBe(1);
    expect(kept.waiting?.oldestSinceMs).toBeLessThanOrEqual(Date.now());
    expect(msnsOf(await kept.find(take))[0]).toHaveLength(4);
    server.isOpen = true;
    await gone(take);
    // The change was told, not every try.
    expect(log.entries.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(log.entries.map(({ message }) => message)).toContain(
      'the media store can be used again',
    );
  });

  test('does not wait for the next try when the store is known to be back', async () => {
    const other = await makeTake(shelf, B);
    kept.lookForNew();
    await gone(other);
    await kept.close();
    kept = open({ first: 3_600_000, longest: 3_600_000 });
    const take = await makeTake(shelf, A);
    server.isOpen = false;
    kept.lookForNew();
    await expect.poll(() => log.entries.some(({ level }) => level === 'error')).toBe(true);
    await expect(kept.find(other)).rejects.toThrow(/can't be reached/);
    server.isOpen = true;
    // Here a viewer finds it back, and then who looks after it.
    await expect
      .poll(() => kept.find(other).then(Boolean, () => false), { timeout: 5000 })
      .toBe(true);
    await store.lookAgain();
    await gone(take);
  });

  test('stays here where the store has not kept what it was sent', async () => {
    const take = await makeTake(shelf, A);
    let isSpoiling = true;
    server.admit = ({ method }) => {
      const key = keysOf(take).find((each) => each.includes('video-k3f9-1'));
      if (isSpoiling && method === 'GET' && key !== undefined) {
        writeFileSync(server.pathOf(key), 'something else');
        unlinkSync(`${server.pathOf(key)}.md5`);
        if (puts().length > 10) isSpoiling = false;
      }
      return true;
    };
    kept.lookForNew();
    await gone(take);
    expect(isSpoiling).toBe(false);
    expect(puts().length).toBeGreaterThan(11);
    const first = await kept.read(take, 'video-k3f9-1.m4s');
    expect(first?.length).toBeGreaterThan(1000);
  });

  test('that can not be read stays, and keeps no other from the store', async () => {
    const [bad, good] = [await makeTake(shelf, A), await makeTake(shelf, B)];
    writeFileSync(join(folderOf(bad), 'journal.ndjson'), 'no journal\n');
    kept.lookForNew();
    await gone(good);
    expect(keysOf(bad)).toEqual([]);
    await expect
      .poll(() => log.entries.at(-1)?.message)
      .toMatch(/can not be read|in the media store/);
    expect(existsSync(join(folderOf(bad), 'video-k3f9-0.m4s'))).toBe(true);
  });

  test('that the store does not take keeps no other from it', async () => {
    const [bad, good] = [await makeTake(shelf, A), await makeTake(shelf, B)];
    server.admit = ({ path, method }) => !(method === 'PUT' && path.includes(bad.generation));
    kept.lookForNew();
    await gone(good);
    expect(existsSync(folderOf(bad))).toBe(true);
    server.admit = () => true;
    await gone(bad);
  });

  test('with damaged files plays the same from the store', async () => {
    const take = await makeTake(shelf, A, 8);
    truncateSync(join(folderOf(take), 'video-k3f9-2.m4s'), 50);
    unlinkSync(join(folderOf(take), 'audio-k3f9-5.m4s'));
    const before = await kept.find(take);
    expect(msnsOf(before)[0]).toEqual([0, 1, 3, 4, 6, 7]);
    kept.lookForNew();
    await gone(take);
    expect(await kept.find(take)).toEqual(before);
  });

  test('of which only a removal’s rest is here is not put into the store', async () => {
    const take = await makeTake(shelf, A);
    unlinkSync(join(folderOf(take), 'journal.ndjson'));
    kept.lookForNew();
    await gone(take);
    expect(server.keys()).toEqual([]);
  });
});

describe('the removal of a take', () => {
  test('leaves nothing of it in the store', async () => {
    const [take, other] = [await makeTake(shelf, A), await makeTake(shelf, B)];
    kept.lookForNew();
    await gone(take);
    await gone(other);
    await kept.read(take, 'video-k3f9-2.m4s', { start: 0, end: 1000 });
    await kept.remove(take);
    expect(keysOf(take)).toEqual([]);
    expect(keysOf(other)).toHaveLength(11);
    expect(await kept.find(take)).toBeNull();
    expect(await kept.read(take, 'video-k3f9-2.m4s', { start: 0, end: 1000 })).toBeNull();
  });

  test('in the middle of its move ends the move', async () => {
    const take = await makeTake(shelf, A, 20);
    const { promise: isMoving, resolve } = Promise.withResolvers<void>();
    server.admit = (seen) => {
      if (isForFile(seen) && puts().length > 5) resolve();
      return true;
    };
    kept.lookForNew();
    await isMoving;
    await kept.remove(take);
    expect(existsSync(folderOf(take))).toBe(false);
    expect(server.keys()).toEqual([]);
    expect(puts().length).toBeLessThan(43);
    kept.lookForNew();
    await expect.poll(() => kept.waiting?.count).toBe(0);
    expect(server.keys()).toEqual([]);
  });

  test('fails while the store is away, and is done when it is asked for again', async () => {
    const take = await makeTake(shelf, A);
    kept.lookForNew();
    await gone(take);
    server.isOpen = false;
    await expect(kept.remove(take)).rejects.toThrow(/can't be reached/);
    server.isOpen = true;
    await expect
      .poll(
        () =>
          kept.remove(take).then(
            () => 'removed',
            () => 'away',
          ),
        { timeout: 10_000 },
      )
      .toBe('removed');
    expect(server.keys()).toEqual([]);
  });

  test('takes the journal first: what a crash leaves is no take', async () => {
    const take = await makeTake(shelf, A);
    kept.lookForNew();
    await gone(take);
    server.admit = ({ method }) => method !== 'POST';
    await expect(kept.remove(take)).rejects.toThrow(/can't be reached/);
    expect(keysOf(take)).toHaveLength(10);
    server.admit = () => true;
    await kept.close();
    kept = open();
    expect(await kept.find(take)).toBeNull();
    expect(await kept.list(null, 10)).toMatchObject([take]);
  });
});

test('takes are listed once each, wherever they are', async () => {
  const names = ['d', 'b', 'e', 'a', 'c', 'f'].map((letter) => letter.repeat(12));
  const made: TakeName[] = [];
  for (const [index, generation] of names.entries()) {
    const take = await makeTake(shelf, { generation }, 1);
    made.push(take);
    if (index > 2) continue;
    kept.lookForNew();
    await gone(take);
  }
  // One that is on its way is here and there.
  await makeTake(shelf, { generation: 'bbbbbbbbbbbb' }, 1);
  const list = async (after: string | null, limit: number) =>
    (await kept.list(after, limit)).map(({ generation }) => generation[0]).join('');
  expect(await list(null, 10)).toBe('abcdef');
  expect(await list(null, 2)).toBe('ab');
  expect(await list(`${made[0]?.webcastId}/bbbbbbbbbbbb`, 3)).toBe('cde');
  expect(await list('1', 3)).toBe('');
  server.isOpen = false;
  await expect(kept.list(null, 10)).rejects.toThrow(/can't be reached/);
});

test('a store that is away keeps nobody waiting', async () => {
  const take = await makeTake(shelf, A);
  kept.lookForNew();
  await gone(take);
  server.isOpen = false;
  await expect(kept.find(take)).rejects.toThrow(/can't be reached/);
  server.seen.length = 0;
  const asked = Array.from({ length: 200 }, () => kept.find(take));
  const answers = await Promise.allSettled(asked);
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
  expect(server.seen.length).toBeLessThan(10);
  expect(await kept.mayHave(take)).toBe(true);
});

test('a journal of the store that is none is no recording', async () => {
  const take = await makeTake(shelf, A);
  kept.lookForNew();
  await gone(take);
  const key = keysOf(take).find((each) => each.endsWith('journal.ndjson')) ?? '';
  const journal = readFileSync(server.pathOf(key), 'utf8');
  for (const damaged of ['x'.repeat(5000), journal.slice(40), journal.slice(0, 90)]) {
    writeFileSync(server.pathOf(key), damaged);
    expect(await kept.find(take)).toBeNull();
  }
  writeFileSync(server.pathOf(key), journal);
  expect(msnsOf(await kept.find(take))[0]).toHaveLength(4);
});
