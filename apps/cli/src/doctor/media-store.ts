import { type MediaStoreSettings, readMediaStore, SettingsError } from '@rostrum/settings';
import { AwsClient } from 'aws4fetch';
import { type Finding, fault, fine, warning } from './finding.ts';
import type { Place } from './place.ts';

const TIMEOUT_MS = 5000;

/** Whether the bucket for recordings can be listed; nothing where none is set. */
export async function checkMediaStore({ texts, env }: Place): Promise<readonly Finding[]> {
  const check = 'S3';
  let store: MediaStoreSettings | null;
  try {
    store = readMediaStore(texts.read('ROSTRUM_MEDIA_STORE'), env);
  } catch (error) {
    // The settings' own check says what is wrong.
    if (error instanceof SettingsError) return [];
    throw error;
  }
  if (store === null) return [];
  const { bucket, prefix, endpoint, accessKeyId, secretAccessKey, sessionToken, region } = store;
  const where = `s3://${bucket}/${prefix}${endpoint === null ? '' : ` at ${endpoint}`}`;
  const client = new AwsClient({
    ...{ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 },
    ...(sessionToken === null ? {} : { sessionToken }),
  });
  try {
    const answer = await client.fetch(
      `${bucketUrl(store)}?list-type=2&max-keys=1&prefix=${encodeURIComponent(prefix)}`,
      { signal: AbortSignal.timeout(TIMEOUT_MS) },
    );
    const code = /<Code>([^<]{1,60})/.exec(await answer.text())?.[1] ?? `status ${answer.status}`;
    if (answer.ok) return [fine(check, `${where} can be listed`)];
    const advice =
      answer.status === 404
        ? 'Make the bucket, or correct its name.'
        : 'The credentials need the rights that docs/settings.md lists.';
    return [fault(check, `${where} refuses: ${code}`, advice)];
  } catch {
    return [
      warning(
        check,
        `${where} does not answer`,
        'Recordings stay in the data folder until it is there. See AWS_ENDPOINT_URL_S3 and the network.',
      ),
    ];
  }
}

/** The address of the bucket; it ends with a slash. */
function bucketUrl({ bucket, region, endpoint, addressing }: MediaStoreSettings): string {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const base = new URL(endpoint ?? `https://s3.${region}.${domain}`);
  const path = base.pathname.replace(/\/*$/, '/');
  return addressing === 'path'
    ? `${base.protocol}//${base.host}${path}${bucket}/`
    : `${base.protocol}//${bucket}.${base.host}${path}`;
}
