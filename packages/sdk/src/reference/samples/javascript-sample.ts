import { toRequest } from '../call-values.ts';
import { namedArguments, type SampleCall, takesSession } from './sample-call.ts';

/** With Rostrum's SDK; a file is sent with `fetch`, which is all it takes. */
export function javascriptSample(call: SampleCall): string {
  const { entry } = call;
  const isUpload = entry.action.parameters.some(({ kind }) => kind.kind === 'file');
  return isUpload ? uploadSample(call) : clientSample(call);
}

function clientSample(call: SampleCall): string {
  const { serviceUrl, partnerId, entry } = call;
  const session = takesSession(call) ? ', session: ks' : '';
  const values = namedArguments(call);
  const parameters = Object.keys(values).length === 0 ? '' : `, ${literal(toRequest(values))}`;
  return `import { createClient } from '@rostrum/sdk';

const client = createClient({ serviceUrl: ${literal(serviceUrl)}, partnerId: ${partnerId}${session} });
const answer = await client.request(${literal(entry.service.name)}, ${literal(entry.action.name)}${parameters});
console.log(answer);`;
}

function uploadSample(call: SampleCall): string {
  const { serviceUrl, entry } = call;
  const address = `${serviceUrl}/api_v3/service/${entry.service.wireName}/action/${entry.action.name}`;
  const body = { format: 1, ...toRequest(namedArguments(call)) };
  const json = literal(body).replace(/\n?\}$/, takesSession(call) ? ',\n  ks,\n}' : '$&');
  const files = entry.action.parameters
    .filter(({ kind }) => kind.kind === 'file')
    .map(({ name }) => `form.append(${literal(name)}, file);\n`);
  return `const form = new FormData();
form.append('json', JSON.stringify(${json}));
${files.join('')}
const response = await fetch(${literal(address)}, { method: 'POST', body: form });
console.log(await response.json());`;
}

/** A value as people write it in JavaScript: names without quotes, texts in single ones. */
export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return textLiteral(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const items = value.map((item) => `${indent}  ${literal(item, `${indent}  `)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const lines = Object.entries(value).map(
      ([name, each]) => `${indent}  ${nameLiteral(name)}: ${literal(each, `${indent}  `)},\n`,
    );
    return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
  }
  return String(value ?? null);
}

export function textLiteral(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}

function nameLiteral(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : textLiteral(name);
}
