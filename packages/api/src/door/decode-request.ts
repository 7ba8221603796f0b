import { ApiError } from '../errors/api-error.ts';
import {
  emptyRawObject,
  isRawObject,
  type MutableRawObject,
  type Raw,
  type RawObject,
} from '../schema/parameters.ts';
import { MultipartBody } from './read-multipart.ts';

/** What arrives over HTTP, before anything is known about it. */
export type HttpRequest = {
  /** Path and query as the client sent them. */
  readonly url: string;
  readonly contentType: string;
  readonly body: Uint8Array | MultipartBody | null;
};

/** Nesting that no honest request reaches. */
const MAX_DEPTH = 24;
/** Parameters on all levels of a request that is not JSON; JSON is bounded by its size. */
const MAX_FORM_PARAMETERS = 20_000;

/**
 * One object of parameters from all places that they come in. What comes later wins, level by level: body, query, the
 * path's pairs (`/service/x/action/y/format/1`).
 *
 * @throws ApiError MALFORMED_REQUEST
 */
export function decodeRequest(request: HttpRequest): RawObject {
  const [path = '', query = ''] = splitOnce(request.url, '?');
  const parameters = emptyRawObject();
  merge(parameters, readBody(request), 0);
  if (query !== '') merge(parameters, readForm(query), 0);
  merge(parameters, readPath(path), 0);
  return parameters;
}

/** Content types of a JSON body; some clients add a charset. */
const JSON_TYPE = /^\s*application\/json\s*(;|$)/i;

function readBody({ body, contentType }: HttpRequest): RawObject {
  if (body === null) return emptyRawObject();
  if (body instanceof MultipartBody) return readFields(body);
  if (body.length === 0) return emptyRawObject();
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  return JSON_TYPE.test(contentType) ? expandNames(parseJson(text)) : readForm(text);
}

/** A field `json` is the whole body, beside the files. */
function readFields({ fields, files }: MultipartBody): RawObject {
  const { json } = fields;
  const parameters = emptyRawObject();
  merge(parameters, expandNames(typeof json === 'string' ? parseJson(json) : fields), 0);
  merge(parameters, expandNames(files), 0);
  return parameters;
}

function parseJson(text: string): RawObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ApiError('MALFORMED_REQUEST', 'the body is not JSON');
  }
  if (!isRawObject(parsed))
    throw new ApiError('MALFORMED_REQUEST', 'the body is not a JSON object');
  return parsed;
}

function readForm(text: string): RawObject {
  const flat = emptyRawObject();
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > MAX_FORM_PARAMETERS) {
      throw new ApiError('MALFORMED_REQUEST', `more than ${MAX_FORM_PARAMETERS} parameters`);
    }
    flat[name] = value;
  }
  return expandNames(flat);
}

/** What follows the script's name. */
function readPath(path: string): RawObject {
  const segments = path.split('/');
  let start = segments.findIndex((segment) => segment.toLowerCase() === 'api_v3') + 1;
  while (segments[start] === '' || segments[start] === 'index.php') start++;
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

/** `filter:nameLike` and `filter[nameLike]` mean `{filter: {nameLike}}`. */
function expandNames(flat: RawObject): RawObject {
  const names = Object.keys(flat);
  if (!names.some(isNested)) return flat;
  const result = emptyRawObject();
  for (const name of names) {
    const value = flat[name] ?? null;
    if (isNested(name)) setNested(result, stepsOf(name), value);
    else merge(result, { [name]: value }, 0);
  }
  return result;
}

function isNested(name: string): boolean {
  return name.includes(':') || name.includes('[');
}

/** `1:filter[nameLike]` -> `1`, `filter`, `nameLike`. */
export function stepsOf(name: string): string[] {
  const steps = name.replaceAll(']', '').split(/[:[]/);
  if (steps.length > MAX_DEPTH)
    throw new ApiError('MALFORMED_REQUEST', 'the parameters are nested too deep');
  return steps;
}

/** In place: copying what is there for each name would make long forms cost their square. */
function setNested(root: MutableRawObject, steps: readonly string[], value: Raw): void {
  let target = root;
  for (const step of steps.slice(0, -1)) {
    const next = target[step];
    // Everything below the root was made here, so that it may be changed.
    const inner = isRawObject(next) ? (next as MutableRawObject) : emptyRawObject();
    target[step] = inner;
    target = inner;
  }
  merge(target, { [steps.at(-1) ?? '']: value }, steps.length);
}

function merge(target: MutableRawObject, source: RawObject, depth: number): void {
  if (depth > MAX_DEPTH)
    throw new ApiError('MALFORMED_REQUEST', 'the parameters are nested too deep');
  for (const name of Object.keys(source)) {
    const value = source[name] ?? null;
    const before = target[name];
    if (isRawObject(value)) {
      const copy = emptyRawObject();
      if (isRawObject(before)) merge(copy, before, depth + 1);
      merge(copy, value, depth + 1);
      target[name] = copy;
    } else {
      target[name] = value;
    }
  }
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
