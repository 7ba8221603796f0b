import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelHealth, RoomFrame, RoomRole, Stage } from '@rostrum/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { RoomSource } from './ports.ts';
import { openSocketGateway, type SocketGateway } from './socket-gateway.ts';

const WEBCAST = '0_ab12cd34';

const ROLES: readonly RoomRole[] = ['viewer', 'presenter', 'moderator', 'producer'];

function sampleAt(atMs: number, webcastId = WEBCAST): ChannelHealth {
  return { webcastId, atMs, encoders: [], archive: 'writing', lostParts: 0, relays: [] };
}

/** A webcast whose stage a test turns. */
class FakeSource implements RoomSource {
  stage: Stage | null = { kind: 'scheduled' };
  sessionsEndAtMs: number | null = null;
  health: ChannelHealth[] = [];
  readonly attended: string[] = [];
  onLeft = () => {};
  readonly #listeners = new Set<(webcastId: string) => void>();
  readonly #healthListeners = new Set<(health: ChannelHealth) => void>();

  async admit(session: string | undefined, webcastId: string) {
    if (webcastId !== WEBCAST) return { refused: 'not-found', message: 'no such webcast' } as const;
    if (session === 'forged') return { refused: 'bad-session', message: 'forged' } as const;
    const role = ROLES.find((known) => known === session) ?? 'viewer';
    return { role, mayPreview: role === 'producer', endsAtMs: this.sessionsEndAtMs };
  }

  async view(webcastId: string, mayPreview: boolean, origin: string) {
    if (this.stage === null) return null;
    const stage: Stage =
      this.stage.kind === 'preview'
        ? { kind: 'preview', manifestUrl: mayPreview ? `${origin}/preview` : null }
        : this.stage;
    const webcast = {
      webcastId,
      partnerId: 100,
      title: 'Town hall',
      description: '',
      startsAtMs: null,
      endsAtMs: null,
      dvrWindowMs: 0,
    };
    return { webcast, stage };
  }

  attend(webcastId: string, host: string) {
    this.attended.push(`${webcastId} at ${host.replace(/:\d+$/, '')}`);
    return () => {
      this.attended.push(`${webcastId} left`);
      this.onLeft();
    };
  }

