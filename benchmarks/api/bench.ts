import type { Benchmark, BenchmarkReport } from '../benchmark.ts';
import { cpuSecondsOf } from '../process-cost.ts';
import { ACCOUNT, ApiUnderLoad, NEW_ENTRY } from './api-under-load.ts';
import { postLoad } from './post-load.ts';

/** Calls that each second of one core should carry. */
const GOAL = 10_000;
const CONNECTIONS = 32;
const WARM_UP_SECONDS = 3;
const SECONDS = 5;

/** Calls of the API over real sockets, as clients send them: JSON bodies on connections that stay. */
const benchmark: Benchmark = {
  name: 'api',
  async run(report) {
    const api = await ApiUnderLoad.start();
    try {
      const { pid, address, bareAddress, ks, entryId } = api;
      await measure(report, pid, address, 'session.start', { ...ACCOUNT, userId: 'vera', type: 0 });
      await measure(report, pid, address, 'livestream.get', { ks, entryId });
      await measure(report, pid, address, 'livestream.isLive', { id: entryId });
      const bare = await throughput(pid, bareAddress, 'system.ping', {}, SECONDS);
      report.note(
        `node:http alone, in the same run: ${Math.round(bare.perCoreSecond)} per second of one core`,
      );
      const added = await throughput(pid, address, 'livestream.add', { ks, ...NEW_ENTRY }, SECONDS);
      report.note(
        `liveStream.add, each on disk before it is answered: ${Math.round(added.perSecond)}/s on ${CONNECTIONS} ` +
          `connections, ${Math.round(added.perCoreSecond)} per second of processor time`,
      );
    } finally {
      await api.close();
    }
  },
};

export default benchmark;

async function measure(
  report: BenchmarkReport,
  pid: number,
  address: string,
  name: string,
  body: object,
): Promise<void> {
  await throughput(pid, address, name, body, WARM_UP_SECONDS);
  const { perSecond, perCoreSecond } = await throughput(pid, address, name, body, SECONDS);
  report.add({
    what: `${name}, ${CONNECTIONS} connections`,
    ours: `${Math.round(perCoreSecond)} calls per second of one core (${Math.round(perSecond)}/s)`,
    peer: `${GOAL} (bound)`,
    ratio: perCoreSecond / GOAL,
    goal: 'at least 1.0',
    isMet: perCoreSecond >= GOAL,
  });
}

async function throughput(
  pid: number,
  address: string,
  name: string,
  body: object,
  seconds: number,
) {
  const [service = '', action = ''] = name.split('.');
  const path = `/api_v3/service/${service.toLowerCase()}/action/${action}`;
  const before = cpuSecondsOf(pid);
  const options = { connections: CONNECTIONS, seconds };
  const load = await postLoad(address, path, { format: 1, ...body }, options);
  const cpuSeconds = cpuSecondsOf(pid) - before;
  return {
    perSecond: load.requests / load.seconds,
    // The load shares the machine with the server: its own processor time is what a core could carry.
    perCoreSecond: load.requests / cpuSeconds,
  };
}
