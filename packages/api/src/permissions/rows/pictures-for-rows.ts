import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encoder } from '../../api-for-tests.ts';
import type { World } from './row.ts';

/** What actions are called with that set an entry's picture. */

const JPEG = Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.alloc(100)]);
const GENERATION = 'show00000001';

export function withPictureFile({ server, webcastId }: World): object {
  server.stills.hasTool = true;
  return { entryId: webcastId, fileData: new Blob([JPEG]) };
}

let site: Promise<Server> | null = null;

/** A site of this machine, which only these tests may fetch from. */
export async function withPictureAddress({ server, webcastId }: World): Promise<object> {
  server.stills.hasTool = true;
  server.stills.mayFetchFromHere = true;
  site ??= openSite();
  const { port } = (await site).address() as AddressInfo;
  return { entryId: webcastId, url: `http://127.0.0.1:${port}/picture.jpg` };
}

/** Its show is on air, so that there is a frame. */
export async function withOwnShow({ server, webcastId }: World): Promise<object> {
  server.stills.hasTool = true;
  server.stills.generations.add(GENERATION);
  await server.tell({
    ...{ webcastId, state: 'on-air', generation: GENERATION, onAirSinceMs: server.clock.now },
    ...{ isPlayable: true, encoders: [encoder()] },
  });
  return { entryId: webcastId, sourceEntryId: webcastId, timeOffset: 0 };
}

function openSite(): Promise<Server> {
  const server = createServer((_request, response) => response.end(JPEG));
  // Nothing of it keeps the tests from ending.
  server.unref();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
