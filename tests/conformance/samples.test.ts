import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ApiForTests } from '../../packages/api/src/api-for-tests.ts';
import { describeApi } from '../../packages/api/src/reference/describe-api.ts';
import { createClient } from '../../packages/sdk/src/index.ts';
import type { CallObject } from '../../packages/sdk/src/reference/call-values.ts';
import { ReferenceIndex } from '../../packages/sdk/src/reference/reference-index.ts';
import { samplesFor } from '../../packages/sdk/src/reference/samples/samples.ts';

/** The reference page's examples, run as they stand: with Kaltura's client for Node, and with our own. */

const index = new ReferenceIndex(describeApi());
const actions = index.reference.services.flatMap((service) =>
  service.actions
    .filter(({ parameters, result }) =>
      [...parameters.map(({ kind }) => kind), result].every(
        (kind) => kind?.kind !== 'file' && kind?.kind !== 'servedFile',
      ),
    )
    .map((action) => ({ service, action })),
);

let server: ApiForTests;
let folder = '';
let address = '';
let ks = '';

beforeAll(async () => {
  // The client prints every request.
  vi.spyOn(console, 'log').mockReturnValue(undefined);
  folder = await mkdtemp(join(tmpdir(), 'rostrum-samples-'));
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  ks = await server.startAdminSession();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the request came to: the server's code, `answered`, or why it never got there. */
async function run(language: string, entry: (typeof actions)[number], values: CallObject) {
  const sample = samplesFor({ entry, index }).find(({ id }) => id === language);
  if (sample === undefined) return 'not offered';
  const code = sample
    .write({ serviceUrl: address, partnerId: 100, entry, index, values })
    .replace(/^import .*\n/, '');
  const context = vm.createContext({
    require: createRequire(import.meta.url),
    createClient,
    ks,
    console,
  });
  try {
    await vm.runInContext(`(async () => {\n${code}\n})()`, context);
    return 'answered';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

/** Codes that say the request was not understood; any other shows that it got where it should. */
const MISUNDERSTOOD =
  /^PROPERTY_VALIDATION_|^INVALID_ENUM|^MISSING_|^OBJECT_TYPE|^INTERNAL_|_DOES_NOT_EXISTS$|Error/;

describe.each(['kaltura-javascript', 'javascript'])('examples in %s', (language) => {
  test.each(actions.map((entry) => [`${entry.service.name}.${entry.action.name}`, entry] as const))(
    '%s is understood',
    async (_name, entry) => {
      expect(await run(language, entry, entry.action.example as CallObject)).not.toMatch(
        MISUNDERSTOOD,
      );
    },
  );

  test('the example of liveStream.add makes a webcast', async () => {
    const entry = index.action('liveStream.add');
    if (entry === undefined) throw new Error('liveStream.add is gone');
    const before = await server.call('livestream', 'list', { ks });
    expect(await run(language, entry, entry.action.example as CallObject)).toBe('answered');
    const after = await server.call('livestream', 'list', { ks });
    expect(after.totalCount).toBe(before.totalCount + 1);
  });
});
