import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { RelayHealth } from '@rostrum/contracts';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRtmpListener, type RtmpListener } from '../ingest/rtmp/rtmp-listener.ts';
import { writeConnectResult, writeResult, writeStatus } from '../ingest/rtmp/rtmp-replies.ts';
import { TestGate, testLog } from '../ingest/testing/test-gate.ts';
import { RtmpChunkWriter } from '../rtmp/rtmp-chunk-writer.ts';
import { answerHello, HANDSHAKE_BYTES } from '../rtmp/rtmp-handshake.ts';
import type { Frame } from '../stream/frame.ts';
import {
  describe as describeEncoder,
  type EncoderDescription,
  NOTHING_KNOWN,
} from '../stream/run-start.ts';
import { encodeMedia } from '../stream/testing/encoded-media.ts';
import { TestClock } from '../stream/testing/test-channels.ts';
import { Relays } from './relays.ts';

const closers: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

let media: readonly Frame[] = [];
let known: EncoderDescription = NOTHING_KNOWN;

beforeAll(async () => {
  media = await encodeMedia({ seconds: 3, bFrames: 2 });
  known = media.reduce(describeEncoder, NOTHING_KNOWN);
});

/** A server that takes encoders, as another Rostrum would. */
async function openTarget(port = 0) {
  const gate = new TestGate();
  const { log } = testLog();
  const listener: RtmpListener = await openRtmpListener({
    ...{ host: '127.0.0.1', port, gate, log, limits: { lingerMs: 100 } },
  });
  let isClosed = false;
  const close = async () => {
    if (!isClosed) await listener.close();
    isClosed = true;
  };
  closers.push(close);
  const url = `rtmp://127.0.0.1:${listener.port}/kLive?t=TOKEN/0_ab12cd34_1`;
  return { gate, url, port: listener.port, close };
}

function openRelays(url: string) {
  const clock = new TestClock();
  const { log, lines } = testLog();
  const relays = new Relays({
    clocks: clock,
    timers: clock,
    random: () => 0,
    log,
    known: () => known,
  });
  closers.push(() => relays.close());
  relays.setTargets([{ id: 'one', url }]);
  const health = (): RelayHealth | undefined => relays.takeHealth()[0];
  /** Waits for what sockets bring; the clock stands. */
  const until = async (state: RelayHealth['state']) => {
    while (health()?.state !== state) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { relays, clock, lines, health, until };
}

/** Takes connections and says what it is told to. */
async function openStrangeServer(handle: (socket: Socket) => void): Promise<string> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => undefined);
    handle(socket);
    closers.push(() => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => server.close());
  return `rtmp://127.0.0.1:${(server.address() as AddressInfo).port}/app/secret-key`;
}

/** The handshake and a yes to everything; after that nothing is read any more. */
function publishAndSleep(socket: Socket): void {
  const writer = new RtmpChunkWriter();
  const say = (payload: Uint8Array, messageStreamId = 0) =>
    socket.write(writer.write(3, { typeId: 20, timestampMs: 0, messageStreamId, payload }));
  let received = Buffer.alloc(0);
  let isGreeted = false;
  socket.on('data', (bytes: Buffer) => {
    received = Buffer.concat([received, bytes]);
    if (!isGreeted && received.length > HANDSHAKE_BYTES) {
      isGreeted = true;
      socket.write(answerHello(received.subarray(1, 1 + HANDSHAKE_BYTES)));
    }
    if (received.includes('connect')) say(writeConnectResult(1, new Map()));
    if (received.includes('createStream')) say(writeResult(4, 1));
    if (!received.includes('publish')) return;
    const code = 'NetStream.Publish.Start';
    say(writeStatus('onStatus', { level: 'status', code, description: 'Go' }), 1);
    socket.removeAllListeners('data');
    socket.pause();
  });
}

const videoOf = (frames: readonly Frame[]) =>
  frames.filter((frame): frame is Extract<Frame, { kind: 'video' }> => frame.kind === 'video');

