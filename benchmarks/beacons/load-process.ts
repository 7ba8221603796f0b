/** Sends beacons, or other calls, at an even rate while it times calls of somebody else. Ends when its parent goes. */
import { randomBytes } from 'node:crypto';
import { type Answer, isRefusal } from '../api/answer-reader.ts';
import { PacedConnection } from './paced-connection.ts';

export type Load = {
  readonly address: string;
  readonly entryId: string;
  readonly ks: string;
  readonly kind: 'nothing' | 'other calls' | 'beacons';
  /** Of the load. */
  readonly perSecond: number;
  readonly seconds: number;
};

export type Timed = {
  /** From the moment that a call was due until its answer was there, ms. */
  readonly latencies: readonly number[];
  readonly sent: number;
  readonly answered: number;
};

const TICK_MS = 5;
/** One address may tell 30,000 events a minute. */
const ADDRESSES = 64;
const PROBES_PER_SECOND = 100;
const JSON_TYPE = 'application/json';

process.once('message', async (load: Load) => {
  process.send?.({ type: 'timed', ...(await run(load)) });
});
process.once('disconnect', () => process.exit());

async function run(load: Load): Promise<Timed> {
  const { address, entryId, ks, perSecond, seconds, kind } = load;
  const connections = await Promise.all(
    Array.from({ length: ADDRESSES }, (_, index) =>
      PacedConnection.open(address, `127.0.1.${index + 1}`),
    ),
  );
  const prober = await PacedConnection.open(address, '127.0.0.1');
  const probe = JSON.stringify({ format: 1, ks, entryId });
  const latencies: number[] = [];
  const probes: Promise<void>[] = [];
  let sent = 0;
  let answered = 0;
  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsedS = (performance.now() - startedAt) / 1000;
      if (elapsedS >= seconds) {
        clearInterval(timer);
        resolve();
        return;
      }
      while (kind !== 'nothing' && sent < elapsedS * perSecond) {
        void send(sent).then((answer) => {
          if (!isRefusal(answer)) answered++;
        });
        sent++;
      }
      while (probes.length < elapsedS * PROBES_PER_SECOND) {
        const dueAt = startedAt + (probes.length / PROBES_PER_SECOND) * 1000;
        probes.push(
          prober
            .post('/api_v3/service/livestream/action/get', JSON_TYPE, probe)
            .then(() => void latencies.push(performance.now() - dueAt)),
        );
      }
    }, TICK_MS);
  });
  await Promise.all(probes);
  // The last ones of the load.
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const connection of [...connections, prober]) connection.close();
  return { latencies, sent, answered };

  async function send(index: number): Promise<Answer> {
    const connection = connections[index % ADDRESSES];
    if (connection === undefined) throw new RangeError(`no connection ${index % ADDRESSES}`);
    if (kind === 'other calls') {
      const body = JSON.stringify({ format: 1, id: entryId });
      return connection.post('/api_v3/service/livestream/action/isLive', JSON_TYPE, body);
    }
    return connection.post(
      '/api_v3/index.php?service=analytics&action=trackEvent',
      'text/plain;charset=UTF-8',
      beacon(entryId),
    );
  }
}

/** A VIEW as players send it, of a session of its own: what is counted for a session is another measurement's. */
function beacon(entryId: string): string {
  return new URLSearchParams({
    ...{ service: 'analytics', action: 'trackEvent', eventType: '99', partnerId: '100', entryId },
    ...{ sessionId: randomBytes(16).toString('hex'), eventIndex: '7', playbackType: 'live' },
    ...{ position: '123.4', bufferTime: '0.2', bufferTimeSum: '1.7', actualBitrate: '2400' },
    ...{ playTimeSum: '120', averageBitrate: '2310', playerVersion: '3.17.0', screenMode: '0' },
    ...{ referrer: 'https://portal.example.com/events/town-hall', deliveryType: 'hls' },
    ...{ application: 'portal', tabMode: '1', soundMode: '2', networkConnectionType: '4g' },
  }).toString();
}
