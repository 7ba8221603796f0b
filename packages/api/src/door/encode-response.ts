import { ApiError } from '../errors/api-error.ts';
import { objectTypes } from '../schema/object-types.ts';
import { type RawObject, scalarText } from '../schema/parameters.ts';

/** What a call came to: a value, or an error in its place. */
export type Answer = unknown;

export type EncodedResponse = { readonly contentType: string; readonly body: string };

export type Encoder = (answer: Answer, executionSeconds: number) => EncodedResponse;

/** The encoding that a request asks for: 1 JSON, 2 XML (also where none is named), 9 JSONP. */
export function encoderFor(parameters: RawObject): Encoder {
  const format = scalarText(parameters.format) ?? '2';
  switch (format) {
    case '1':
      return encodeJson;
    case '2':
    case '':
      return xmlEncoder(isTrue(parameters.ignoreNull));
    case '9':
      return jsonpEncoder(scalarText(parameters.callback));
    default:
      throw new ApiError('UNKNOWN_RESPONSE_FORMAT', format);
  }
}

/** A bare value, without an envelope; undefined properties are left out, errors look like objects. */
export function encodeJson(answer: Answer): EncodedResponse {
  return { contentType: 'application/json', body: toJson(answer) };
}

function toJson(answer: Answer): string {
  const shown = Array.isArray(answer) ? answer.map(errorsAsObjects) : errorsAsObjects(answer);
  return JSON.stringify(shown) ?? 'null';
}

function errorsAsObjects(answer: Answer): Answer {
  return answer instanceof ApiError ? errorObject(answer) : (answer ?? null);
}

/** Without arguments, `args` is a list: that is how an empty map looks in the language that clients grew up with. */
function errorObject(error: ApiError): object {
  const { code, message, args } = error;
  const hasArguments = Object.keys(args).length > 0;
  return { code, message, objectType: 'KalturaAPIException', args: hasArguments ? args : [] };
}

function jsonpEncoder(callback: string | undefined): Encoder {
  if (callback === undefined || callback === '') {
    throw new ApiError('MANDATORY_PARAMETER_MISSING', 'callback');
  }
  // Anything else could be a script of its own.
  if (!/^[0-9A-Za-z_.]+$/.test(callback)) throw new ApiError('INVALID_FIELD_VALUE', 'callback');
  return (answer) => ({
    contentType: 'application/javascript',
    body: `${callback}(${toJson(answer)});`,
  });
}

function xmlEncoder(ignoresNull: boolean): Encoder {
  return (answer, executionSeconds) => ({
    contentType: 'text/xml',
    body:
      '<?xml version="1.0" encoding="utf-8"?><xml>' +
      `<result>${xmlContent(answer, ignoresNull)}</result>` +
      `<executionTime>${executionSeconds.toFixed(6)}</executionTime></xml>`,
  });
}

function xmlContent(value: unknown, ignoresNull: boolean): string {
  if (value === null || value === undefined) return '';
  if (value instanceof ApiError) return xmlError(value);
  if (Array.isArray(value)) {
    return value.map((item) => `<item>${xmlContent(item, ignoresNull)}</item>`).join('');
  }
  if (typeof value === 'object') return xmlObject(value, ignoresNull);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return escapeXml(String(value));
}

function xmlObject(value: object, ignoresNull: boolean): string {
  if (!('objectType' in value)) return xmlMap(value, ignoresNull);
  const typeName = String(value.objectType);
  let xml = `<objectType>${escapeXml(typeName)}</objectType>`;
  const values = value as { readonly [name: string]: unknown };
  // A client that reads XML knows only what it is sent: what has no value is sent as an empty element.
  const declared = Object.keys(objectTypes.get(typeName.toLowerCase())?.properties ?? {});
  for (const name of new Set([...Object.keys(values), ...declared])) {
    const isEmpty = values[name] === null || values[name] === undefined;
    if (name === 'objectType' || (isEmpty && ignoresNull)) continue;
    xml += `<${name}>${xmlContent(values[name], ignoresNull)}</${name}>`;
  }
  return xml;
}

function xmlMap(value: object, ignoresNull: boolean): string {
  return Object.entries(value)
    .map(
      ([name, item]) =>
        `<item><itemKey>${escapeXml(name)}</itemKey>${xmlContent(item, ignoresNull)}</item>`,
    )
    .join('');
}

function xmlError({ code, message, args }: ApiError): string {
  const items = Object.entries(args).map(
    ([name, value]) =>
      `<item><objectType>KalturaApiExceptionArg</objectType><name>${escapeXml(name)}</name>` +
      `<value>${escapeXml(value)}</value></item>`,
  );
  return (
    `<error><code>${code}</code><message>${escapeXml(message)}</message>` +
    `<objectType>KalturaAPIException</objectType><args>${items.join('')}</args></error>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Control characters have no place in XML 1.0, not even as an entity. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  );
}

function isTrue(value: RawObject[string] | undefined): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}
