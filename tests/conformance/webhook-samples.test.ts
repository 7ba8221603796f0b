import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EVENT_TYPES, SUBSCRIBED_TYPES } from '../../packages/api/src/webhooks/event-types.ts';
import { eventually } from '../e2e/server-under-test.ts';

/** docs/webhooks.md: its programs run as they stand, and its table has every event with all of its data. */

const ROOT = path.resolve(import.meta.dirname, '../..');
const PAGE = readFileSync(path.join(ROOT, 'docs/webhooks.md'), 'utf8');
const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const BODY = JSON.stringify({ type: 'webcast.ended', data: { name: 'Größe' } });

function sample(language: string): string {
  const code = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];
  if (code === undefined) throw new Error(`docs/webhooks.md has no sample in ${language}`);
  return code;
}

/** As it would arrive now. */
function signed(body = BODY, atMs = Date.now()) {
  const at = new Date(atMs);
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(atMs / 1000)),
    'webhook-signature': `v1,AAAA ${new Webhook(SECRET).sign('msg_1', at, body)}`,
  };
}

const CASES = [
  ['believes what is signed', signed(), BODY, 'believed'],
  ['does not believe what was changed', signed(), BODY.replace('ended', 'began'), 'forged'],
  ['does not believe what is old', signed(BODY, Date.now() - 600_000), BODY, 'too old'],
] as const;

describe.each([
  [
    'python',
    'python3',
    (code: string) =>
      `import json, sys\n${code}\nheaders, body, secret = json.load(sys.stdin)\ntry:\n    verify(headers, body.encode(), secret)\n    print("believed")\nexcept ValueError as error:\n    print(error)\n`,
  ],
  [
    'php',
    'php',
    (code: string) =>
      `<?php\n${code}\n[$headers, $body, $secret] = json_decode(file_get_contents('php://stdin'), true);\ntry { verify($headers, $body, $secret); echo 'believed'; } catch (Exception $error) { echo $error->getMessage(); }\n`,
  ],
] as const)('the sample in %s', (language, command, around) => {
  test.each(CASES)('%s', (_name, headers, body, expected) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-sample-'));
    const file = path.join(folder, `sample.${language}`);
    writeFileSync(file, around(sample(language)));
    const input = JSON.stringify([headers, body, SECRET]);
    const { stdout, stderr } = spawnSync(command, [file], { input, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect(`${stdout}${stderr}`.trim()).toBe(expected);
  });
});

describe('the sample in JavaScript', () => {
  let receiver: ChildProcess;
  let url = '';
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-sample-'));

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    // The package by its file: here nobody has installed it.
    const sdk = pathToFileURL(path.join(ROOT, 'packages/sdk/src/index.ts'));
    const file = path.join(folder, 'sample.mjs');
    writeFileSync(file, sample('js').replace("'@rostrum/sdk'", `'${sdk}'`));
    const env = { ...process.env, SECRET, PORT: String(port) };
    receiver = spawn(process.execPath, [file], { env, stdio: 'ignore' });
    await eventually('the sample listens', () =>
      fetch(url).then(
        () => true,
        () => false,
      ),
    );
  }, 30_000);
  afterAll(() => {
    receiver?.kill();
    rmSync(folder, { recursive: true });
  });

  test.each(CASES)('%s', async (_name, headers, body, expected) => {
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(expected === 'believed' ? 204 : 400);
  });
});

describe('the table of events', () => {
  test.each(SUBSCRIBED_TYPES)('has %s with all that it tells', (type) => {
    const row = PAGE.split('\n').find((line) => line.startsWith(`| \`${type}\``)) ?? '';
    const { partnerId: _account, ...data } = EVENT_TYPES[type].example;
    expect(Object.keys(data).filter((name) => !row.includes(`\`${name}\``))).toEqual([]);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}
