import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { decodeRequest } from '../../../packages/api/src/door/decode-request.ts';
import { discardRest } from '../../../packages/api/src/door/read-body.ts';
import { readMultipart } from '../../../packages/api/src/door/read-multipart.ts';
import { UploadFolder } from '../../../packages/api/src/door/upload-folder.ts';
import { ApiError } from '../../../packages/api/src/errors/api-error.ts';
import { UploadedFile } from '../../../packages/api/src/schema/uploaded-file.ts';
import type { FuzzTarget } from '../target.ts';

const BOUNDARY = 'b0';
const CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
/** Small enough that inputs reach it. */
const MAX_FILE_BYTES = 200;

type Place = { readonly path: string; readonly folder: UploadFolder };

let place: Promise<Place> | null = null;

async function makePlace(): Promise<Place> {
  const path = await mkdtemp(join(tmpdir(), 'rostrum-fuzz-multipart-'));
  return { path, folder: await UploadFolder.open(path) };
}

/** Multipart forms with files: read or refused with a code, and nothing is left on disk. */
const target: FuzzTarget = {
  name: 'api-multipart',
  seeds: () =>
    [
      `--b0\r\nContent-Disposition: form-data; name="json"\r\n\r\n{"a:b":1,"format":1}\r\n--b0\r\nContent-Disposition: form-data; name="fileData"; filename="../chunk"\r\nContent-Type: application/octet-stream\r\n\r\nhi\r\n--b0--\r\n`,
      `\r\n--b0\r\nContent-Disposition: form-data; name="1:fileData"; filename*=utf-8''%e2%82%ac\r\n\r\n${'x'.repeat(250)}\r\n--b0--`,
      '--b0\r\nContent-Disposition: form-data; name="a[0][b]"\r\n\r\nv\r\n--b0\r\nContent-Disposition: form-data; name="skipped"; filename="s"\r\n\r\ns\r\n--b0\r\n\r\nno name\r\n--b0--\r\nepilogue',
    ].map((text) => Buffer.from(text)),
  async run(bytes) {
    place ??= makePlace();
    const { path, folder } = await place;
    const step = 1 + ((bytes[0] ?? 0) % 61);
    const payload = Readable.from(pieces(Buffer.from(bytes), step));
    const batch = folder.openBatch();
    try {
      const body = await readMultipart(
        payload,
        CONTENT_TYPE,
        () => batch,
        (name) => (name === 'skipped' ? null : MAX_FILE_BYTES),
      );
      for (const file of Object.values(body.files)) check(file);
      decodeRequest({ url: '/api_v3/', contentType: CONTENT_TYPE, body });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      await discardRest(payload);
    } finally {
      await batch.close();
    }
    if (readdirSync(path).length > 0) throw new Error('a file was left behind');
  },
  async close() {
    const made = await place;
    place = null;
    if (made !== null) await rm(made.path, { recursive: true, force: true });
  },
};

export default target;

function* pieces(bytes: Buffer, step: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

function check(file: unknown): void {
  if (!(file instanceof UploadedFile)) throw new Error('a file is no file');
  if (readFileSync(file.path).length !== file.sizeBytes) throw new Error('a length is wrong');
  if (file.sizeBytes > MAX_FILE_BYTES) throw new Error('a file is too large');
  if (/[/\\]/.test(file.fileName)) throw new Error('a file name has a folder');
}
