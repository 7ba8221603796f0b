import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toStore } from './file-to-store.ts';
import { FolderTakeStore } from './folder-take-store.ts';
import { S3TakeStore } from './s3/s3-take-store.ts';
import type { TakeName, TakeStore } from './take-store.ts';
import { S3ServerForTests } from './testing/s3-server.ts';
import { openFolder } from './testing/sample-takes.ts';

const TAKE: TakeName = { webcastId: '0_abcd1234', generation: 'k3f9aa00bb11' };
const OTHER: TakeName = { webcastId: '0_abcd1234', generation: 'k3f9aa00bb12' };
const BYTES = Uint8Array.from({ length: 3000 }, (_, index) => index % 251);

type Fixture = {
  readonly store: TakeStore;
  fill(take: TakeName, fileName: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
};

const OPEN: { readonly [name: string]: () => Promise<Fixture> } = {
  'a folder': async () => {
    const directory = openFolder();
    const store = new FolderTakeStore(directory);
    return {
      store,
      fill: async (take, fileName, bytes) => {
        mkdirSync(store.folderOf(take), { recursive: true });
        writeFileSync(join(store.folderOf(take), fileName), bytes);
      },
      close: async () => rmSync(directory, { recursive: true }),
    };
  },
  'a bucket': async () => {
    const server = await S3ServerForTests.open();
    const store = new S3TakeStore(server.options());
    return {
      store,
      fill: async (take, fileName, bytes) => {
        await store.put(take, fileName, toStore(Buffer.from(bytes)));
      },
      close: async () => {
        store.close();
        await server.close();
      },
    };
  },
};

describe.each(Object.keys(OPEN))('takes in %s', (name) => {
  let fixture: Fixture;
  let store: TakeStore;

  beforeEach(async () => {
    fixture = await (OPEN[name] as () => Promise<Fixture>)();
    ({ store } = fixture);
  });
  afterEach(() => fixture.close());

  test('are read as a whole, in stretches, and beyond their ends', async () => {
    await fixture.fill(TAKE, 'video-k3f9-0.m4s', BYTES);
    const read = async (start: number, end: number) =>
      Buffer.from((await store.read(TAKE, 'video-k3f9-0.m4s', { start, end })) ?? 'missing');
    expect(Buffer.from((await store.read(TAKE, 'video-k3f9-0.m4s')) ?? '')).toEqual(
      Buffer.from(BYTES),
    );
    expect(await read(0, 2)).toEqual(Buffer.from(BYTES.subarray(0, 2)));
    expect(await read(1000, 2000)).toEqual(Buffer.from(BYTES.subarray(1000, 2000)));
    expect(await read(2900, 4000)).toEqual(Buffer.from(BYTES.subarray(2900)));
    expect(await read(3000, 4000)).toHaveLength(0);
    expect(await read(5, 5)).toHaveLength(0);
  });

  test('have nothing that was not put there', async () => {
    await fixture.fill(TAKE, 'video-k3f9-0.m4s', BYTES);
    expect(await store.read(TAKE, 'video-k3f9-1.m4s')).toBeNull();
    expect(await store.read(OTHER, 'video-k3f9-0.m4s', { start: 0, end: 10 })).toBeNull();
    expect((await store.list(OTHER)).size).toBe(0);
  });

  test('tell their files by name and size', async () => {
    await fixture.fill(TAKE, 'video-k3f9-0.m4s', BYTES);
    await fixture.fill(TAKE, 'journal.ndjson', BYTES.subarray(0, 10));
    await fixture.fill(OTHER, 'journal.ndjson', BYTES);
    const found = [...(await store.list(TAKE))].map(([file, { sizeBytes }]) => [file, sizeBytes]);
    expect(found.sort()).toEqual([
      ['journal.ndjson', 10],
      ['video-k3f9-0.m4s', 3000],
    ]);
  });

  test('are found again, and each is removed without the others', async () => {
    await fixture.fill(TAKE, 'video-k3f9-0.m4s', BYTES);
    await fixture.fill(TAKE, 'journal.ndjson', BYTES);
    await fixture.fill(OTHER, 'audio-k3f9-0.m4s', BYTES);
    const all = async (after: string | null = null) => {
      const generations: string[] = [];
      for await (const { generation } of store.takes(after)) generations.push(generation);
      return generations;
    };
    expect(await all()).toEqual([TAKE.generation, OTHER.generation]);
    expect(await all(`${TAKE.webcastId}/${TAKE.generation}`)).toEqual([OTHER.generation]);
    expect(await all('0_abcd1233/zzzzzzzzzzzz')).toHaveLength(2);
    expect(await all('0_abcd1235/000000000000')).toEqual([]);
    const now = Date.now();
    expect(Math.abs(((await store.sinceMs(TAKE)) ?? 0) - now)).toBeLessThan(60_000);
    expect(Math.abs(((await store.sinceMs(OTHER)) ?? 0) - now)).toBeLessThan(60_000);
    await store.remove(TAKE);
    await store.remove(TAKE);
    expect(await store.sinceMs(TAKE)).toBeNull();
    expect(await all()).toEqual([OTHER.generation]);
    expect((await store.list(TAKE)).size).toBe(0);
    expect(await store.read(OTHER, 'audio-k3f9-0.m4s')).toHaveLength(3000);
    await store.remove(OTHER);
    expect(await all()).toEqual([]);
  });
});
