import { ApiError } from '../errors/api-error.ts';
import { type RawObject, scalarText } from '../schema/parameters.ts';
import { toJson } from './encode-json.ts';
import { toPhp } from './encode-php.ts';
import { toXml } from './encode-xml.ts';

/** What a call came to: a value, or an error in its place; a list of them for a multirequest. */
export type Answer = unknown;

export type EncodedResponse = {
  /** Without its charset, which is always UTF-8. */
  readonly contentType: string;
  readonly body: string;
};

export type Encoder = (answer: Answer, executionSeconds: number) => EncodedResponse;

/**
 * The encoding that a request asks for: 1 JSON, 2 XML (also where none is named), 3 PHP's serialisation, 9 JSONP. What
 * else the contract has a number for (4 PHP source, 7 HTML, 8 MRSS) is not offered: no client of the API reads it.
 *
 * @param mayCallBack whether the request is one that a script element can make
 * @throws ApiError UNKNOWN_RESPONSE_FORMAT, and JSONP without a usable callback
 */
export function encoderFor(parameters: RawObject, mayCallBack: boolean): Encoder {
  const encode = encoderOf(parameters, mayCallBack);
  const contentType = scalarText(parameters['content-type'])?.toLowerCase() ?? '';
  if (!HARMLESS_TYPES.has(contentType)) return encode;
  return (answer, executionSeconds) => ({ ...encode(answer, executionSeconds), contentType });
}

/** Where it cannot be known what the request asks for: what its header Accept says, else JSON. */
export function encoderByAccept(accept: string | undefined): Encoder {
  return accept?.startsWith('text/xml') ? xmlEncoder(false) : encodeJson;
}

/** Types that a client may ask for instead of the right one. None of them runs scripts in a browser. */
const HARMLESS_TYPES: ReadonlySet<string> = new Set([
  'text/plain',
  'text/xml',
  'application/xml',
  'application/json',
  'text/json',
  'application/octet-stream',
]);

function encoderOf(parameters: RawObject, mayCallBack: boolean): Encoder {
  const format = scalarText(parameters.format) ?? '';
  switch (format) {
    case '1':
      return encodeJson;
    case '':
    case '2':
      return xmlEncoder(isTrue(parameters.ignoreNull));
    case '3':
      return encodePhp;
    case '9':
      return jsonpEncoder(mayCallBack ? (scalarText(parameters.callback) ?? '') : '');
    default:
      throw new ApiError('UNKNOWN_RESPONSE_FORMAT', format);
  }
}

function encodeJson(answer: Answer): EncodedResponse {
  return { contentType: 'application/json', body: toJson(answer) };
}

function encodePhp(answer: Answer): EncodedResponse {
  return { contentType: 'text/plain', body: toPhp(answer) };
}

function xmlEncoder(ignoresNull: boolean): Encoder {
  return (answer, executionSeconds) => ({
    contentType: 'text/xml',
    body: toXml(answer, { ignoresNull, executionSeconds }),
  });
}

function jsonpEncoder(callback: string): Encoder {
  if (callback === '') throw new ApiError('MANDATORY_PARAMETER_MISSING', 'callback');
  // Anything else could be a script of its own.
  if (!/^[0-9A-Za-z_.]+$/.test(callback)) throw new ApiError('INVALID_FIELD_VALUE', 'callback');
  return (answer) => ({
    contentType: 'application/javascript',
    body: `${callback}(${toJson(answer)});`,
  });
}

function isTrue(value: RawObject[string] | undefined): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}
