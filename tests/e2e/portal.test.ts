import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../apps/web/src/testing/chromium.ts';
import { momentIn } from '../../examples/portal/src/zoned-time.ts';
import { Encoder } from './encoder.ts';
import { readVideo } from './read-video.ts';
import { ServerUnderTest } from './server-under-test.ts';

const PORTAL = path.resolve(import.meta.dirname, '../../examples/portal/src/server.ts');

/** The example application: what the guide has an integrator build. */
/** Of starts that are to come. */
const NEXT_YEAR = new Date().getFullYear() + 1;

describe('the example portal', () => {
  let browser: Browser;
  let server: ServerUnderTest;
  let portal: ChildProcess;
  let url = '';
  let producer: Page;
  let viewer: Page;
  let encoder: Encoder | null = null;

  /** The producer's page follows the show by itself. */
  const producerReads = (text: string) =>
    producer.getByText(text, { exact: false }).first().waitFor({ timeout: 20_000 });

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
    producer = await (await browser.newContext({ timezoneId: 'America/New_York' })).newPage();
    viewer = await (await browser.newContext({ timezoneId: 'Asia/Tokyo' })).newPage();
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
    await producer.getByLabel('Starts').fill(`${NEXT_YEAR}-01-12T10:00`);
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
    await producer.getByRole('heading', { name: 'Town hall <b>' }).first().waitFor();
    await producer.goto(url);
    expect(await producer.getByRole('link', { name: 'Town hall <b>' }).count()).toBe(1);
  });

  it('reads a start in the zone that the form names, which is the browser’s, and shows it in the reader’s', async () => {
    await producer.goto(url);
    const link = producer.getByRole('link', { name: 'Town hall <b>' });
    const id = (await link.getAttribute('href'))?.split('/').at(-1);
    const ks = await server.adminSession();
    const { startDate } = await server.call<{ startDate: number }>('liveStream', 'get', {
      ks,
      entryId: id,
    });
    expect(new Date(startDate * 1000).toISOString()).toBe(`${NEXT_YEAR}-01-12T15:00:00.000Z`);
    const { objects } = await server.call<{ objects: { xml: string }[] }>(
      'metadata_metadata',
      'list',
      {
        ks,
        filter: { objectIdEqual: id },
      },
    );
    expect(objects.map(({ xml }) => xml).join()).toContain('America/New_York');

    await producer.getByText(`Jan 12, ${NEXT_YEAR}, 10:00 AM`).waitFor();
    await viewer.goto(url);
    await viewer.getByText(`Jan 13, ${NEXT_YEAR}, 12:00 AM`).waitFor();
  });

  it('takes no start in the past, says which, and keeps what was typed', async () => {
    await producer.goto(`${url}/new`);
    await producer.getByLabel('Name').fill('Yesterday');
    await producer.getByLabel('Starts').fill('2020-01-12T10:00');
    await producer.getByLabel('Time zone').selectOption('Europe/Vienna');
    await producer.getByLabel('Record it').uncheck();
    await producer.getByRole('button', { name: 'Create' }).click();
    await producer
      .getByRole('alert')
      .getByText('in the past (got 2020-01-12 10:00, Europe/Vienna)')
      .waitFor();
    expect(await producer.getByLabel('Name').inputValue()).toBe('Yesterday');
    expect(await producer.getByLabel('Starts').inputValue()).toBe('2020-01-12T10:00');
    expect(await producer.getByLabel('Time zone').inputValue()).toBe('Europe/Vienna');
    expect(await producer.getByLabel('Record it').isChecked()).toBe(false);
  });

  it('says in the form what is wrong with it', async () => {
    await producer.goto(`${url}/new`);
    await producer.getByLabel('Name').fill('Backwards');
    await producer.getByLabel('Starts').fill(`${NEXT_YEAR}-01-12T10:00`);
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
    await producerReads('Start the encoder');
    const [address = '', key = ''] = await producer.locator('dd code').allTextContents();
    const [place, query] = address.split('?');
    encoder = new Encoder(`${place?.replace('localhost', '127.0.0.1')}/${key}?${query}`);
    await producerReads('“Go live” gives it to everybody');
    await producer.locator('#state').getByText('Preview', { exact: true }).waitFor();
    await pictureMoves(producer);
    expect(await viewer.evaluate(readVideo)).toBeNull();
    const list = await (await fetch(url)).text();
    expect(list).toContain('Scheduled');
    expect(list).not.toMatch(/preview/i);

    await producer.getByRole('button', { name: 'Go live' }).click();
    await producerReads('Everybody gets the picture');
    await producer.locator('#state').getByText('On air', { exact: true }).waitFor();
    await pictureMoves(viewer);

    await producer.getByRole('button', { name: 'End' }).click();
    await viewer.getByText('Replay', { exact: true }).waitFor();
    await producerReads('Viewers get now: the recording');
    await producerReads('“Go live” gives it to everybody');
    // The name that everybody knows, and the moment by the reader’s own clock.
    const recording = producer.getByRole('link', { name: /^Town hall <b>, \w+ \d+, \d{4}, / });
    await recording.click();
    await expect
      .poll(() => producer.evaluate(readVideo), { timeout: 20_000 })
      .toMatchObject({ videoWidth: 320 });
  });

  it('has no link with a session in it, and none to a page that is not there', async () => {
    await producer.goto(`${url}/webcasts/${server.sample.webcastId}/produce`);
    await producer.getByRole('heading', { name: 'Questions and slides' }).waitFor();
    const links = await producer
      .locator('main a')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    expect(links.filter((link) => !link.startsWith(url) || link.includes('ks='))).toEqual([]);
    expect(await Promise.all(links.map(async (link) => (await fetch(link)).status))).toEqual(
      links.map(() => 200),
    );
  });

  it('keeps somebody who becomes another one on their page, as far as it is theirs', async () => {
    const watchUrl = `${url}/webcasts/${server.sample.webcastId}`;
    await viewer.goto(watchUrl);
    await viewer.getByRole('button', { name: 'Become Producer' }).click();
    await viewer.getByText('Signed in as Producer').waitFor();
    expect(viewer.url()).toBe(watchUrl);
    await viewer.goto(`${watchUrl}/produce`);
    await viewer.getByRole('button', { name: 'Become Employee' }).click();
    await viewer.getByText('Signed in as Employee').waitFor();
    expect(viewer.url()).toBe(watchUrl);

    const led = await fetch(`${url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ as: 'producer@portal.example', at: '//elsewhere.example/' }),
      redirect: 'manual',
    });
    expect(led.headers.get('location')).toBe('/');
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
    const state = await fetch(`${url}/webcasts/${server.sample.webcastId}/state`);
    expect(state.status).toBe(403);
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

describe('a time in the form of the example portal', () => {
  const isoIn = (zone: string, local: string) => new Date(momentIn(zone, local)).toISOString();

  it('a time is the one that the clocks of its zone show, in winter and in summer', () => {
    expect(isoIn('America/New_York', '2027-01-12T10:00')).toBe('2027-01-12T15:00:00.000Z');
    expect(isoIn('America/New_York', '2027-07-12T10:00')).toBe('2027-07-12T14:00:00.000Z');
    expect(isoIn('Asia/Kathmandu', '2027-01-12T00:00')).toBe('2027-01-11T18:15:00.000Z');
  });

  it('the hours beside a change of the clocks are right', () => {
    expect(isoIn('Europe/Vienna', '2027-03-28T01:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(isoIn('Europe/Vienna', '2027-03-28T03:00')).toBe('2027-03-28T01:00:00.000Z');
    expect(isoIn('Europe/Vienna', '2027-10-31T01:59')).toBe('2027-10-30T23:59:00.000Z');
    expect(isoIn('Europe/Vienna', '2027-10-31T03:00')).toBe('2027-10-31T02:00:00.000Z');
  });

  it('what is no time, and a zone that is none, is told', () => {
    expect(momentIn('UTC', '')).toBeNaN();
    expect(() => momentIn('Europe/Nowhere', '2027-01-12T10:00')).toThrow('Europe/Nowhere');
  });
});

async function pictureMoves(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(readVideo), { timeout: 20_000 })
    .toMatchObject({ currentTime: expect.toSatisfy((seconds: number) => seconds > 1) });
}

function addressPrinted({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout?.on('data', (data: Buffer) => {
      const [address] = /http:\/\/localhost:\d+/.exec(data.toString()) ?? [];
      if (address !== undefined) resolve(address);
    });
    stdout?.once('close', () => reject(new Error('the portal ended')));
  });
}
