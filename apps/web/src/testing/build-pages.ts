import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const WEB = join(import.meta.dirname, '../..');

/** Builds the pages as they are now into a folder of its own, so that a test never sees an older build. */
export async function buildPages(): Promise<{ readonly path: string; close(): void }> {
  const path = mkdtempSync(join(tmpdir(), 'rostrum-pages-'));
  const environment = process.env.NODE_ENV;
  // A test runner's own value would build the libraries' development versions.
  process.env.NODE_ENV = 'production';
  await build({
    root: WEB,
    configFile: join(WEB, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: path, emptyOutDir: true },
  });
  process.env.NODE_ENV = environment;
  return { path, close: () => rmSync(path, { recursive: true, force: true }) };
}
