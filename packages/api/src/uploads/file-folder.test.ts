import { mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FileFolder } from './file-folder.ts';
import { FileGone } from './file-store.ts';

let root = '';
let folder: FileFolder;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rostrum-file-folder-'));
  folder = await FileFolder.open(join(root, 'files'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function fileOf(text: string): Promise<string> {
  const path = join(root, 'incoming');
  await writeFile(path, text, { mode: 0o600 });
  return path;
}

test('a file is taken away from where it lay, and is for this user only', async () => {
  const path = await fileOf('hello');
  const key = await folder.take(path);
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  const kept = await stat(join(root, 'files', key.slice(0, 2), key));
  expect(kept.mode & 0o777).toBe(0o600);
  expect(Buffer.from(await folder.read(key, 1, 100)).toString()).toBe('ello');
});

test('chunks go to their places, gaps are zeros, and a stream ends where it is told to', async () => {
  const key = await folder.take(await fileOf('ab'));
  await folder.writeAt(key, 5, await fileOf('fgh'));
  expect(await buffer(await folder.stream(key, 7))).toEqual(Buffer.from('ab\0\0\0fg'));
});

test('what is gone is said to be, and removing it twice does no harm', async () => {
  const key = await folder.take(await fileOf('x'));
  await folder.remove(key);
  await folder.remove(key);
  await expect(folder.read(key, 0, 1)).rejects.toBeInstanceOf(FileGone);
  await expect(folder.writeAt(key, 0, await fileOf('y'))).rejects.toBeInstanceOf(FileGone);
});

test.each(['../../etc/passwd', '', 'A'.repeat(32), `${'a'.repeat(31)}/`])(
  'a key "%s" never becomes a path',
  async (key) => {
    await expect(folder.read(key, 0, 1)).rejects.toBeInstanceOf(TypeError);
    await expect(folder.remove(key)).rejects.toBeInstanceOf(TypeError);
  },
);

test('files are found by their age', async () => {
  const old = await folder.take(await fileOf('old'));
  const young = await folder.take(await fileOf('young'));
  await utimes(join(root, 'files', old.slice(0, 2), old), 1000, 1000);
  const found: string[] = [];
  for await (const key of folder.keysUntouchedSince(2_000_000)) found.push(key);
  expect(found).toEqual([old]);
  expect(found).not.toContain(young);
});
