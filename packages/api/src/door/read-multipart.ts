import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { ApiError } from '../errors/api-error.ts';
import { emptyRawObject, type RawObject } from '../schema/parameters.ts';
import { UploadedFile } from '../schema/uploaded-file.ts';
import { endedEarly, watchSilence } from './read-body.ts';
import type { UploadBatch } from './upload-folder.ts';

/** A multipart form: texts and files under their flat names. */
export class MultipartBody {
  readonly fields: RawObject;
  readonly files: RawObject;

  constructor(fields: RawObject, files: RawObject) {
    this.fields = fields;
    this.files = files;
  }
}

const MULTIPART_TYPE = /^\s*multipart\/form-data\s*(;|$)/i;

export function isMultipart(contentType: string): boolean {
  return MULTIPART_TYPE.test(contentType);
}

/**
 * How many bytes a file may have, judged by its name and by the fields that came before it; null where nobody takes it,
 * so that it is read over.
 *
 * @throws ApiError where the request can be refused before the file has arrived
 */
export type FileAdmission = (name: string, before: MultipartBody) => number | null;

/** More than any client sends; what a form costs in memory is bounded by the bytes of its texts. */
const MAX_FIELDS = 1000;
const MAX_FILES = 20;
const MAX_TEXT_BYTES = 1024 * 1024;
const MAX_NAME_LENGTH = 500;
const MAX_FILE_NAME_LENGTH = 255;
/** RFC 2046, 5.1.1 allows 70. */
const MAX_BOUNDARY_LENGTH = 200;

/**
 * Reads a multipart form; its files go to disk as they arrive. What is wrong with it is told as soon as it is known,
 * with the rest unread.
 *
 * @param openBatch asked for the first file that is taken; closed by the caller, also where this fails
 * @throws ApiError MALFORMED_REQUEST, REQUEST_TOO_LARGE, FILE_SIZE_EXCEEDED, and what `admit` throws
 */
export async function readMultipart(
  payload: Readable,
  contentType: string,
  openBatch: () => UploadBatch,
  admit: FileAdmission,
): Promise<MultipartBody> {
  const parser = openParser(contentType);
  const fields = emptyRawObject();
  const files = emptyRawObject();
  const arriving: Promise<void>[] = [];
  const streams: BusboyFileStream[] = [];
  const whole = Promise.withResolvers<void>();
  const fail = (error: unknown) => whole.reject(error);
  let textBytes = 0;

  parser.on('field', (name, value, isNameCut, isValueCut) => {
    if (!isUsableName(name)) return;
    textBytes += name.length + value.length;
    if (isNameCut || isValueCut || textBytes > MAX_TEXT_BYTES) return fail(tooLarge());
    fields[name] = value;
  });
  parser.on('file', (name, stream, fileName, _encoding, fileType) => {
    // It may fail after everybody has stopped listening.
    stream.on('error', ignore);
    try {
      const maxBytes = isUsableName(name)
        ? admit(name, new MultipartBody(fields, emptyRawObject()))
        : null;
      if (maxBytes === null) {
        stream.resume();
        return;
      }
      const arrival = store(stream, openBatch(), maxBytes).then(({ path, sizeBytes }) => {
        files[name] = new UploadedFile({
          path,
          sizeBytes,
          fileName: tidyFileName(fileName),
          contentType: fileType,
        });
      });
      streams.push(stream);
      arriving.push(arrival);
      arrival.catch(fail);
    } catch (error) {
      fail(error);
    }
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
    parser.on(limit, () => fail(tooLarge()));
  }
  parser.on('error', () => fail(malformed('the multipart form is broken')));
  parser.on('finish', whole.resolve);
  const onCut = () => {
    if (!payload.readableEnded) fail(endedEarly());
  };
  payload.on('error', onCut).on('close', onCut);
  const endWatch = watchSilence(payload, fail);
  payload.pipe(parser);
  try {
    await whole.promise;
    await Promise.all(arriving);
    return new MultipartBody(fields, files);
  } finally {
    endWatch();
    payload.unpipe(parser);
    payload.off('close', onCut);
    parser.destroy();
    for (const stream of streams) stream.destroy();
    await Promise.allSettled(arriving);
  }
}

function openParser(contentType: string): BusboyInstance {
  const boundary = /boundary\s*=\s*"?([^";]*)/i.exec(contentType)?.[1] ?? '';
  if (boundary === '' || boundary.length > MAX_BOUNDARY_LENGTH) {
    throw malformed('the content type names no usable boundary');
  }
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: (_name, _type, fileName) => fileName !== undefined,
      limits: {
        fields: MAX_FIELDS,
        files: MAX_FILES,
        parts: MAX_FIELDS + MAX_FILES,
        fieldSize: MAX_TEXT_BYTES,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    });
  } catch {
    throw malformed('the content type names no usable boundary');
  }
}

async function store(
  stream: BusboyFileStream,
  batch: UploadBatch,
  maxBytes: number,
): Promise<{ readonly path: string; readonly sizeBytes: number }> {
  let sizeBytes = 0;
  const path = await batch.nextPath();
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const closed = new Promise<void>((resolve) => file.once('close', resolve));
  const written = pipeline(
    stream,
    async function* bounded(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) throw new ApiError('FILE_SIZE_EXCEEDED', maxBytes);
        batch.admit(chunk.length);
        yield chunk;
      }
    },
    file,
  );
  // Where the pipeline fails, the file may still be about to be opened: it must not appear after its folder has gone.
  await written.finally(() => closed);
  return { path, sizeBytes };
}

/** Parts without a name are nobody's. */
function isUsableName(name: unknown): name is string {
  return typeof name === 'string' && name !== '' && name.length <= MAX_NAME_LENGTH;
}

function tidyFileName(name: unknown): string {
  const text = typeof name === 'string' ? name.toWellFormed() : '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f/\\]/g, '').slice(0, MAX_FILE_NAME_LENGTH);
}

function tooLarge(): ApiError {
  return new ApiError(
    'REQUEST_TOO_LARGE',
    `${MAX_FIELDS} fields, ${MAX_FILES} files or ${MAX_TEXT_BYTES} bytes of text`,
  );
}

function malformed(reason: string): ApiError {
  return new ApiError('MALFORMED_REQUEST', reason);
}

function ignore(): void {}
