import { ApiError } from '../errors/api-error.ts';
import { emptyRawObject, isRawObject, type RawObject } from '../schema/parameters.ts';
import { expandNames, expandPairs, mergeInto } from './expand-names.ts';
import { MultipartBody } from './read-multipart.ts';

/** What arrives over HTTP, before anything is known about it. */
export type HttpRequest = {
  /** Path and query as the client sent them. */
  readonly url: string;
  readonly contentType: string;
  readonly body: Uint8Array | MultipartBody | null;
};

/** Parameters on all levels of a request that is not JSON; JSON is bounded by its size. */
const MAX_FORM_PARAMETERS = 20_000;

/**
 * One object of parameters from all places that they come in. What comes later wins, level by level: body, files, query,
 * the path's pairs (`/service/x/action/y/format/1`).
 *
 * @throws ApiError MALFORMED_REQUEST
 */
export function decodeRequest(request: HttpRequest): RawObject {
  const [path = '', query = ''] = splitOnce(request.url, '?');
  const parameters = emptyRawObject();
  mergeInto(parameters, readBody(request));
  if (query !== '') mergeInto(parameters, readForm(query));
  mergeInto(parameters, readPath(path));
  return parameters;
}

/** Content types of a JSON body; some clients add a charset. */
const JSON_TYPE = /^\s*application\/json\s*(;|$)/i;

function readBody({ body, contentType }: HttpRequest): RawObject {
  if (body === null) return emptyRawObject();
  if (body instanceof MultipartBody) return readFields(body);
  if (body.length === 0) return emptyRawObject();
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  const isJson =
    JSON_TYPE.test(contentType) || (TEXT_TYPE.test(contentType) && text.startsWith('{'));
  return isJson ? readJson(text) : readForm(text);
}

/** What a page sends as plain text leaves at once, without a question in advance: `navigator.sendBeacon`. */
const TEXT_TYPE = /^\s*text\/plain\s*(;|$)/i;

/** A field `json` is the whole body, beside the files. */
function readFields({ fields, files }: MultipartBody): RawObject {
  const parameters = emptyRawObject();
  const { json } = fields;
  mergeInto(parameters, typeof json === 'string' ? readJson(json) : expandNames(fields));
  mergeInto(parameters, expandNames(files));
  return parameters;
}

function readJson(text: string): RawObject {
  let parsed: unknown;
  try {
    // Some editors and languages put a byte order mark before what they write.
    parsed = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw new ApiError('MALFORMED_REQUEST', 'the body is not JSON');
  }
  if (!isRawObject(parsed))
    throw new ApiError('MALFORMED_REQUEST', 'the body is not a JSON object');
  return expandNames(parsed);
}

function readForm(text: string): RawObject {
  const pairs = [...new URLSearchParams(text)];
  if (pairs.length > MAX_FORM_PARAMETERS) {
    throw new ApiError('MALFORMED_REQUEST', `more than ${MAX_FORM_PARAMETERS} parameters`);
  }
  return expandPairs(pairs);
}

/** What follows the script's name. */
function readPath(path: string): RawObject {
  const segments = path.split('/').filter((segment) => segment !== '');
  let start = segments.findIndex((segment) => segment.toLowerCase() === 'api_v3') + 1;
  if (segments[start]?.toLowerCase() === 'index.php') start++;
  return expandNames(readPairs(segments.slice(start)));
}

/** Names and values in turn, as URLs of the API and of playlists carry them; the first of a name counts. */
export function readPairs(segments: readonly string[]): RawObject {
  const flat = emptyRawObject();
  for (let index = 0; index < segments.length; index += 2) {
    const name = decodeSegment(segments[index] ?? '');
    if (name === '' || name in flat) continue;
    flat[name] = decodeSegment(segments[index + 1] ?? '');
  }
  return flat;
}

function decodeSegment(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