describe('a relay', () => {
  test('sends on what is on air, every frame as it was, from a key frame on', async () => {
    const { gate, url } = await openTarget();
    const { relays, until, health } = openRelays(url);
    const opened = gate.next();
    relays.setOnAir(true);
    const publication = await opened;
    await until('publishing');
    const sent = media.slice(media.findIndex(({ kind }) => kind === 'video') + 1);
    for (const frame of sent) relays.write(frame);
    const expected = videoOf(sent).slice(videoOf(sent).findIndex(({ isKey }) => isKey));
    const arrived = await publication.framesOf('video', expected.length);
    expect(arrived.map(({ data }) => Buffer.from(data))).toEqual(
      expected.map(({ data }) => Buffer.from(data)),
    );
    const [firstSent, firstArrived] = [expected[0], arrived[0]];
    for (const [index, frame] of arrived.entries()) {
      const wanted = expected[index];
      // The relay counts in whole milliseconds.
      const moved = (wanted?.dtsTicks ?? 0) - (firstSent?.dtsTicks ?? 0);
      expect(Math.abs(frame.dtsTicks - (firstArrived?.dtsTicks ?? 0) - moved)).toBeLessThan(180);
      const shift = (wanted?.ptsTicks ?? 0) - (wanted?.dtsTicks ?? 0);
      expect(Math.abs(frame.ptsTicks - frame.dtsTicks - shift)).toBeLessThan(90);
    }
    expect(publication.frames.find(({ kind }) => kind === 'announcement')).toMatchObject({
      hasVideo: true,
      hasAudio: true,
    });
    expect(health()).toMatchObject({ id: 'one', problem: null, droppedFrames: 0 });
    relays.setOnAir(false);
    expect(await publication.ended).toBe('clean');
  });

  test('sends nothing before the show is on air', async () => {
    const { gate, url } = await openTarget();
    const { relays, health } = openRelays(url);
    for (const frame of media) relays.write(frame);
    expect(health()).toBeUndefined();
    expect(gate.publications).toEqual([]);
  });

  test('goes on without a step back when another encoder takes over', async () => {
    const { gate, url } = await openTarget();
    const { relays, until } = openRelays(url);
    const opened = gate.next();
    relays.setOnAir(true);
    const publication = await opened;
    await until('publishing');
    for (const frame of media) relays.write(frame);
    relays.startRun();
    // The other encoder's clock is far ahead.
    for (const frame of media) {
      if (frame.kind === 'video') {
        const jump = 90_000_000;
        relays.write({
          ...frame,
          dtsTicks: frame.dtsTicks + jump,
          ptsTicks: frame.ptsTicks + jump,
        });
      }
    }
    const count = videoOf(media).length;
    const arrived = await publication.framesOf('video', 2 * count);
    const times = arrived.map(({ dtsTicks }) => dtsTicks);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThan(7 * 90_000);
  });

  test('comes back to a target that was away, later each time', async () => {
    const target = await openTarget();
    await target.close();
    const { relays, clock, until, health } = openRelays(target.url);
    relays.setOnAir(true);
    const delays: number[] = [];
    for (let time = 0; time < 4; time++) {
      await until('waiting');
      const { problem, retryAtMs } = health() ?? {};
      expect(problem).toBe(`nothing takes streams at 127.0.0.1, port ${target.port}`);
      delays.push((retryAtMs ?? 0) - clock.wallMs);
      clock.advance(delays.at(-1) ?? 0);
    }
    expect(delays).toEqual([500, 1000, 2000, 4000]);
    await until('waiting');
    const back = await openTarget(target.port);
    const opened = back.gate.next();
    clock.advance(60_000);
    await until('publishing');
    for (const frame of media) relays.write(frame);
    expect(await (await opened).framesOf('video', 1)).not.toEqual([]);
    expect(health()).toMatchObject({ problem: null, retryAtMs: null });
  });

  test('says why a target refuses, without the stream’s name', async () => {
    const { url } = await openTarget();
    const { relays, until, health, lines } = openRelays(url.replace('TOKEN', 'wrong'));
    relays.setOnAir(true);
    await until('waiting');
    expect(health()?.problem).toMatch(/^127\.0\.0\.1 has refused the stream: /);
    expect(JSON.stringify([health(), lines])).not.toContain('0_ab12cd34_1');
  });

  test.each([
    ['does not speak RTMP', (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['has closed the connection', (socket: Socket) => socket.end()],
    [
      'sent what is not RTMP',
      (socket: Socket) => {
        const hello = Buffer.alloc(1 + 2 * HANDSHAKE_BYTES + 100, 0xff);
        hello[0] = 3;
        socket.write(hello);
      },
    ],
  ])('survives a server that %s', async (problem, handle) => {
    const { relays, until, health } = openRelays(await openStrangeServer(handle));
    relays.setOnAir(true);
    await until('waiting');
    expect(health()?.problem).toContain(problem);
  });

  test('leaves out what a slow target does not take, and gives a dead one up', async () => {
    const url = await openStrangeServer(publishAndSleep);
    const { relays, clock, until, health } = openRelays(url);
    relays.setOnAir(true);
    await until('publishing');
    const [first, ...rest] = videoOf(media);
    if (first === undefined) throw new Error('no video');
    const large = { ...first, data: Buffer.alloc(500_000, 1) };
    relays.write({ ...large, isKey: true });
    for (let count = 0; count < 100; count++) relays.write({ ...large, isKey: false });
    const { droppedFrames = 0 } = health() ?? {};
    // What the system's own buffers take is not ours to know.
    expect(droppedFrames).toBeGreaterThan(50);
    clock.advance(16_000);
    for (const frame of rest) relays.write(frame);
    expect(health()).toMatchObject({
      state: 'waiting',
      problem: expect.stringContaining('taken nothing'),
    });
  });

  test('ends with its target, and begins anew where the target’s address changes', async () => {
    const [one, other] = [await openTarget(), await openTarget()];
    const { relays, until, health } = openRelays(one.url);
    const opened = one.gate.next();
    relays.setOnAir(true);
    const publication = await opened;
    await until('publishing');
    const openedThere = other.gate.next();
    relays.setTargets([{ id: 'one', url: other.url }]);
    expect(await publication.ended).toBe('clean');
    const there = await openedThere;
    await until('publishing');
    relays.setTargets([]);
    expect(await there.ended).toBe('clean');
    expect(health()).toBeUndefined();
  });

  test('goes on undisturbed while another one’s address changes', async () => {
    const [kept, left, taken] = [await openTarget(), await openTarget(), await openTarget()];
    const { relays } = openRelays(kept.url);
    const targets = (second: string) => [
      { id: 'one', url: kept.url },
      { id: 'two', url: second },
    ];
    relays.setTargets(targets(left.url));
    const opened = [kept.gate.next(), left.gate.next()];
    relays.setOnAir(true);
    const [stays, goes] = await Promise.all(opened);
    while (relays.takeHealth().some(({ state }) => state !== 'publishing')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const openedThere = taken.gate.next();
    relays.setTargets(targets(taken.url));
    expect(await goes?.ended).toBe('clean');
    const comes = await openedThere;
    while (relays.takeHealth().some(({ state }) => state !== 'publishing')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    for (const frame of media) relays.write(frame);
    expect(await stays?.framesOf('video', 1)).not.toEqual([]);
    expect(await comes.framesOf('video', 1)).not.toEqual([]);
    expect(kept.gate.publications).toHaveLength(1);
  });

  test('says that nobody has the name of its target', async () => {
    const { relays, until, health } = openRelays('rtmp://target.invalid/live/secret-key');
    relays.setOnAir(true);
    await until('waiting');
    expect(health()?.problem).toBe('no machine has the name target.invalid');
  });

  test('whose target vanishes in mid-show waits for it, and begins again with a key frame', async () => {
    const target = await openTarget();
    const { relays, clock, until, health } = openRelays(target.url);
    relays.setOnAir(true);
    await until('publishing');
    await target.close();
    await until('waiting');
    expect(health()?.problem).toBe('127.0.0.1 has refused the stream: The server is stopping.');
    for (const frame of media) relays.write(frame);
    const back = await openTarget(target.port);
    const opened = back.gate.next();
    clock.advance(1_000);
    await until('publishing');
    const sent = media.slice(media.findIndex(({ kind }) => kind === 'video') + 1);
    for (const frame of sent) relays.write(frame);
    const [first] = await (await opened).framesOf('video', 1);
    expect(first).toMatchObject({ isKey: true });
  });

  test('of an address that can’t be used is none', () => {
    const { relays, health, lines } = openRelays('rtmp://nowhere');
    relays.setOnAir(true);
    expect(health()).toBeUndefined();
    expect(lines).toMatchObject([{ level: 'error' }]);
  });
});
