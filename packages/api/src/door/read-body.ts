import type { Readable } from 'node:stream';
import { ApiError } from '../errors/api-error.ts';

/** Everything but files; a live stream with all of its fields is a few kilobytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/** A refused body is read over up to this, so that a client that is still sending gets its answer. */
const MAX_DISCARDED_BYTES = 16 * 1024 * 1024;

/** A client that has not sent its body by then is no client. */
const MAX_BODY_MS = 30_000;
const MAX_DISCARD_MS = 5000;

/** @throws ApiError REQUEST_TOO_LARGE; MALFORMED_REQUEST where the body ends early or does not come */
export function readBytes(payload: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => reject(tooSlow()), MAX_BODY_MS);
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new ApiError('REQUEST_TOO_LARGE', `${MAX_BODY_BYTES} bytes`));
    });
    payload.on('end', () => {
      clearTimeout(timer);
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    const onCut = () => {
      clearTimeout(timer);
      if (!payload.readableEnded) reject(endedEarly());
    };
    payload.on('error', onCut).on('close', onCut);
  });
}

/** Calls back once nothing has come for too long. Returns the end of the watch. */
export function watchSilence(payload: Readable, onSilence: (error: ApiError) => void): () => void {
  const timer = setTimeout(() => onSilence(tooSlow()), MAX_BODY_MS);
  const onData = () => timer.refresh();
  payload.on('data', onData);
  return () => {
    clearTimeout(timer);
    payload.off('data', onData);
  };
}

/** Reads over what is left of a refused body, for a while. Resolves to whether all of it has come. */
export function discardRest(payload: Readable): Promise<boolean> {
  if (payload.readableEnded || payload.destroyed) return Promise.resolve(true);
  return new Promise((resolve) => {
    let length = 0;
    const timer = setTimeout(() => resolve(false), MAX_DISCARD_MS);
    const end = (isWhole: boolean) => {
      clearTimeout(timer);
      resolve(isWhole);
    };
    payload.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MAX_DISCARDED_BYTES) end(false);
    });
    for (const event of ['end', 'error', 'close'] as const) payload.on(event, () => end(true));
    payload.resume();
  });
}

export function endedEarly(): ApiError {
  return new ApiError('MALFORMED_REQUEST', 'the body ended early');
}

function tooSlow(): ApiError {
  return new ApiError('MALFORMED_REQUEST', `the body did not come within ${MAX_BODY_MS / 1000} s`);
}
