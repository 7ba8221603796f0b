/** An API on its own data, for the benchmark: tells its address, ends when its parent goes. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { openApi } from '../../packages/api/src/index.ts';

const [partnerId = '100', adminSecret = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'rostrum-bench-api-'));
const silent = () => undefined;
const withoutTool = () => Promise.resolve('no-tool' as const);
const api = await openApi({
  database: { kind: 'sqlite', path: join(folder, 'api.db') },
  account: { partnerId: Number(partnerId), adminSecret, userSecret: `${adminSecret}-user` },
  playbackSecret: Buffer.alloc(32, 1),
  uploadFolder: join(folder, 'uploads'),
  contentFolder: join(folder, 'files'),
  channels: {
    statusOf: silent,
    applySettings: silent,
    remove: silent,
    removeTake: async () => undefined,
    measureTake: async () => null,
    listTakes: async () => [],
  },
  movies: { factsAt: async () => null },
  server: {
    version: '0',
    processes: () => [],
    ports: () => ({}),
    healthOf: () => null,
    healths: () => [],
    watching: () => 0,
    storeHealth: () => null,
  },
  stills: { frameOf: withoutTool, originalOf: withoutTool, shape: withoutTool },
  addresses: {
    publicUrl: (requestHost) => `http://${requestHost}`,
    mediaUrl: (requestHost) => `http://${requestHost}`,
    rtmp: () => ({ host: '127.0.0.1', port: 1935 }),
    rtmps: () => null,
  },
  log: { error: console.error, warn: console.error, info: silent, debug: silent },
});
const app = Fastify();
await app.register(api.routes);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
// What this runtime's HTTP costs alone, as a yardstick for a machine that is busy with other things.
const bare = createServer((request, response) => {
  request.resume().on('end', () => {
    response
      .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 4 })
      .end('true');
  });
}).listen(0, '127.0.0.1');
await once(bare, 'listening');
const bareAddress = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
process.send?.({ type: 'listening', address, bareAddress });
process.once('disconnect', async () => {
  bare.close();
  bare.closeAllConnections();
  await app.close();
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});
