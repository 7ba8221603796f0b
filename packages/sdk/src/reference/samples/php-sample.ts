import { argumentsOf, type SampleCall, servicePath, takesSession } from './sample-call.ts';
import { type Language, StatementWriter } from './statement-writer.ts';

const PHP: Language = {
  text: quote,
  boolean: String,
  nothing: 'null',
  constant: (type, name) => `${type}::${name}`,
  list: (items) => `[${items.join(', ')}]`,
  file: quote,
  variable: (name) => `$${name}`,
  create: (variable, type) => `${variable} = new ${type}();`,
  assign: (variable, property, value) => `${variable}->${property} = ${value};`,
};

/** Names that are words of the language: the client writes them with \`Action\` behind. */
const RENAMED = new Set(['clone', 'list']);

/** With Kaltura's client for PHP. */
export function phpSample(call: SampleCall): string {
  const { serviceUrl, entry, index } = call;
  const { name } = entry.action;
  const { plugin, service } = servicePath(call);
  const writer = new StatementWriter(PHP, index);
  const values = argumentsOf(call).map((each) => writer.write(each.name, each.kind, each.value));
  const statements = writer.lines.length === 0 ? '' : `${writer.lines.join('\n')}\n`;
  const pluginName = plugin === null ? '' : `${plugin[0]?.toUpperCase()}${plugin.slice(1)}`;
  const client = plugin === null ? '$client' : `Kaltura${pluginName}ClientPlugin::get($client)`;
  const method = RENAMED.has(name) ? `${name}Action` : name;
  return `<?php
require_once 'KalturaClient.php';

$config = new KalturaConfiguration();
$config->serviceUrl = ${quote(serviceUrl)};
$client = new KalturaClient($config);
${takesSession(call) ? '$client->setKs($ks);\n' : ''}
${statements}$answer = ${client}->${service}->${method}(${values.join(', ')});
print_r($answer);`;
}

function quote(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
