// `npm run build -w packages/sdk`: writes a package as it is published, into its `dist` folder, which `npm publish` takes.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { compilePackage } from './build-package/compile-package.ts';
import { publishedManifest } from './build-package/published-manifest.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const [room = ''] = process.argv.slice(2);
const folder = path.resolve(ROOT, room);
if (!existsSync(path.join(folder, 'package.json'))) {
  throw new RangeError(`There is no package in ${folder}: say which one to build (packages/sdk)`);
}
const dist = path.join(folder, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
compilePackage(ROOT, folder, dist);
writeFileSync(
  path.join(dist, 'package.json'),
  `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`,
);
cpSync(path.join(ROOT, 'LICENSE'), path.join(dist, 'LICENSE'));
cpSync(path.join(folder, 'README.md'), path.join(dist, 'README.md'));
console.log(`wrote ${dist} (${readdirSync(dist, { recursive: true }).length} files)`);
