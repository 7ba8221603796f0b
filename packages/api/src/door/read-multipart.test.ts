import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMultipart } from './read-multipart.ts';
import { UploadFolder } from './upload-folder.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-multipart-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file that is refused with its first bytes is closed before its folder is removed', async () => {
  const uploads = await UploadFolder.open(folder);
  const body =
    `--b\r\nContent-Disposition: form-data; name="fileData"; filename="f"\r\n\r\n` +
    `${'x'.repeat(250)}\r\n--b--`;
  const batch = uploads.openBatch();
  const payload = Readable.from([Buffer.from(body)]);
  const reading = readMultipart(
    payload,
    'multipart/form-data; boundary=b',
    () => batch,
    () => 10,
  );
  await expect(reading).rejects.toThrow('at most 10 bytes');
  // The call back that we are in counts as active until it returns.
  await setImmediate();
  // A file that is still being opened would come to lie in a folder that is going.
  expect(process.getActiveResourcesInfo().filter((name) => name.startsWith('FSReq'))).toEqual([]);
  await batch.close();
  expect(await readdir(folder)).toEqual([]);
});
