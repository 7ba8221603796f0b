import { argumentsOf, type SampleCall, servicePath, takesSession } from './sample-call.ts';
import { type Language, StatementWriter } from './statement-writer.ts';

const PYTHON: Language = {
  text: (text) => JSON.stringify(text),
  boolean: (value) => (value ? 'True' : 'False'),
  nothing: 'None',
  constant: (type, name) => `${type}.${name}`,
  list: (items) => `[${items.join(', ')}]`,
  file: (name) => `open(${JSON.stringify(name)}, "rb")`,
  variable: (name) => name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase(),
  create: (variable, type) => `${variable} = ${type}()`,
  assign: (variable, property, value) => `${variable}.${property} = ${value}`,
};

/** With Kaltura's client for Python (`KalturaApiClient`). */
export function pythonSample(call: SampleCall): string {
  const { serviceUrl, entry, index } = call;
  const { plugin, service } = servicePath(call);
  const writer = new StatementWriter(PYTHON, index);
  const values = argumentsOf(call).map(({ name, kind, value }) => writer.write(name, kind, value));
  const statements = writer.lines.length === 0 ? '' : `${writer.lines.join('\n')}\n`;
  const pluginName = plugin === null ? '' : `${plugin[0]?.toUpperCase()}${plugin.slice(1)}`;
  return `from KalturaClient import KalturaClient, KalturaConfiguration
from KalturaClient.Plugins.Core import *
${plugin === null ? '' : `from KalturaClient.Plugins.${pluginName} import *\n`}
config = KalturaConfiguration()
config.serviceUrl = ${JSON.stringify(serviceUrl)}
client = KalturaClient(config)
${takesSession(call) ? 'client.setKs(ks)\n' : ''}
${statements}answer = client.${plugin === null ? '' : `${plugin}.`}${service}.${entry.action.name}(${values.join(', ')})
print(answer)`;
}
