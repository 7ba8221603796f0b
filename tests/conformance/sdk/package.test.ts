import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The package as it is published: packed, installed in an empty folder, and used from there. */

const ROOT = path.resolve(import.meta.dirname, '../../..');
const DIST = path.join(ROOT, 'packages/sdk/dist');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-package-'));
  run('npm', ['run', 'build', '--workspace', 'packages/sdk'], ROOT);
  const packed = run('npm', ['pack', '--silent', '--pack-destination', folder, DIST], ROOT);
  const manifest = { name: 'empty', private: true, type: 'module' };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const tarball = `./${packed.trim().split('\n').at(-1)}`;
  run('npm', [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    tarball,
  ]);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

test('it depends on nothing that is not published, and may be published itself', () => {
  const installed = path.join(folder, 'node_modules/@rostrum');
  expect(readdirSync(installed)).toEqual(['sdk']);
  const manifest = JSON.parse(readFileSync(path.join(installed, 'sdk/package.json'), 'utf8'));
  expect(manifest).toMatchObject({ name: '@rostrum/sdk', engines: { node: '>=22' } });
  expect(manifest.private).toBeUndefined();
  expect(Object.keys(manifest.dependencies)).toEqual(['hls.js', 'lit', 'media-chrome']);
  const files = readdirSync(path.join(installed, 'sdk'), { recursive: true }).map(String);
  for (const name of ['LICENSE', 'README.md', 'src/index.js', 'src/index.d.ts', 'src/index.js.map'])
    expect(files).toContain(name);
  expect(files.filter((name) => /\.test\.|for-tests|[^d]\.ts$/.test(name))).toEqual([]);
});

test('Node runs it', () => {
  const code = `
    import { createClient, createSession, RostrumError } from '@rostrum/sdk';
    import { api } from '@rostrum/sdk/api';
    const session = () => createSession({ partnerId: 100, secret: 'x' });
    const client = createClient({ serviceUrl: 'http://127.0.0.1:1', partnerId: 100, session });
    const error = await client.send(api.session.get()).catch((caught) => caught);
    console.log(error instanceof RostrumError, error.code, atob((await session()).replaceAll('-', '+').replaceAll('_', '/')).slice(0, 7));
  `;
  writeFileSync(path.join(folder, 'run.js'), code);
  expect(run(process.execPath, ['run.js'])).toBe('true unreachable v2|100|\n');
});

test.each(['nodenext', 'bundler'])(
  'its types satisfy the strictest compiler, by %s',
  (resolution) => {
    cpSync(path.join(import.meta.dirname, 'package-use.txt'), path.join(folder, 'use.ts'));
    const config = {
      compilerOptions: {
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        // The package's own declarations, too.
        skipLibCheck: false,
        noEmit: true,
        target: 'es2024',
        lib: ['es2024', 'dom', 'dom.iterable'],
        types: [],
        module: resolution === 'bundler' ? 'esnext' : resolution,
        moduleResolution: resolution,
      },
      files: ['use.ts'],
    };
    writeFileSync(path.join(folder, `${resolution}.json`), JSON.stringify(config));
    const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
    expect(run(process.execPath, [tsc, '--project', `${resolution}.json`])).toBe('');
  },
);

/** KB are 1,000 bytes of gzip. The bounds are a tenth above what it takes. */
const BUDGETS = [
  ['the client, and sessions', "export { createClient, createSession } from '@rostrum/sdk';", 6.6],
  [
    'typed calls',
    "export { createClient } from '@rostrum/sdk';export { api } from '@rostrum/sdk/api';",
    5.6,
  ],
  [
    'what an integration needs',
    "export { createClient, createSession, createWebcast, playback, playerEmbed } from '@rostrum/sdk';",
    15,
  ],
  ['everything but elements', "export * from '@rostrum/sdk';", 28],
] as const;

test.each(BUDGETS)('a bundle of %s has nothing else in it', async (_, code, kilobytes) => {
  const { first: text, later } = await bundle(code);
  expect(later).toBe('');
  expect(gzipSync(text).length / 1000).toBeLessThan(kilobytes);
  expect(gzipSync(text).length / 1000).toBeGreaterThan(kilobytes * 0.75);
  expect(text).not.toMatch(/customElements|LitElement|Hls\b/);
});

test('the elements are in a bundle that asks for them, and the media engine waits in a file of its own', async () => {
  const { first, later } = await bundle("import '@rostrum/sdk/elements';");
  expect(first).toContain('customElements');
  expect(first).not.toContain('hlsManifestParsed');
  expect(later).toContain('hlsManifestParsed');
});

/** The code that a page begins with, and what it loads later. */
async function bundle(code: string): Promise<{ readonly first: string; readonly later: string }> {
  const entry = path.join(folder, 'entry.js');
  writeFileSync(entry, code);
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, target: 'es2024', lib: { entry, formats: ['es'] } },
  });
  const chunks = [built]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .filter((each) => each.type === 'chunk');
  const codeOf = (isFirst: boolean) =>
    chunks
      .filter(({ isEntry }) => isEntry === isFirst)
      .map((chunk) => chunk.code)
      .join('');
  return { first: codeOf(true), later: codeOf(false) };
}
