import type { Surroundings } from '../surroundings.ts';
import { checkCertificate } from './certificate.ts';
import { checkClock } from './clock.ts';
import { checkDataFolder } from './data-folder.ts';
import { checkDatabase } from './database.ts';
import { checkDisk } from './disk.ts';
import type { Finding } from './finding.ts';
import { checkMediaStore } from './media-store.ts';
import { checkNats } from './nats.ts';
import { readPlace } from './place.ts';
import { checkPorts } from './ports.ts';
import { checkFfmpeg, checkNode, checkOptionalPrograms } from './programs.ts';
import { checkRunningServer, findRunningServer } from './running-server.ts';

export type Examination = {
  readonly dataDir?: string;
  /** How many streams at once this machine is meant for. */
  readonly streams: number;
  /** Without measuring the disk. */
  readonly isQuick: boolean;
};

/** Looks at everything that a server on this machine needs, in the order in which it needs it. */
export async function examine(
  { dataDir: typedDataDir, streams, isQuick }: Examination,
  { env, folder, nowMs }: Pick<Surroundings, 'env' | 'folder' | 'nowMs'>,
): Promise<readonly Finding[]> {
  const { place, findings } = readPlace(env, folder, typedDataDir);
  const { dataDir, texts } = place;
  const running = await findRunningServer(dataDir);
  const groups = await Promise.all([
    checkNode(process.versions.node),
    checkFfmpeg(env),
    checkOptionalPrograms(env),
    findings,
    checkPorts(place, running),
    checkDataFolder(dataDir, process.getuid?.() ?? null),
    checkClock(dataDir, nowMs()),
    checkCertificate(place, nowMs()),
    checkDatabase(texts.read('ROSTRUM_DATABASE_URL')),
    checkMediaStore(place),
    checkNats(texts.read('ROSTRUM_NATS_URL')),
    checkRunningServer(place, running),
  ]);
  // By itself: what else is going on would be measured too.
  return [...groups.flat(), ...(await checkDisk(dataDir, streams, isQuick))];
}
