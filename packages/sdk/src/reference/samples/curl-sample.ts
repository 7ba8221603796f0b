import { filesOf, toRequest } from '../call-values.ts';
import { namedArguments, type SampleCall, takesSession } from './sample-call.ts';

/** For a shell: the body comes from a here-document, so that the session stays in a variable. */
export function curlSample(call: SampleCall): string {
  const { serviceUrl, entry } = call;
  const address = `${serviceUrl}/api_v3/service/${entry.service.wireName}/action/${entry.action.name}`;
  const values = namedArguments(call);
  const files = filesOf(values);
  const body = JSON.stringify(
    { format: 1, ...(takesSession(call) ? { ks: '$KS' } : {}), ...toRequest(values) },
    null,
    2,
  );
  const head = takesSession(call) ? '# KS holds the session that session.start answered\n' : '';
  const isUpload = entry.action.parameters.some(({ kind }) => kind.kind === 'file');
  if (!isUpload) {
    return `${head}curl '${address}' \\\n  -H 'Content-Type: application/json' -d @- <<JSON\n${escapeBody(body)}\nJSON`;
  }
  const names = new Map(files.map(([name, file]) => [name, file.name]));
  const forms = entry.action.parameters
    .filter(({ kind }) => kind.kind === 'file')
    .map(({ name }) => ` \\\n  -F ${quote(`${name}=@${names.get(name) ?? 'FILE'}`)}`);
  return `${head}curl '${address}' \\\n  -F 'json=<-'${forms.join('')} <<JSON\n${escapeBody(body)}\nJSON`;
}

/** In a here-document the shell still reads `$`, backquotes and backslashes; only the session's variable is meant. */
function escapeBody(body: string): string {
  return body.replaceAll(/[\\`$]/g, '\\$&').replace('"ks": "\\$KS"', '"ks": "$KS"');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
