import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChannelHealth, RoomFrame } from '@rostrum/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { RoomClient } from './room-client.ts';
import type { RoomState } from './room-state.ts';

const WEBCAST = {
  webcastId: '0_ab12cd34',
  partnerId: 100,
  title: 'All hands',
  description: '',
  startsAtMs: null,
  endsAtMs: null,
  dvrWindowMs: 0,
};

const HEALTH: ChannelHealth = {
  webcastId: '0_ab12cd34',
  atMs: 1_800_000_000_000,
  encoders: [
    {
      slot: 'backup',
      protocol: 'rtmps',
      software: 'FMLE/3.0',
      remoteAddress: '192.0.2.7',
      connectedAtMs: 1_799_999_000_000,
      isInUse: true,
      video: {
        codec: 'avc1.64001f',
        widthPx: 1280,
        heightPx: 720,
        bitsPerSecond: 4_470_000,
        framesPerSecond: 30,
        announcedFramesPerSecond: 30,
        keyFrameDistanceMs: 2_000,
      },
      audio: { codec: 'mp4a.40.2', sampleRate: 48_000, channelCount: 2, bitsPerSecond: 130_000 },
      bitsPerSecond: 4_600_000,
      droppedFrames: 3,
      driftMs: -40,
    },
  ],
  archive: 'writing',
  lostParts: 0,
  relays: [],
};

let server: ReturnType<typeof createServer>;
let sockets: WebSocketServer;
let client: RoomClient | null = null;
let serviceUrl: string;

