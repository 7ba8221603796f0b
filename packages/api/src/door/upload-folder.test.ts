import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UploadFolder } from './upload-folder.ts';

test('all files on their way share a bound, and a call that is over makes room', async () => {
  const path = await mkdtemp(join(tmpdir(), 'rostrum-upload-folder-'));
  const folder = await UploadFolder.open(path, 10);
  const one = folder.openBatch();
  const two = folder.openBatch();
  one.admit(6);
  expect(() => two.admit(6)).toThrow(expect.objectContaining({ code: 'UPLOAD_ERROR' }));
  await one.close();
  two.admit(6);
  two.admit(4);
  expect(() => two.admit(1)).toThrow(expect.objectContaining({ code: 'UPLOAD_ERROR' }));
  await two.close();
  await rm(path, { recursive: true });
});
