import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileToStore, toStore } from './file-to-store.ts';
import { S3TakeStore } from './s3/s3-take-store.ts';
import { S3ServerForTests } from './testing/s3-server.ts';
import { openFolder } from './testing/sample-takes.ts';

test.each([0, 1, 256 * 1024, 1_000_000, 9_000_000])(
  'a file of %i bytes is told as it is, and arrives as it is',
  async (sizeBytes) => {
    const server = await S3ServerForTests.open();
    const directory = openFolder();
    const bytes = Buffer.alloc(sizeBytes);
    for (let at = 0; at < sizeBytes; at += 997) bytes[at] = at % 251;
    const path = join(directory, 'file');
    writeFileSync(path, bytes);
    const file = await fileToStore(path);
    const digest = (name: string) => createHash(name).update(bytes).digest('hex');
    expect(file).toMatchObject({ sizeBytes, md5: digest('md5'), sha256: digest('sha256') });
    // What is large is not held in memory.
    expect(typeof file.content).toBe(sizeBytes > 8_388_608 ? 'string' : 'object');
    const store = new S3TakeStore(server.options());
    const take = { webcastId: '0_abcd1234', generation: 'k3f9aa00bb11' };
    const { tag } = await store.put(take, 'video-k3f9-0.m4s', file);
    expect(tag).toBe(file.md5);
    expect(await store.put(take, 'video-k3f9-1.m4s', toStore(bytes))).toEqual({ sizeBytes, tag });
    store.close();
    await server.close();
    rmSync(directory, { recursive: true });
  },
);

test('a file that is not there is the file system’s error', async () => {
  await expect(fileToStore('/nonesuch/file')).rejects.toThrow('ENOENT');
});
