// `npm run build -w apps/cli`: writes the command line as it is published, into its `dist` folder, which `npm publish` takes.
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

type Manifest = {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
};

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'apps/cli');
const DIST = path.join(FOLDER, 'dist');
const PROGRAM = 'rostrum.js';

/** Packages of this repository go into the program; others are dependencies of it. */
const OURS = /^@rostrum\//;

const manifest = JSON.parse(readFileSync(path.join(FOLDER, 'package.json'), 'utf8')) as Manifest;

rmSync(DIST, { recursive: true, force: true });
mkdirSync(DIST);
await build({
  root: FOLDER,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: OURS },
  build: {
    ssr: path.join(FOLDER, 'src/main.ts'),
    outDir: DIST,
    target: 'node22',
    minify: false,
    rolldownOptions: { output: { entryFileNames: PROGRAM, codeSplitting: false } },
  },
});
chmodSync(path.join(DIST, PROGRAM), 0o755);
writeFileSync(path.join(DIST, 'package.json'), `${JSON.stringify(published(manifest), null, 2)}\n`);
cpSync(path.join(ROOT, 'LICENSE'), path.join(DIST, 'LICENSE'));
cpSync(path.join(FOLDER, 'README.md'), path.join(DIST, 'README.md'));
console.log(`wrote ${DIST}`);

/** What it says where it is published: a program, and what that needs from outside. */
function published({ dependencies, ...rest }: Manifest): object {
  const { private: _, scripts: __, devDependencies: ___, ...kept } = rest;
  return {
    ...kept,
    bin: { rostrum: `./${PROGRAM}` },
    files: [PROGRAM],
    dependencies: Object.fromEntries(
      Object.entries(dependencies).filter(([name]) => !OURS.test(name)),
    ),
  };
}
