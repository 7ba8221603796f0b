import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT } from '../../../packages/api/src/api-for-tests.ts';
import { listWebcasts } from '../../../packages/sdk/src/index.ts';
import { ApiOnAPort } from './api-on-a-port.ts';

/** `docs/sdk.md` as it stands: its samples are one program, which is checked and run. */

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(path.join(ROOT, 'docs/sdk.md'), 'utf8');
const program = [...PAGE.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code).join('\n');

let server: ApiOnAPort;
/** Inside the repository, so that the packages are found from there. */
let folder = '';
let dataFolder = '';

beforeAll(async () => {
  const cache = path.join(import.meta.dirname, '.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(path.join(cache, 'page-'));
  dataFolder = mkdtempSync(path.join(tmpdir(), 'rostrum-page-'));
  server = await ApiOnAPort.open({ kind: 'sqlite', path: path.join(dataFolder, 'api.db') });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

function run(args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        output += data;
      });
    child.once('close', (code) => resolve({ code, output }));
  });
}

test('the page’s samples are right for the strictest compiler', async () => {
  writeFileSync(path.join(folder, 'page.ts'), program);
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../../tsconfig.json',
      // Samples end with what one goes on with.
      compilerOptions: { noUnusedLocals: false },
      include: ['page.ts'],
    }),
  );
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  expect(await run([tsc, '--project', folder])).toEqual({ code: 0, output: '' });
});

test('the page’s samples run, and print what the page says', async () => {
  const file = path.join(folder, 'run.ts');
  writeFileSync(file, program.replace('http://localhost:8080', server.serviceUrl));
  const { code, output } = await run([file], { ROSTRUM_ADMIN_SECRET: ACCOUNT.adminSecret });
  expect(output).toContain('Nothing to see yet');
  expect(output).toContain("ENTRY_ID_NOT_FOUND { ENTRY_ID: '0_nothing0' } liveStream.get false");
  expect(output).toMatch(/^0_[0-9a-z]{8} true$/m);
  expect(output).toMatch(/^rtmp:\/\/ingest\.example:1935\/kLive 0_[0-9a-z]{8}_1\?t=[0-9a-f]+$/m);
  expect(output).toContain('No picture yet\nfalse\n');
  expect(output).toMatch(/^portal 1 0_[0-9a-z]{8}$/m);
  expect(code).toBe(0);
  const everything = { page: 1, pageSize: 10, nowMs: Date.now() };
  expect(await listWebcasts(server.adminClient(), everything)).toMatchObject({ totalCount: 0 });
});

test('the page’s webcast is another than the one of the guide, which may be there already', () => {
  const guide = readFileSync(path.join(ROOT, 'docs/guide.md'), 'utf8');
  const keysIn = (page: string) => page.match(/(?<=idempotencyKey: ')[^']+/g) ?? [];
  expect(keysIn(PAGE)).toHaveLength(1);
  expect(keysIn(guide)).not.toContain(keysIn(PAGE)[0]);
});
