import type { ReferenceKind } from '@rostrum/contracts';
import { type CallObject, type CallValue, isCallObject } from '../call-values.ts';
import { textLiteral } from './javascript-sample.ts';
import {
  argumentsOf,
  constantOf,
  kindOfProperty,
  type SampleCall,
  servicePath,
  takesSession,
} from './sample-call.ts';

/** Names that the client writes with `Action` behind them. */
const RENAMED = new Set(['clone', 'delete', 'export', 'list']);

/** With Kaltura's client for Node (`kaltura-client`). */
export function kalturaJavascriptSample(call: SampleCall): string {
  const { serviceUrl, entry, index } = call;
  const { name } = entry.action;
  const method = RENAMED.has(name) ? `${name}Action` : name;
  const values = argumentsOf(call).map(({ kind, value }) => write(value, kind, index, ''));
  return `const kaltura = require('kaltura-client');

const config = new kaltura.Configuration();
config.serviceUrl = ${textLiteral(serviceUrl)};
const client = new kaltura.Client(config);
${takesSession(call) ? 'client.setKs(ks);\n' : ''}
const answer = await kaltura.services.${servicePath(call).service}.${method}(${values.join(', ')}).execute(client);
console.log(answer);`;
}

type Index = SampleCall['index'];

function write(value: CallValue, kind: ReferenceKind, index: Index, indent: string): string {
  const constant = constantOf(kind, value, index);
  if (constant !== null) return `kaltura.enums.${bare(constant.type)}.${constant.name}`;
  if (value instanceof File) return textLiteral(value.name);
  if (kind.kind === 'file') return "'FILE'";
  if (typeof value === 'string') return textLiteral(value);
  if (Array.isArray(value)) {
    const items = kind.kind === 'array' ? kind.items : '';
    const each = value.map((item) => write(item, { kind: 'object', type: items }, index, indent));
    return `[${each.join(', ')}]`;
  }
  if (isCallObject(value)) {
    return writeObject(value, kind.kind === 'object' ? kind.type : '', index, indent);
  }
  return String(value ?? null);
}

function writeObject(value: CallObject, declared: string, index: Index, indent: string): string {
  const { objectType = declared, ...rest } = value;
  const type = String(objectType);
  const deeper = `${indent}  `;
  const lines = Object.entries(rest)
    .filter(([, each]) => each !== undefined)
    .map(([name, each]) => {
      const written = write(each, kindOfProperty(type, name, index), index, deeper);
      return `${deeper}${name}: ${written},\n`;
    });
  const properties = lines.length === 0 ? '' : `{\n${lines.join('')}${indent}}`;
  return `new kaltura.objects.${bare(type)}(${properties})`;
}

function bare(type: string): string {
  return type.replace(/^Kaltura/, '');
}
