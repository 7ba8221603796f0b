import type { ChildProcess } from 'node:child_process';
import { loadavg } from 'node:os';
import { type Benchmark, type BenchmarkReport, median, percentile } from '../benchmark.ts';
import { cpuSecondsOf } from '../process-cost.ts';
import { type Load, load } from './load.ts';
import { openNginxStatic } from './nginx-static.ts';
import { endChild, forkPinned, LOAD_CORE, nextMessage, SERVER_CORE } from './pinned-process.ts';

/** Short and many, by turns: what else the machine does meets both alike. */
const PAIRS = 9;
const SECONDS = 1;

const PLAYERS = 5000;
const RELEASES = 24;
/** Not counted: the first ones are compiled as they run. */
const WARM_UP_RELEASES = 4;
const RELEASE_INTERVAL_MS = 333;

type Ready = { readonly port: number; readonly path: string; readonly segment: string };
type Moved = { readonly atMs: number; readonly msn: number; readonly part: number };
type Arrivals = {
  readonly failures: number;
  readonly arrivals: [position: number, times: number[]][];
};

export default {
  name: 'delivery',
  run: async (report) => {
    report.note(`other programs kept ${loadavg()[0]?.toFixed(1)} processors busy before the run`);
    await withServer(256 * 1024, async (server, ready) => {
      await compare(report, server, ready, 'video.m3u8', 'playlists, 60 segments', 0.9);
      await compare(report, server, ready, ready.segment, 'segments of 256 KB', 0.95);
    });
    await withServer(1024 * 1024, async (server, ready) => {
      await compare(report, server, ready, ready.segment, 'segments of 1 MB', 0.95);
    });
    await withServer(256 * 1024, (server, ready) => releaseHeld(report, server, ready));
  },
} satisfies Benchmark;

async function withServer(
  segmentBytes: number,
  use: (server: ChildProcess, ready: Ready) => Promise<void>,
): Promise<void> {
  const server = forkPinned(SERVER_CORE, 'media-server-process.ts', [String(segmentBytes)]);
  try {
    await use(server, await nextMessage<Ready>(server, 'ready'));
  } finally {
    await endChild(server, null);
  }
}

/** The same bytes from our server and from nginx, by turns; the median of the pairs counts. */
async function compare(
  report: BenchmarkReport,
  server: ChildProcess,
  { port, path }: Ready,
  file: string,
  what: string,
  goal: number,
): Promise<void> {
  const url = `http://127.0.0.1:${port}${path}/${file}`;
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const nginx = await openNginxStatic(new Map([[file, bytes]]));
  const nginxUrl = `http://127.0.0.1:${nginx.port}/${file}`;
  const pairs: (readonly [ours: Load, theirs: Load])[] = [];
  try {
    await load(url, server.pid ?? 0, 1);
    for (let pair = 0; pair < PAIRS; pair++) {
      const ours = await load(url, server.pid ?? 0, SECONDS);
      pairs.push([ours, await load(nginxUrl, nginx.pid, SECONDS)]);
    }
  } finally {
    await nginx.close();
  }
  const compared = (pick: (load: Load) => number) => ({
    ours: rate(pairs.map(([ours]) => pick(ours))),
    theirs: rate(pairs.map(([, theirs]) => pick(theirs))),
    ratio: median(pairs.map(([ours, theirs]) => pick(ours) / pick(theirs))),
  });
  const { ours, theirs, ratio } = compared((made) => made.requestsPerSecond);
  report.add({
    what: `${what} (${bytes.length} bytes)`,
    ours: `${ours} requests/s`,
    peer: `${theirs} requests/s (nginx static)`,
    ratio,
    goal: `at least ${goal}`,
    isMet: ratio >= goal,
  });
  const cost = compared((made) => made.requestsPerCoreSecond);
  report.note(
    `${what}, by processor time: ${cost.ours} requests for each second of the core, nginx ${cost.theirs}, ratio ${cost.ratio.toFixed(2)}`,
  );
}

/** Thousands of players wait for each part: how long after it do they have their playlist? */
async function releaseHeld(
  report: BenchmarkReport,
  server: ChildProcess,
  { port, path }: Ready,
): Promise<void> {
  const serverPid = server.pid ?? 0;
  const begin = await move(server);
  const next = [String(begin.msn), String(begin.part + 1)];
  const args = [String(port), path, String(PLAYERS), ...next];
  const players = forkPinned(LOAD_CORE, 'held-players.ts', args);
  try {
    await nextMessage(players, 'waiting');
    await pause(1000);
    const releasedAtMs = new Map<number, number>();
    const before = cpuSecondsOf(serverPid);
    const startMs = Date.now();
    for (let release = 0; release < WARM_UP_RELEASES + RELEASES; release++) {
      const { msn, part, atMs } = await move(server);
      if (release >= WARM_UP_RELEASES) releasedAtMs.set(msn * 4 + part, atMs);
      await pause(startMs + (release + 1) * RELEASE_INTERVAL_MS - Date.now());
    }
    const { arrivals, failures } = await collect(players, PLAYERS * (WARM_UP_RELEASES + RELEASES));
    const cpuSeconds = cpuSecondsOf(serverPid) - before;
    const latencies = arrivals.flatMap(([position, times]) => {
      const atMs = releasedAtMs.get(position);
      return atMs === undefined ? [] : times.map((time) => time - atMs);
    });
    const missing = PLAYERS * RELEASES - latencies.length;
    if (failures > 0 || missing > 0) {
      throw new Error(`${failures} answers were wrong and ${missing} did not come`);
    }
    const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
    report.add({
      what: `held playlists, ${PLAYERS} released 3 times a second, p99`,
      ours: `${p99.toFixed(0)} ms (p50 ${p50.toFixed(0)} ms)`,
      peer: 'under 150 ms',
      ratio: p99 / 150,
      goal: 'below 1',
      isMet: p99 < 150,
    });
    const eachMicroseconds = (cpuSeconds * 1e6) / (PLAYERS * (WARM_UP_RELEASES + RELEASES));
    report.note(`held playlists: ${eachMicroseconds.toFixed(1)} µs of a core for each`);
  } finally {
    await endChild(players, null);
  }
}

/** What the players have got, once they have got everything or nothing more has come for a while. */
async function collect(players: ChildProcess, expected: number): Promise<Arrivals> {
  for (let attempt = 0; ; attempt++) {
    await pause(1000);
    const reported = nextMessage<Arrivals>(players, 'report');
    players.send({ type: 'report' });
    const report = await reported;
    const count = report.arrivals.reduce((sum, [, times]) => sum + times.length, 0);
    if (count >= expected || attempt >= 10) return report;
  }
}

async function move(server: ChildProcess): Promise<Moved> {
  const moved = nextMessage<Moved>(server, 'moved');
  server.send({ type: 'move' });
  return await moved;
}

async function pause(durationMs: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, durationMs)));
}

function rate(values: readonly number[]): string {
  return Math.round(median(values)).toLocaleString('en');
}
