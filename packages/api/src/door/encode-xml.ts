import { ApiError } from '../errors/api-error.ts';
import { objectTypes } from '../schema/object-types.ts';
import { ProfiledObject } from './profiled-object.ts';

export type XmlOptions = {
  /** Leaves out what has no value, instead of an empty element. */
  readonly ignoresNull: boolean;
  readonly executionSeconds: number;
};

/** `<xml><result>…</result></xml>`: objects name their type first, list items are `item`, truth values 1 and 0. */
export function toXml(answer: unknown, { ignoresNull, executionSeconds }: XmlOptions): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><xml>' +
    `<result>${content(answer, ignoresNull)}</result>` +
    `<executionTime>${executionSeconds.toFixed(6)}</executionTime></xml>`
  );
}

function content(value: unknown, ignoresNull: boolean): string {
  if (value === null || value === undefined) return '';
  if (value instanceof ApiError) return errorContent(value);
  if (Array.isArray(value)) {
    return value.map((item) => `<item>${content(item, ignoresNull)}</item>`).join('');
  }
  if (typeof value === 'object') return objectContent(value, ignoresNull);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return escapeXml(String(value));
}

function objectContent(value: object, ignoresNull: boolean): string {
  if (!('objectType' in value)) return mapContent(value, ignoresNull);
  const typeName = String(value.objectType);
  let xml = `<objectType>${escapeXml(typeName)}</objectType>`;
  const values = value as { readonly [name: string]: unknown };
  // A client that reads XML knows only what it is sent: what has no value is sent as an empty element.
  const isWhole = !ignoresNull && !(value instanceof ProfiledObject);
  const declared = isWhole ? objectTypes.get(typeName.toLowerCase())?.properties : undefined;
  for (const name of new Set([...Object.keys(values), ...Object.keys(declared ?? {})])) {
    const isEmpty = values[name] === null || values[name] === undefined;
    if (name === 'objectType' || (isEmpty && ignoresNull)) continue;
    xml += `<${name}>${content(values[name], ignoresNull)}</${name}>`;
  }
  return xml;
}

function mapContent(value: object, ignoresNull: boolean): string {
  return Object.entries(value)
    .map(
      ([name, item]) =>
        `<item><itemKey>${escapeXml(name)}</itemKey>${content(item, ignoresNull)}</item>`,
    )
    .join('');
}

function errorContent({ code, message, args }: ApiError): string {
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
