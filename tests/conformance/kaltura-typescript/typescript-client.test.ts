import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../../apps/web/src/testing/chromium.ts';
import { ACCOUNT, ApiForTests } from '../../../packages/api/src/api-for-tests.ts';

/** Kaltura's TypeScript client in the place that it was made for: a browser, on a page of another origin. */

let server: ApiForTests;
let browser: Browser;
let page: Page;
let folder = '';
let endpointUrl = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-typescript-client-'));
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  endpointUrl = await server.app.listen({ host: '127.0.0.1', port: 0 });
  await server.addWebcast();
  browser = await launchChromium();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundledScenarios() });
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The scenarios and the client in one script, under the global name `conformance`. */
async function bundledScenarios(): Promise<string> {
  const outDir = join(folder, 'script');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'browser-scenarios.ts'),
        formats: ['iife'],
        name: 'conformance',
        fileName: 'scenarios',
      },
    },
  });
  return readFile(join(outDir, 'scenarios.iife.js'), 'utf8');
}

function run(name: string): Promise<unknown> {
  const { adminSecret, partnerId } = ACCOUNT;
  return page.evaluate(
    ([scenario, settings]) =>
      (
        globalThis as unknown as { conformance: typeof import('./browser-scenarios.ts') }
      ).conformance.run(scenario, settings),
    [name, { endpointUrl, adminSecret, partnerId }] as const,
  );
}

test('a live stream is added and changed', async () => {
  expect(await run('a live stream is added and changed')).toEqual({
    isLiveStream: true,
    dvrStatus: 1,
    hasDates: true,
    name: 'Town hall',
    description: 'changed',
  });
});

test('lists are of their types', async () => {
  expect(await run('lists are of their types')).toEqual({ base: true, media: true });
});

test('configurations and widgets are of their types', async () => {
  expect(await run('configurations and widgets are of their types')).toEqual({
    lists: true,
    objects: true,
    widgets: true,
  });
});

test('a multirequest hands results on and keeps its errors apart', async () => {
  expect(await run('a multirequest hands results on and keeps its errors apart')).toEqual({
    length: 4,
    hasErrors: true,
    ks: 'string',
    permissions: true,
    partnerId: ACCOUNT.partnerId,
    adultContent: false,
    error: 'ENTRY_ID_NOT_FOUND',
  });
});

test('a session that is none is an exception', async () => {
  expect(await run('a session that is none is an exception')).toEqual({
    isException: true,
    code: 'INVALID_KS',
  });
});

test('a response profile leaves out the rest', async () => {
  expect(await run('a response profile leaves out the rest')).toEqual({
    name: 'Town hall',
    isWhole: true,
  });
});
