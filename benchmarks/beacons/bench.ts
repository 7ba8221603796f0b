import { ApiUnderLoad } from '../api/api-under-load.ts';
import { type Benchmark, percentile } from '../benchmark.ts';
import { endChild, forkPinned, LOAD_CORE, nextMessage } from '../delivery/pinned-process.ts';
import { cpuSecondsOf } from '../process-cost.ts';
import type { Load, Timed } from './load-process.ts';

/** Ten thousand viewers, a VIEW every ten seconds each. */
const PER_SECOND = 1000;
const SECONDS = 15;
/** Of what as many other calls cost: a batch holds the API's thread for some milliseconds. */
const MAX_RATIO = 1.5;

/** What thousands of players tell must not delay anybody's call: beside nothing, and beside as many calls of another kind. */
const benchmark: Benchmark = {
  name: 'beacons',
  async run(report) {
    const api = await ApiUnderLoad.start();
    try {
      const { pid, address, ks, entryId } = api;
      const measure = async (kind: Load['kind'], seconds = SECONDS) => {
        const load = { address, entryId, ks, kind, perSecond: PER_SECOND, seconds };
        const before = cpuSecondsOf(pid);
        const timed = await timedBeside(load);
        if (timed.answered < timed.sent) {
          throw new Error(`of ${timed.sent} ${kind}, ${timed.answered} were answered well`);
        }
        const corePercent = ((cpuSecondsOf(pid) - before) / seconds) * 100;
        const [p50 = 0, p99 = 0, max = 0] = [0.5, 0.99, 1].map((share) =>
          percentile(timed.latencies, share),
        );
        return { corePercent, p50, p99, text: `p50 ${ms(p50)}, p99 ${ms(p99)}, most ${ms(max)}` };
      };
      await measure('beacons', 3);
      await measure('other calls', 3);
      const quiet = await measure('nothing');
      const others = await measure('other calls');
      const beacons = await measure('beacons');
      const ratio = beacons.p99 / others.p99;
      report.add({
        what: `liveStream.get beside ${PER_SECOND} beacons a second, p99`,
        ours: `${ms(beacons.p99)}`,
        peer: `${ms(others.p99)} beside as many isLive`,
        ratio,
        goal: `at most ${MAX_RATIO}`,
        isMet: ratio <= MAX_RATIO,
      });
      report.note(`beside nothing: ${quiet.text}`);
      report.note(`beside ${PER_SECOND} isLive a second: ${others.text}`);
      report.note(`beside ${PER_SECOND} beacons a second: ${beacons.text}`);
      const perEvent = (beacons.corePercent - quiet.corePercent) / 100 / PER_SECOND;
      report.note(
        `a beacon costs ${(perEvent * 1e6).toFixed(0)} µs of processor time with its row on disk, writer included; ` +
          `${PER_SECOND} a second are ${(perEvent * PER_SECOND * 100).toFixed(0)} % of a core`,
      );
    } finally {
      await api.close();
    }
  },
};

export default benchmark;

async function timedBeside(load: Load): Promise<Timed> {
  const child = forkPinned(LOAD_CORE, '../beacons/load-process.ts', []);
  try {
    child.send(load);
    return await nextMessage<Timed>(child, 'timed');
  } finally {
    await endChild(child, null);
  }
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