beforeEach(async () => {
  server = createServer();
  sockets = new WebSocketServer({ server, path: '/base/room' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
});

afterEach(async () => {
  client?.close();
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  await new Promise((resolve) => server.close(resolve));
});

function open(session?: string): RoomClient {
  const { webcastId } = WEBCAST;
  // The shortest waits there are, so that a reconnect takes a fifth of a second.
  client = new RoomClient({
    serviceUrl,
    webcastId,
    random: () => 0,
    ...(session === undefined ? {} : { session }),
  });
  return client;
}

/** The next viewer: its socket, and what it said. */
async function nextJoin(): Promise<{ socket: ServerSocket; command: unknown }> {
  const [socket] = (await once(sockets, 'connection')) as [ServerSocket];
  const [data] = await once(socket, 'message');
  return { socket, command: JSON.parse(String(data)) };
}

function say(socket: ServerSocket, frame: RoomFrame | { readonly type: string }): void {
  socket.send(JSON.stringify(frame));
}

function snapshot(seq: number, watching = 1): RoomFrame {
  return {
    type: 'snapshot',
    seq,
    role: 'viewer',
    webcast: WEBCAST,
    stage: { kind: 'scheduled' },
    watching,
    serverTimeMs: Date.now() + 3_600_000,
  };
}

function until(room: RoomClient, isReached: (state: RoomState) => boolean): Promise<RoomState> {
  return new Promise((resolve) => {
    if (isReached(room.state)) return resolve(room.state);
    const stop = room.on('state', (state) => {
      if (!isReached(state)) return;
      stop();
      resolve(state);
    });
  });
}

describe('room client', () => {
  it('joins with its session and shows what the room says', async () => {
    const joining = nextJoin();
    const room = open('a-session');
    const { socket, command } = await joining;
    expect(command).toEqual({ type: 'join', webcastId: '0_ab12cd34', session: 'a-session' });
    say(socket, snapshot(7, 12));
    const state = await until(room, ({ status }) => status === 'open');
    expect(state).toMatchObject({ picture: { watching: 12, stage: { kind: 'scheduled' } } });
  });

  it('tells the server’s time, whatever this device believes', async () => {
    const joining = nextJoin();
    const room = open();
    say((await joining).socket, snapshot(1));
    await until(room, ({ status }) => status === 'open');
    expect(room.serverNowMs - Date.now()).toBeGreaterThan(3_590_000);
  });

  it('follows the stage, and drops what is older than what it knows', async () => {
    const joining = nextJoin();
    const room = open();
    const { socket } = await joining;
    say(socket, snapshot(5));
    const ended = { kind: 'ended', endedAtMs: 1, replayUrl: null } as const;
    say(socket, { type: 'stage', seq: 6, webcast: WEBCAST, stage: ended });
    say(socket, { type: 'stage', seq: 4, webcast: WEBCAST, stage: { kind: 'scheduled' } });
    say(socket, { type: 'presence', seq: 7, watching: 99 });
    const state = await until(room, (now) => now.status === 'open' && now.picture.watching === 99);
    expect(state).toMatchObject({ picture: { stage: ended } });
  });

  it('goes on with what it understands when the server says something new', async () => {
    const joining = nextJoin();
    const room = open();
    const { socket } = await joining;
    say(socket, snapshot(1));
    say(socket, { type: 'fireworks' });
    socket.send('not even JSON');
    say(socket, { type: 'presence', seq: 2, watching: 3 });
    await until(room, (state) => state.status === 'open' && state.picture.watching === 3);
  });

  it('keeps what it knows when the connection breaks, and joins again by itself', async () => {
    const joining = nextJoin();
    const room = open();
    const first = await joining;
    say(first.socket, snapshot(50, 4));
    await until(room, ({ status }) => status === 'open');
    const joiningAgain = nextJoin();
    first.socket.terminate();
    const lost = await until(room, ({ status }) => status === 'lost');
    expect(lost).toMatchObject({ picture: { watching: 4 } });
    // A restarted server counts from the beginning: the snapshot is the truth, not the number.
    say((await joiningAgain).socket, snapshot(1, 5));
    const state = await until(room, ({ status }) => status === 'open');
    expect(state).toMatchObject({ picture: { watching: 5 } });
  });

  it('comes back at once when it is told to', async () => {
    const joining = nextJoin();
    const room = open();
    const first = await joining;
    say(first.socket, snapshot(1));
    await until(room, ({ status }) => status === 'open');
    first.socket.terminate();
    await until(room, ({ status }) => status === 'lost');
    const joiningAgain = nextJoin();
    room.retryNow();
    say((await joiningAgain).socket, snapshot(1));
    await until(room, ({ status }) => status === 'open');
  });

  it('joins anew where only a dead connection is left, and keeps what it knows meanwhile', async () => {
    const joining = nextJoin();
    const room = open();
    const first = await joining;
    say(first.socket, snapshot(1, 4));
    await until(room, ({ status }) => status === 'open');
    const seen: string[] = [];
    room.on('state', ({ status }) => seen.push(status));
    const joiningAgain = nextJoin();
    room.renew();
    const second = await joiningAgain;
    say(first.socket, { type: 'presence', seq: 9, watching: 99 });
    say(second.socket, snapshot(3, 5));
    const state = await until(room, (now) => now.status === 'open' && now.picture.watching !== 4);
    expect(state).toMatchObject({ picture: { watching: 5 } });
    expect(new Set(seen)).toEqual(new Set(['open']));
  });

  it('tells a producer how the encoders do, and leaves out what is no sample', async () => {
    const joining = nextJoin();
    const room = open('a-session');
    const { socket } = await joining;
    say(socket, snapshot(1));
    const heard = new Promise<readonly ChannelHealth[]>((resolve) => {
      room.on('health', (samples) => {
        if (samples.length === 2) resolve(samples);
      });
    });
    say(socket, { type: 'health', samples: [HEALTH] });
    const damaged = { ...HEALTH, atMs: 'soon' };
    const poor = { atMs: HEALTH.atMs + 2_000, encoders: [{ video: {}, audio: 7 }, 'x'] };
    socket.send(JSON.stringify({ type: 'health', samples: [damaged, poor, null] }));
    const [first, second] = await heard;
    expect(first).toEqual(HEALTH);
    expect(second).toMatchObject({
      archive: 'off',
      encoders: [{ slot: 'primary', video: { keyFrameDistanceMs: null }, audio: null }],
    });
    expect(room.health).toHaveLength(2);
  });

  it('takes a refusal for an answer, until it is told to ask again', async () => {
    const joining = nextJoin();
    const room = open();
    const { socket } = await joining;
    say(socket, { type: 'refused', code: 'not-found', message: 'There is no such webcast.' });
    socket.close(4000);
    const state = await until(room, ({ status }) => status === 'refused');
    expect(state).toMatchObject({ code: 'not-found' });
    const joiningAgain = nextJoin();
    room.retryNow();
    say((await joiningAgain).socket, snapshot(1));
    await until(room, ({ status }) => status === 'open');
  });

  it('waits for its turn in a full room', async () => {
    const joining = nextJoin();
    const room = open();
    const { socket } = await joining;
    say(socket, { type: 'refused', code: 'busy', message: 'Full.' });
    const state = await until(room, ({ status }) => status === 'waiting');
    expect(state.status).toBe('waiting');
  });

  it('says which address is none', () => {
    expect(
      () => new RoomClient({ serviceUrl: 'ftp://example.com', webcastId: '0_ab12cd34' }),
    ).toThrow('ftp://example.com');
  });
});
