import { RtmpTestClient } from '../../packages/media/src/ingest/rtmp/rtmp-test-client.ts';
import { Encoder } from '../../tests/e2e/encoder.ts';
import { fetchPlaylist } from '../../tests/e2e/playlist-reader.ts';
import { eventually, ServerUnderTest } from '../../tests/e2e/server-under-test.ts';
import { type Benchmark, type BenchmarkReport, percentile } from '../benchmark.ts';

const KILLS = 10;
const ACCEPTED_GOAL_MS = 2000;
const MOVING_GOAL_MS = 3000;

/** kill -9 of either process in the middle of a show: how long until encoders are let in and the playlist moves. */
export default {
  name: 'recovery',
  run: async (report) => {
    const server = await ServerUnderTest.start();
    try {
      await measureKills(server, 'media', report);
      await measureKills(server, 'control', report);
    } finally {
      await server.stop();
    }
  },
} satisfies Benchmark;

async function measureKills(
  server: ServerUnderTest,
  name: 'media' | 'control',
  report: BenchmarkReport,
): Promise<void> {
  const [acceptedMs, movingMs]: [number[], number[]] = [[], []];
  let lostSegments = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const encoder = new Encoder(server.publishUrl);
    const manifestUrl = await eventually('on air', () => server.manifestUrl().catch(() => null));
    const before = await eventually('a segment exists', async () => {
      const facts = await fetchPlaylist(manifestUrl, 'video');
      return (facts?.segmentUris.length ?? 0) > 0 ? facts : null;
    });
    const killedAtMs = performance.now();
    process.kill(server.pidOf(name), 'SIGKILL');
    // Without its control process the media process lets in whom it knows; the encoder that is on must go first.
    await encoder.cut();
    acceptedMs.push(await untilAccepted(server, killedAtMs));
    const startedAtMs = performance.now();
    const next = new Encoder(server.publishUrl);
    const after = await eventually('the playlist moves', async () => {
      const facts = await fetchPlaylist(manifestUrl, 'video');
      return facts !== null && facts.discontinuities > before.discontinuities ? facts : null;
    });
    movingMs.push(performance.now() - startedAtMs);
    const isThere = new Set(after.segmentUris);
    lostSegments += before.segmentUris.filter((uri) => !isThere.has(uri)).length;
    await next.stop();
    await eventually(
      'ended',
      async () => (await server.manifestUrl().catch(() => 'unknown')) === null,
    );
    await eventually('everything is ready', async () => {
      const health = await server.health().catch(() => null);
      return health?.status === 200;
    });
  }
  addBound(
    report,
    `kill -9 of ${name}: publish accepted again, slowest of ${KILLS}`,
    percentile(acceptedMs, 1),
    ACCEPTED_GOAL_MS,
  );
  addBound(
    report,
    `kill -9 of ${name}: playlist moves after the encoder's return, slowest of ${KILLS}`,
    percentile(movingMs, 1),
    MOVING_GOAL_MS,
  );
  report.add({
    what: `kill -9 of ${name}: segments lost in ${KILLS} kills`,
    ours: String(lostSegments),
    peer: '0 (bound)',
    ratio: lostSegments,
    goal: 'none',
    isMet: lostSegments === 0,
  });
}

/** Knocks until a publish is answered with yes; says goodbye as a cut cable does, so that the show goes on. */
async function untilAccepted(server: ServerUnderTest, sinceMs: number): Promise<number> {
  const { streamName, streamToken } = server.sample;
  await eventually('a publish is accepted', async () => {
    try {
      const client = await RtmpTestClient.open(server.rtmpPort);
      try {
        const status = await client.publish('kLive', `${streamName}?t=${streamToken}`);
        return status.get('code') === 'NetStream.Publish.Start';
      } finally {
        client.cut();
      }
    } catch {
      return false;
    }
  });
  return performance.now() - sinceMs;
}

function addBound(report: BenchmarkReport, what: string, valueMs: number, goalMs: number): void {
  report.add({
    what,
    ours: `${(valueMs / 1000).toFixed(2)} s`,
    peer: `${(goalMs / 1000).toFixed(2)} s (bound)`,
    ratio: valueMs / goalMs,
    goal: 'at most 1.0',
    isMet: valueMs <= goalMs,
  });
}
