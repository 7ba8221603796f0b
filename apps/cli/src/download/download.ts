import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RefusedError } from '../errors.ts';
import type { Progress } from '../terminal/progress-bar.ts';
import { openPartFile, type PartFile } from './part-file.ts';

export type DownloadOptions = {
  readonly url: string;
  /** Where to; a folder takes it under `nameInFolder`. */
  readonly file: string;
  readonly nameInFolder: string;
  /** Null where nobody knows. */
  readonly expectedBytes: number | null;
  readonly mayOverwrite: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Before each further attempt, ms. */
  readonly retryDelaysMs?: readonly number[];
};

export type Downloaded = {
  readonly savedAs: string;
  readonly sizeBytes: number;
  /** What an earlier attempt had left. */
  readonly resumedAtBytes: number;
};

/** A connection that breaks is made anew; the count begins again when something has come. */
const RETRY_DELAYS_MS = [1000, 2000, 4000, 8000] as const;

/**
 * Saves what an address answers. What has come stays when it breaks off, here or in a later run, and only the rest is
 * asked for, as long as it is the rest of the same version.
 *
 * @throws RefusedError where it can't be had whole, or can't be written
 */
export async function download(options: DownloadOptions): Promise<Downloaded> {
  const { signal } = options;
  const file = await targetOf(options);
  const part = await openPartFile(file).catch((error: unknown) => refuseToWrite(file, error));
  try {
    const resumedAtBytes = part.sizeBytes;
    const sizeBytes = await fetchWhole(part, file, options);
    await part.finish();
    return { savedAs: file, sizeBytes, resumedAtBytes };
  } catch (error) {
    if (signal.aborted)
      throw new RefusedError(
        `Stopped. What has come is in ${file}.part; the same command goes on from there.`,
      );
    return refuseToWrite(file, error);
  } finally {
    await part.close();
  }
}

/** @throws RefusedError where something is there that must not be overwritten */
async function targetOf({ file, nameInFolder, mayOverwrite }: DownloadOptions): Promise<string> {
  const there = await stat(file).catch(() => null);
  if (there === null) return file;
  if (there.isDirectory()) {
    const inside = path.join(file, nameInFolder);
    if (mayOverwrite || (await stat(inside).catch(() => null)) === null) return inside;
    throw new RefusedError(`${inside} is there already. --yes overwrites it.`);
  }
  if (mayOverwrite) return file;
  throw new RefusedError(`${file} is there already. --yes overwrites it.`);
}

async function fetchWhole(part: PartFile, file: string, options: DownloadOptions): Promise<number> {
  const delays = options.retryDelaysMs ?? RETRY_DELAYS_MS;
  let version = part.etag;
  let doneBytes = part.sizeBytes;
  let reason = 'the connection broke';
  for (let failures = 0; ; ) {
    const before = doneBytes;
    try {
      const answer = await ask(options, doneBytes, version);
      if (answer.kind === 'whole-already') return doneBytes;
      if (answer.kind === 'from-the-start') {
        version = answer.etag;
        doneBytes = 0;
        await part.begin(version);
      }
      for await (const chunk of answer.body) {
        await part.handle.appendFile(chunk);
        doneBytes += chunk.length;
        options.onProgress({ doneBytes, totalBytes: answer.totalBytes });
      }
      if (answer.totalBytes === null || doneBytes === answer.totalBytes) return doneBytes;
      if (doneBytes > answer.totalBytes) {
        await part.begin(null);
        throw new RefusedError(
          `The server sent more than the ${answer.totalBytes} bytes that it had promised. Nothing was saved; try again.`,
        );
      }
    } catch (error) {
      if (error instanceof RefusedError || options.signal.aborted || isOfDisk(error)) throw error;
      reason = reasonOf(error);
    }
    // Broken off: what has come is kept, and the rest is asked for.
    failures = doneBytes > before ? 0 : failures + 1;
    const wait = delays[failures];
    if (failures >= delays.length || wait === undefined) {
      throw new RefusedError(
        `The download broke off again and again (${reason}). What has come is in ${file}.part; the same command goes on from there.`,
      );
    }
    await delay(wait, undefined, { signal: options.signal });
  }
}

type Answer =
  | { readonly kind: 'whole-already' }
  | {
      readonly kind: 'from-the-start' | 'rest';
      readonly body: AsyncIterable<Uint8Array>;
      /** Of the whole file; null where the server does not say. */
      readonly totalBytes: number | null;
      readonly etag: string | null;
    };

const PARTIAL = 206;
const UNSATISFIABLE = 416;

/** Asks for what is missing. A version that is no longer the same is answered from its start. */
async function ask(
  { url, signal, expectedBytes }: DownloadOptions,
  fromByte: number,
  etag: string | null,
): Promise<Answer> {
  const isRest = fromByte > 0 && etag !== null;
  const response = await fetch(url, {
    signal,
    headers: {
      'accept-encoding': 'identity',
      ...(isRest ? { range: `bytes=${fromByte}-`, 'if-range': etag } : {}),
    },
  });
  const { status, headers, body } = response;
  if (status === UNSATISFIABLE) {
    await body?.cancel();
    const total = Number(/\*\/(\d+)/.exec(headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
    if (total === fromByte) return { kind: 'whole-already' };
    return await ask({ url, signal, expectedBytes } as DownloadOptions, 0, null);
  }
  if (!response.ok || body === null) {
    const said = (await response.text()).trim().slice(0, 200);
    // Of a server that is only busy, another attempt may be answered.
    if (status >= 500 || status === 429) throw new Error(`${status} ${said}`);
    throw new RefusedError(`The download was refused (${status}): ${said || 'without a word'}`);
  }
  const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '');
  if (status === PARTIAL && Number(range?.[1]) === fromByte) {
    return { kind: 'rest', body, totalBytes: Number(range?.[2]), etag };
  }
  const length = headers.get('content-length');
  return {
    kind: 'from-the-start',
    body,
    totalBytes: length === null ? expectedBytes : Number(length),
    etag: headers.get('etag'),
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function isOfDisk(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (
    syscall !== undefined && ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EFBIG'].includes(code ?? '')
  );
}

function refuseToWrite(file: string, error: unknown): never {
  if (error instanceof RefusedError) throw error;
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      throw new RefusedError(
        `The disk is full: ${file} could not be written. What has come is kept.`,
      );
    case 'ENOENT':
      throw new RefusedError(`There is no folder ${path.dirname(file)}.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'EIO':
      throw new RefusedError(`${file} can't be written (${code}).`);
    default:
      throw error;
  }
}
