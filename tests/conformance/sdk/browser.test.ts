import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { launchChromium } from '../../../apps/web/src/testing/chromium.ts';
import { ACCOUNT } from '../../../packages/api/src/api-for-tests.ts';
import { ApiOnAPort } from './api-on-a-port.ts';

/** The SDK where pages use it: in a browser, on a page of another origin than the server's. */

const SDK = path.resolve(import.meta.dirname, '../../../packages/sdk/src');

let server: ApiOnAPort;
let pages: Server;
let browser: Browser;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rostrum-page-'));
  server = await ApiOnAPort.open({ kind: 'sqlite', path: path.join(folder, 'api.db') });
  const scripts: Readonly<Record<string, string>> = {
    '/page.js': await bundled(path.join(import.meta.dirname, 'browser-page.ts'), 'iife'),
    '/elements.js': await bundled(path.join(SDK, 'elements/index.ts'), 'es'),
  };
  pages = createServer((request, response) => {
    const { url = '' } = request;
    const script = scripts[url];
    const html =
      url === '/elements'
        ? '<!doctype html><script type="module" src="/elements.js"></script>'
        : '<!doctype html><script src="/page.js"></script>';
    response.setHeader(
      'content-type',
      script === undefined ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8',
    );
    response.end(script ?? html);
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

async function bundled(entry: string, format: 'es' | 'iife'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry, formats: [format], name: 'portal', fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
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

test('the element tells whoever writes the page which webcast is not there, and where', async () => {
  const rooms = new WebSocketServer({ server: pages, path: '/room' });
  rooms.on('connection', (socket) => {
    const refusal = { type: 'refused', code: 'not-found', message: 'There is no such webcast' };
    socket.on('message', () => socket.send(JSON.stringify(refusal)));
  });
  const page = await browser.newPage();
  const warnings: string[] = [];
  page.on('console', (message) => {
    const isOurs = message.type() === 'warning' && message.text().startsWith('<rostrum');
    if (isOurs) warnings.push(message.text());
  });
  const url = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  await page.goto(`${url}/elements`);
  await page.evaluate((serviceUrl) => {
    document.body.innerHTML = `<rostrum-webcast service-url="${serviceUrl}" webcast-id="0_nothing0" lang="en"></rostrum-webcast>`;
  }, url);
  await page.getByText('We can’t find this webcast').waitFor();
  // Asked again, and told once.
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('We can’t find this webcast').waitFor();
  expect(warnings).toEqual([
    `<rostrum-webcast>: there is no webcast "0_nothing0" at ${url} (attributes webcast-id and service-url).`,
  ]);
  rooms.close();
});
