import type { Readable } from 'node:stream';
import { ApiError } from '../errors/api-error.ts';

/** Everything but files; a live stream with all of its fields is a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/** A refused body is read over up to this, so that a client that is still sending gets its answer. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024;

/** @throws ApiError REQUEST_TOO_LARGE, MALFORMED_REQUEST where the body ends early */
export function readBytes(payload: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new ApiError('REQUEST_TOO_LARGE', `${MAX_BODY_BYTES} bytes`));
    });
    payload.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)),
    );
    const onCut = () => reject(new ApiError('MALFORMED_REQUEST', 'the body ended early'));
    payload.on('error', onCut).on('close', onCut);
  });
}

/** Reads over what is left of a refused body. Resolves to whether all of it has come. */
export function discardRest(payload: Readable): Promise<boolean> {
  if (payload.readableEnded || payload.destroyed) return Promise.resolve(true);
  return new Promise((resolve) => {
    let length = 0;
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_DISCARDED_BYTES) resolve(false);
    });
    for (const event of ['end', 'error', 'close'] as const) payload.on(event, () => resolve(true));
    payload.resume();
  });
}
