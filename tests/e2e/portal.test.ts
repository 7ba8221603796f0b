import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { Encoder } from './encoder.ts';
import { readVideo } from './read-video.ts';
import { ServerUnderTest } from './server-under-test.ts';

const PORTAL = path.resolve(import.meta.dirname, '../../examples/portal/src/server.ts');

/** The example application: what the guide has an integrator build. */
describe('the example portal', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let portal: ChildProcess;
  let url = '';
  let producer: Page;
  let viewer: Page;
  let encoder: Encoder | null = null;

  /** The producer's page is as it was asked for: it changes when it is asked for again. */
  const producerReads = (text: string) =>
    expect
      .poll(
        async () => {
          await producer.reload();
          return producer.getByText(text).count();
        },
        { timeout: 20_000, message: text },
      )
      .toBe(1);

  const startPortal = (port: string) =>
    spawn(process.execPath, [PORTAL], {
      env: {
        ...process.env,
        SERVICE_URL: server.url,
        PARTNER_ID: '100',
        ADMIN_SECRET: server.adminSecret,
        PORT: port,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  beforeAll(async () => {
    browser = await launchChromium();
    server = await ServerUnderTest.start();
    portal = startPortal('0');
    portal.stderr?.pipe(process.stderr);
    url = await addressPrinted(portal);
    producer = await (await browser.newContext()).newPage();
    viewer = await (await browser.newContext()).newPage();
  });

  afterAll(async () => {
    await encoder?.cut();
    await browser.close();
    portal.kill();
    await server.stop();
  });

  it('creates a webcast with what the form says, once however often it is sent', async () => {
    await producer.goto(url);
    await producer.getByRole('button', { name: 'Become Producer' }).click();
    await producer.getByRole('link', { name: 'New webcast' }).click();
    await producer.getByLabel('Name').fill('Town hall <b>');
    await producer.getByLabel('Starts').fill('2027-01-12T10:00');
    await producer.getByLabel('Presenter').fill('The chair');
    await producer.locator('form.fields').evaluate(async (form: HTMLFormElement) => {
      const send = () =>
        fetch(form.action, {
          method: 'POST',
          body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>),
        });
      await Promise.all([send(), send()]);
    });
    await producer.getByRole('button', { name: 'Create' }).click();
    await producer.getByRole('heading', { name: 'Town hall <b>' }).waitFor();
    await producer.goto(url);
    expect(await producer.getByRole('link', { name: 'Town hall <b>' }).count()).toBe(1);
  });

  it('says in the form what is wrong with it', async () => {
    await producer.goto(`${url}/new`);
    await producer.getByLabel('Name').fill('Backwards');
    await producer.getByLabel('Starts').fill('2027-01-12T10:00');
    await producer.getByLabel('Minutes').evaluate((field: HTMLInputElement) => {
      field.min = '-5';
      field.value = '-5';
    });
    await producer.getByRole('button', { name: 'Create' }).click();
    await producer.getByRole('alert').getByText('endsAt').waitFor();
    expect(await producer.getByLabel('Name').inputValue()).toBe('Backwards');
  });

  it('shows a viewer the waiting page, the show and its recording, and nothing of the preview', async () => {
    await producer.goto(url);
    await producer.getByRole('link', { name: 'Town hall <b>' }).click();
    const watchUrl = producer.url();
    await viewer.goto(watchUrl);
    await viewer.getByText('Town hall <b>').first().waitFor();

    await producer.goto(`${watchUrl}/produce`);
    const [address = '', key = ''] = await producer.locator('dd code').allTextContents();
    const [place, query] = address.split('?');
    encoder = new Encoder(`${place?.replace('localhost', '127.0.0.1')}/${key}?${query}`);
    await producerReads('In preview');
    expect(await viewer.evaluate(readVideo)).toBeNull();

    await producer.getByRole('button', { name: 'Go live' }).click();
    await expect
      .poll(() => viewer.evaluate(readVideo), { timeout: 20_000 })
      .toMatchObject({ currentTime: expect.toSatisfy((seconds: number) => seconds > 1) });

    await producer.getByRole('button', { name: 'End' }).click();
    await viewer.getByText('Replay', { exact: true }).waitFor();
    await producerReads('Viewers get now: the recording');
    await producer.getByRole('link', { name: /^Town hall <b> 1/ }).click();
    await expect
      .poll(() => producer.evaluate(readVideo), { timeout: 20_000 })
      .toMatchObject({ videoWidth: 320 });
  });

  it('says in words that its address is taken, and how to choose another', async () => {
    const second = startPortal(new URL(url).port);
    let said = '';
    second.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
    });
    const code = await new Promise((resolve) => second.once('close', resolve));
    expect(said.trim()).toBe(
      `${url} is taken, perhaps by a portal that runs already. PORT chooses another, such as PORT=${Number(new URL(url).port) + 1}.`,
    );
    expect(code).toBe(1);
  });

  it('lets nobody but producers produce, and no other site send its forms', async () => {
    const refused = await fetch(`${url}/new`);
    expect(refused.status).toBe(403);
    const forged = await fetch(`${url}/webcasts/${server.sample.webcastId}/go-live`, {
      method: 'POST',
      headers: {
        cookie: `portal-user=${encodeURIComponent('producer@portal.example')}`,
        origin: 'https://elsewhere.example',
      },
      redirect: 'manual',
    });
    expect(forged.status).toBe(403);
  });
});

function addressPrinted({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout?.on('data', (data: Buffer) => {
      const [address] = /http:\/\/localhost:\d+/.exec(data.toString()) ?? [];
      if (address !== undefined) resolve(address);
    });
    stdout?.once('close', () => reject(new Error('the portal ended')));
  });
}
