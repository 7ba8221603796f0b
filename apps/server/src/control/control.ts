import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openApi } from '@rostrum/api';
import { openSocketGateway, type SocketGateway } from '@rostrum/audience';
import type { ControlToMedia, MediaToControl } from '@rostrum/contracts';
import { Stills } from '@rostrum/media/still';
import type { SupervisorLink } from '../link/supervisor-link.ts';
import { listenHost } from '../listen-host.ts';
import { openLog } from '../log.ts';
import { makeFirstLinks } from './first-links.ts';
import { healthOf } from './health.ts';
import { createHttpServer } from './http-server.ts';
import { hostOfRequest, Links } from './links.ts';
import { LocalMovies } from './local-movies.ts';
import { mayFetchFrom } from './may-fetch-from.ts';
import { MediaLink } from './media-link.ts';
import { registerPages } from './pages.ts';
import { roomSourceOf } from './wire.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** The control process: API, live rooms and pages on one HTTP port. Read this first. */
export async function openControl(
  link: SupervisorLink<ControlToMedia, MediaToControl>,
): Promise<() => Promise<void>> {
  const { settings, secrets } = link.setup;
  const log = openLog('control');
  const links = new Links(settings, () => link.ports);
  const media = new MediaLink(link);

  const scheme = settings.tls === null ? 'http' : 'https';
  const mediaUrl = () => `${scheme}://127.0.0.1:${link.ports.media ?? settings.mediaPort}`;
  const movies = new LocalMovies(mediaUrl);
  const stills = new Stills({
    mediaUrl,
    ffmpeg: { file: 'ffmpeg', environment: { PATH: process.env.PATH ?? '' } },
    log,
  });
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const account = {
    partnerId: settings.partnerId,
    adminSecret: secrets.adminSecret,
    userSecret: secrets.userSecret,
  };
  // Nobody is in a room before there are rooms.
  const audience: { rooms: SocketGateway | null } = { rooms: null };
  const api = await openApi({
    clock: { nowMs: Date.now },
    log,
    channels: media,
    stills,
    movies,
    server: {
      version,
      processes: () => link.processes,
      ports: () => link.ports,
      healthOf: (webcastId) => media.health.newestOf(webcastId),
      healths: () => media.health.newest(),
      watching: (webcastId) => audience.rooms?.watching(webcastId) ?? 0,
      storeHealth: () => media.storeHealth,
    },
    addresses: links,
    mayFetchFrom: mayFetchFrom(settings.fetchNetworks),
    reconnectWindowMs: settings.reconnectWindowMs,
    account,
    playbackSecret: Buffer.from(secrets.playbackSecret, 'base64'),
    webhookNetworks: settings.webhookNetworks,
    uploadFolder: path.join(settings.dataDir, 'incoming'),
    contentFolder: path.join(settings.dataDir, 'files'),
    database:
      settings.databaseUrl === null
        ? { kind: 'sqlite', path: path.join(settings.dataDir, 'rostrum.db') }
        : { kind: 'postgres', url: settings.databaseUrl },
  });
  media.open({
    authorizePublish: (request) => api.authorizePublish(request),
    onChannelStatus: (status) => api.onChannelStatus(status),
    channelSettings: () => api.channelSettings(),
    onError: (error, what) => log.error({ error }, what),
  });

  const rooms = openSocketGateway({ source: roomSourceOf(api, links, media.health), log });
  audience.rooms = rooms;
  const app = createHttpServer(settings);
  app.get('/healthz', (_request, reply) => {
    const health = healthOf(link.processes, version);
    return reply
      .code(health.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
  await app.register(api.routes);
  await registerPages(app, {
    directory: path.join(ROOT, 'apps/web/dist'),
    mediaUrlOf: (request) => links.mediaUrl(hostOfRequest(request.raw)),
    originsOf: (webcastId, request) =>
      api.originsFor(webcastId, links.publicUrl(hostOfRequest(request.raw))),
  });
  app.server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] === '/room') {
      rooms.handleUpgrade(request, socket, head, hostOfRequest(request));
    } else {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    }
  });

  const first = await makeFirstLinks(app, account);
  await app.listen({ host: listenHost(), port: link.ports.http ?? settings.httpPort });
  link.ready({ http: (app.server.address() as AddressInfo).port }, first);

  return async () => {
    await rooms.close();
    await app.close();
    await api.close();
    stills.close();
    movies.close();
  };
}
