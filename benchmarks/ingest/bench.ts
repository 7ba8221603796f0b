import { eventually, ServerUnderTest } from '../../tests/e2e/server-under-test.ts';
import { type Benchmark, median } from '../benchmark.ts';
import { measureCorePercent, residentBytesOf } from '../process-cost.ts';
import { NginxRtmp } from './nginx-rtmp.ts';
import { makeRecording, Publishers } from './publishers.ts';

const STREAMS = 30;
const PAIRS = 3;
/** Long enough for ten segments of every stream. */
const MEASURED_MS = 20_000;
/** Until every stream's start-up is over. */
const SETTLE_MS = 6000;

type Cost = { readonly corePercent: number; readonly residentBytes: number };

/** Ingest and packaging of many passthrough streams, against nginx's RTMP module writing HLS into memory. */
export default {
  name: 'ingest',
  run: async (report) => {
    const recording = makeRecording();
    const [ours, peer]: [Cost[], Cost[]] = [[], []];
    try {
      for (let pair = 0; pair < PAIRS; pair++) {
        ours.push(await measureOurs(recording.file));
        peer.push(await measureNginx(recording.file));
      }
    } finally {
      recording.close();
    }
    const perStream = (costs: readonly Cost[]) =>
      median(costs.map(({ corePercent }) => corePercent)) / STREAMS;
    const ratio = median(
      ours.map(({ corePercent }, i) => corePercent / (peer[i]?.corePercent ?? 0)),
    );
    report.add({
      what: `CPU a stream, ${STREAMS} streams of 4.5 Mbit/s`,
      ours: `${perStream(ours).toFixed(2)} % of a core`,
      peer: `${perStream(peer).toFixed(2)} % (nginx-rtmp with HLS)`,
      ratio,
      goal: 'below 1.0',
      isMet: ratio < 1,
    });
    const memory = median(ours.map(({ residentBytes }) => residentBytes)) / STREAMS / 1e6;
    report.add({
      what: `memory a stream, ${STREAMS} streams, whole process`,
      ours: `${memory.toFixed(1)} MB`,
      peer: '25 MB (bound)',
      ratio: memory / 25,
      goal: 'at most 1.0',
      isMet: memory <= 25,
    });
  },
} satisfies Benchmark;

async function measureOurs(file: string): Promise<Cost> {
  const server = await ServerUnderTest.start();
  try {
    const ks = await server.adminSession();
    const entries = await Promise.all(
      Array.from({ length: STREAMS }, (_, index) =>
        server.call<{ id: string; streamPassword: string }>('livestream', 'add', {
          ks,
          sourceType: '32',
          liveStreamEntry: {
            objectType: 'KalturaLiveStreamEntry',
            name: `Benchmark ${index}`,
            mediaType: 201,
            dvrStatus: 0,
          },
        }),
      ),
    );
    const urls = entries.map(
      ({ id, streamPassword }) =>
        `rtmp://127.0.0.1:${server.rtmpPort}/kLive/${id}_1?t=${streamPassword}`,
    );
    const isLive = async (id: string) => (await server.manifestUrl(id)) !== null;
    return await measure(file, urls, server.pidOf('media'), async () =>
      (await Promise.all(entries.map(({ id }) => isLive(id)))).every(Boolean),
    );
  } finally {
    await server.stop();
  }
}

async function measureNginx(file: string): Promise<Cost> {
  const nginx = await NginxRtmp.start();
  try {
    const urls = Array.from(
      { length: STREAMS },
      (_, index) => `rtmp://127.0.0.1:${nginx.rtmpPort}/live/stream${index}`,
    );
    return await measure(file, urls, nginx.workerPid, () => nginx.playlistCount === STREAMS);
  } finally {
    await nginx.close();
  }
}

async function measure(
  file: string,
  urls: readonly string[],
  pid: number,
  allPlayable: () => Promise<boolean> | boolean,
): Promise<Cost> {
  const publishers = new Publishers(file, urls);
  try {
    await eventually('every stream is playable', allPlayable, 60_000);
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const corePercent = await measureCorePercent(pid, MEASURED_MS);
    if (publishers.running !== urls.length || !(await allPlayable())) {
      throw new Error(`only ${publishers.running} of ${urls.length} encoders kept on sending`);
    }
    return { corePercent, residentBytes: residentBytesOf(pid) };
  } finally {
    await publishers.close();
  }
}
