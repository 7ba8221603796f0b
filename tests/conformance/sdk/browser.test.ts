import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../../apps/web/src/testing/chromium.ts';
import { ACCOUNT } from '../../../packages/api/src/api-for-tests.ts';
import { ApiOnAPort } from './api-on-a-port.ts';

/** The SDK where pages use it: in a browser, on a page of another origin than the server's. */

let server: ApiOnAPort;
let pages: Server;
let browser: Browser;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-page-'));
  server = await ApiOnAPort.open({ kind: 'sqlite', path: path.join(folder, 'api.db') });
  const script = await bundledPage();
  pages = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader(
      'content-type',
      isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    );
    response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
  });
  pages.listen(0, '127.0.0.1');
  await once(pages, 'listening');
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  pages.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function bundledPage(): Promise<string> {
  const entry = path.join(import.meta.dirname, 'browser-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'portal', fileName: 'page' } },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  return outputs.map((each) => (each.type === 'chunk' ? each.code : '')).join('');
}

test('a page signs a session, creates a webcast, and understands refusals and a server that is away', async () => {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(pages.address() as AddressInfo).port}/`);
  const { partnerId, adminSecret } = ACCOUNT;
  const result = await page.evaluate(
    ([serviceUrl, id, secret]) => {
      const { portal } = globalThis as unknown as { portal: typeof import('./browser-page.ts') };
      return portal.integrate(serviceUrl, id, secret);
    },
    [server.serviceUrl, partnerId, adminSecret] as const,
  );
  expect(result).toEqual({
    isNew: true,
    presenters: [{ name: 'Åsa & Co' }],
    kind: 'none',
    refused: 'ENTRY_ID_NOT_FOUND',
    away: 'unreachable',
  });
});
