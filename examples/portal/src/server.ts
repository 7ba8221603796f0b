import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Portal } from './portal.ts';
import { Webcasting } from './webcasting.ts';

/** Starts the portal: `SERVICE_URL`, `PARTNER_ID` and `ADMIN_SECRET` say where its webcasts are. */

const { SERVICE_URL, PARTNER_ID, ADMIN_SECRET, KALTURA_PLAYER_ID, PORT } = process.env;

if (!ADMIN_SECRET) {
  console.error('Set ADMIN_SECRET to the admin secret of your account, and PARTNER_ID to its id.');
  process.exit(2);
}

const portal = new Portal(
  new Webcasting({
    serviceUrl: SERVICE_URL ?? 'http://localhost:8080',
    partnerId: Number(PARTNER_ID ?? 100),
    adminSecret: ADMIN_SECRET,
    ...(KALTURA_PLAYER_ID === undefined ? {} : { kalturaPlayerId: Number(KALTURA_PLAYER_ID) }),
  }),
);

const server = createServer((request, response) => {
  portal.handle(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end('Something went wrong; the portal’s log says what.');
  });
});

const wantedPort = Number(PORT ?? 8090);

server.once('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(
    `http://localhost:${wantedPort} is taken, perhaps by a portal that runs already. PORT chooses another, such as PORT=${wantedPort + 1}.`,
  );
  process.exit(1);
});

server.listen(wantedPort, () => {
  const { port } = server.address() as AddressInfo;
  console.log(`The portal is at http://localhost:${port}`);
});