  onChange(listener: (webcastId: string) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  recentHealth(webcastId: string) {
    return this.health.filter((sample) => sample.webcastId === webcastId);
  }

  onHealth(listener: (health: ChannelHealth) => void) {
    this.#healthListeners.add(listener);
    return () => this.#healthListeners.delete(listener);
  }

  measure(health: ChannelHealth) {
    this.health.push(health);
    for (const listener of this.#healthListeners) listener(health);
  }

  turn(stage: Stage | null) {
    this.stage = stage;
    for (const listener of this.#listeners) listener(WEBCAST);
  }
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A browser's end: frames are read one by one. */
class Browser {
  readonly #frames: RoomFrame[] = [];
  readonly #waiting: ((frame: RoomFrame) => void)[] = [];
  readonly socket: WebSocket;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (data) => {
      const frame = JSON.parse(data.toString()) as RoomFrame;
      const waiting = this.#waiting.shift();
      if (waiting === undefined) this.#frames.push(frame);
      else waiting(frame);
    });
  }

  async join(session?: string, webcastId = WEBCAST) {
    if (this.socket.readyState !== WebSocket.OPEN) await once(this.socket, 'open');
    this.socket.send(JSON.stringify({ type: 'join', webcastId, session }));
    return this.next();
  }

  next(): Promise<RoomFrame> {
    const frame = this.#frames.shift();
    return frame === undefined
      ? new Promise((resolve) => this.#waiting.push(resolve))
      : Promise.resolve(frame);
  }

  async nextOf<T extends RoomFrame['type']>(type: T): Promise<Extract<RoomFrame, { type: T }>> {
    for (;;) {
      const frame = await this.next();
      if (frame.type === type) return frame as Extract<RoomFrame, { type: T }>;
    }
  }
}

describe('the socket gateway', () => {
  let source: FakeSource;
  let gateway: SocketGateway;
  let server: Server;
  let url: string;
  const browsers: Browser[] = [];

  async function open(
    overrides: { maxSockets?: number; heartbeatMs?: number; nowMs?: () => number } = {},
  ) {
    source = new FakeSource();
    gateway = openSocketGateway({ source, log: silent, ...overrides });
    server = createServer();
    server.on('upgrade', (request, socket, head) =>
      gateway.handleUpgrade(request, socket, head, 'http://here'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/room`;
  }

  function browse(): Browser {
    const browser = new Browser(url);
    browsers.push(browser);
    return browser;
  }

  afterEach(async () => {
    for (const browser of browsers.splice(0)) browser.socket.terminate();
    await gateway.close();
    server.close();
  });

  it('shows a viewer everything at the join', async () => {
    await open();
    expect(await browse().join()).toMatchObject({
      type: 'snapshot',
      role: 'viewer',
      webcast: { title: 'Town hall' },
      stage: { kind: 'scheduled' },
      watching: 1,
    });
  });

  it('pushes a change of the stage to everybody at once', async () => {
    await open();
    const [one, two] = [browse(), browse()];
    await Promise.all([one.join(), two.join()]);
    source.turn({ kind: 'on-air', manifestUrl: 'http://here/m', onAirSinceMs: 1 });
    for (const browser of [one, two]) {
      expect((await browser.nextOf('stage')).stage).toMatchObject({ kind: 'on-air' });
    }
  });

  it('says that somebody is in a room, from the first who comes until the last has left', async () => {
    await open();
    const [one, two] = [browse(), browse()];
    await one.join();
    await two.join();
    expect(source.attended).toEqual([`${WEBCAST} at http://here`]);
    const left = new Promise<void>((resolve) => {
      source.onLeft = resolve;
    });
    one.socket.close();
    await once(one.socket, 'close');
    expect(source.attended).toHaveLength(1);
    two.socket.close();
    await left;
    expect(source.attended).toEqual([`${WEBCAST} at http://here`, `${WEBCAST} left`]);
    await browse().join();
    expect(source.attended.at(-1)).toBe(`${WEBCAST} at http://here`);
  });

  it('shows the preview only to those who may see it', async () => {
    await open();
    const [viewer, producer] = [browse(), browse()];
    await Promise.all([viewer.join(), producer.join('producer')]);
    source.turn({ kind: 'preview', manifestUrl: null });
    expect((await viewer.nextOf('stage')).stage).toEqual({ kind: 'preview', manifestUrl: null });
    expect((await producer.nextOf('stage')).stage).toEqual({
      kind: 'preview',
      manifestUrl: 'http://here/preview',
    });
  });

  it('shows whose session has ended what everybody sees, and sends nobody away', async () => {
    let nowMs = 1_000;
    await open({ nowMs: () => nowMs });
    source.sessionsEndAtMs = 2_000;
    const producer = browse();
    await producer.join('producer');
    source.turn({ kind: 'preview', manifestUrl: null });
    expect((await producer.nextOf('stage')).stage).toMatchObject({
      manifestUrl: 'http://here/preview',
    });
    nowMs = 2_000;
    source.measure(sampleAt(1));
    source.turn({ kind: 'preview', manifestUrl: null });
    const next = await producer.next();
    expect(next).toMatchObject({ type: 'stage', stage: { kind: 'preview', manifestUrl: null } });
  });

  it('shows a producer how the encoders did in the last minutes, and how they do', async () => {
    await open();
    source.health = [sampleAt(1), sampleAt(2), sampleAt(3, '0_other123')];
    const producer = browse();
    expect((await producer.join('producer')).type).toBe('snapshot');
    const told = await producer.nextOf('health');
    expect(told.samples.map(({ atMs }) => atMs)).toEqual([1, 2]);
    source.measure(sampleAt(4, '0_other123'));
    source.measure(sampleAt(5));
    expect((await producer.nextOf('health')).samples).toEqual([sampleAt(5)]);
  });

  it.each(ROLES.filter((role) => role !== 'producer'))(
    'tells a %s nothing of health',
    async (role) => {
      await open();
      source.health = [sampleAt(1)];
      const [other, producer] = [browse(), browse()];
      await Promise.all([other.join(role), producer.join('producer')]);
      source.measure(sampleAt(2));
      await producer.nextOf('health');
      source.turn({ kind: 'ended', replayUrl: null, endedAtMs: 1 });
      const seen: string[] = [];
      for (let frame = await other.next(); frame.type !== 'stage'; frame = await other.next()) {
        seen.push(frame.type);
      }
      expect(seen.filter((type) => type !== 'presence')).toEqual([]);
    },
  );

  it('tells of health no more to a producer who has left, and nothing before the snapshot', async () => {
    await open();
    const producer = browse();
    const joining = producer.join('producer');
    const frames: string[] = [];
    const tick = setInterval(() => source.measure(sampleAt(1)), 1);
    frames.push((await joining).type);
    await producer.nextOf('health');
    clearInterval(tick);
    expect(frames).toEqual(['snapshot']);
    producer.socket.close();
    while (gateway.socketCount > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(() => source.measure(sampleAt(2))).not.toThrow();
  });

  it('counts who is watching, and notices who leaves', async () => {
    await open();
    const [stays, goes] = [browse(), browse()];
    await stays.join();
    await goes.join();
    expect(await stays.nextOf('presence')).toMatchObject({ watching: 2 });
    expect(gateway.watching(WEBCAST)).toBe(2);
    goes.socket.close();
    expect(await stays.nextOf('presence')).toMatchObject({ watching: 1 });
    expect([gateway.watching(WEBCAST), gateway.watching('0_elsewhere')]).toEqual([1, 0]);
  });

  it('does not count producers as audience', async () => {
    await open();
    const [viewer, producer] = [browse(), browse()];
    expect(await producer.join('producer')).toMatchObject({ role: 'producer', watching: 0 });
    expect(await viewer.join()).toMatchObject({ role: 'viewer', watching: 1 });
    expect(await producer.nextOf('presence')).toMatchObject({ watching: 1 });
    viewer.socket.close();
    expect(await producer.nextOf('presence')).toMatchObject({ watching: 0 });
    producer.socket.close();
  });

  it.each([
    ['{', 'JSON object'],
    ['[]', 'JSON object'],
    ['{"type":"sing"}', 'Unknown command "sing"'],
    ['{"type":"join","webcastId":"../etc"}', 'must look like 0_ab12cd34 (got "../etc")'],
    ['{"type":"join","webcastId":"0_ab12cd34","session":7}', 'session must be a text'],
  ])('refuses %s and says what was expected', async (text, message) => {
    await open();
    const browser = browse();
    await once(browser.socket, 'open');
    browser.socket.send(text);
    const frame = await browser.nextOf('refused');
    expect(frame.code).toBe('bad-command');
    expect(frame.message).toContain(message);
    await once(browser.socket, 'close');
  });

  it('refuses a forged session and an unknown webcast', async () => {
    await open();
    expect(await browse().join('forged')).toMatchObject({ type: 'refused', code: 'bad-session' });
    expect(await browse().join(undefined, '0_zzzzzzzz')).toMatchObject({ code: 'not-found' });
  });

  it('refuses at the door when all places are taken, and lets the others stay', async () => {
    await open({ maxSockets: 1 });
    const first = browse();
    await first.join();
    expect(await browse().nextOf('refused')).toMatchObject({ code: 'busy' });
    source.turn({ kind: 'ended', replayUrl: null, endedAtMs: 1 });
    expect((await first.nextOf('stage')).stage.kind).toBe('ended');
  });

  it('closes a message that is larger than any command', async () => {
    await open();
    const browser = browse();
    await once(browser.socket, 'open');
    browser.socket.on('error', () => {});
    browser.socket.send('x'.repeat(20_000));
    const [code] = await once(browser.socket, 'close');
    expect(code).toBe(1009);
  });

  it('ends a socket that no longer answers', async () => {
    await open({ heartbeatMs: 50 });
    const browser = browse();
    await browser.join();
    // A dead peer: its kernel keeps the connection, nobody answers the ping.
    browser.socket.pause();
    while (gateway.socketCount > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(gateway.socketCount).toBe(0);
  });

  it('tells a room when its webcast is deleted', async () => {
    await open();
    const browser = browse();
    await browser.join();
    source.turn(null);
    expect(await browser.nextOf('refused')).toMatchObject({ code: 'not-found' });
  });
});
