import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type AmfValue, amfObject, isAmfObject, writeAmf0 } from '../../rtmp/amf0.ts';
import { RTMP_TYPE, readUint32, uint32Payload } from '../../rtmp/rtmp-message.ts';
import { AAC_OUTPUT, H264_OUTPUT, recordTestTags, testInput } from '../testing/flv-test-tags.ts';
import { TestGate, testLog } from '../testing/test-gate.ts';
import { openRtmpListener, type RtmpListener, type RtmpListenerOptions } from './rtmp-listener.ts';
import { RtmpTestClient } from './rtmp-test-client.ts';

const listeners: RtmpListener[] = [];

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.close()));
});

async function listen(options: Partial<RtmpListenerOptions> = {}) {
  const gate = new TestGate();
  const { log, lines } = testLog();
  const limits = { lingerMs: 200 };
  const listener = await openRtmpListener({
    ...{ host: '127.0.0.1', port: 0, gate, log, limits },
    ...options,
  });
  listeners.push(listener);
  return { gate, lines, port: listener.port, listener };
}

async function publishing(handshake: 'simple' | 'digest-early' | 'digest-late' = 'simple') {
  const { gate, port, lines, listener } = await listen();
  const client = await RtmpTestClient.open(port, handshake);
  const opened = gate.next();
  const status = await client.publish('kLive?t=TOKEN', '0_ab12cd34_1');
  return { client, status, publication: await opened, gate, port, lines, listener };
}

/** Publishes with the real FFmpeg; resolves with its messages when it ends. */
async function runPublisher(args: readonly string[], url: string): Promise<string> {
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-nostdin', '-re', ...args, '-f', 'flv', url], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const messages: Buffer[] = [];
  ffmpeg.stderr.on('data', (bytes: Buffer) => messages.push(bytes));
  await once(ffmpeg, 'close');
  return Buffer.concat(messages).toString();
}

describe('a real FFmpeg', () => {
  test('publishes H.264 and AAC, and ends cleanly', async () => {
    const { gate, port } = await listen();
    const url = `rtmp://127.0.0.1:${port}/kLive/0_ab12cd34_1?t=TOKEN&i=1`;
    const args = [...testInput(2), ...H264_OUTPUT, ...AAC_OUTPUT];
    const [publication, messages] = await Promise.all([gate.next(), runPublisher(args, url)]);
    expect(messages).toBe('');
    expect(publication.request).toMatchObject({
      webcastId: '0_ab12cd34',
      streamToken: 'TOKEN',
      slot: 'backup',
      protocol: 'rtmp',
      remoteAddress: '127.0.0.1',
      software: expect.stringContaining('Lavf'),
    });
    await expect(publication.ended).resolves.toBe('clean');
    const kinds = publication.frames.map(({ kind }) => kind);
    expect(kinds.slice(0, 3)).toEqual(['announcement', 'video-config', 'audio-config']);
    expect(publication.frames[0]).toMatchObject({ hasVideo: true, hasAudio: true });
    const video = await publication.framesOf('video', 60);
    expect(video.length).toBe(60);
    expect(video.filter(({ isKey }) => isKey).length).toBe(2);
    expect(kinds.filter((kind) => kind === 'audio').length).toBeGreaterThan(90);
  });

  test('publishes without audio, with the address in the order of Kaltura', async () => {
    const { gate, port } = await listen();
    const url = `rtmp://127.0.0.1:${port}/kLive?p=100&e=0_ab12cd34&i=0&t=TOKEN/0_ab12cd34_1`;
    const args = [...testInput(1), ...H264_OUTPUT, '-an'];
    const [publication, messages] = await Promise.all([gate.next(), runPublisher(args, url)]);
    expect(messages).toBe('');
    expect(publication.request).toMatchObject({ slot: 'primary', streamToken: 'TOKEN' });
    await expect(publication.ended).resolves.toBe('clean');
    expect(publication.frames[0]).toMatchObject({ hasVideo: true, hasAudio: false });
    expect((await publication.framesOf('video', 30)).length).toBe(30);
  });

  test('reads in its own log why it was refused', async () => {
    const { port } = await listen();
    const args = [...testInput(1), ...H264_OUTPUT, '-an'];
    const base = `rtmp://127.0.0.1:${port}`;
    expect(await runPublisher(args, `${base}/kLive?t=wrong/0_ab12cd34_1`)).toContain(
      'Server error: The stream token is wrong.',
    );
    expect(await runPublisher(args, `${base}/kLive?t=TOKEN/stream`)).toContain(
      'The stream name is "stream"; expected the webcast\'s id',
    );
    expect(await runPublisher(args, `${base}/live/0_ab12cd34_1`)).toContain('/kLive');
  });

  test('is told to change a codec that cannot be used', async () => {
    const { gate, port } = await listen();
    const args = [...testInput(1), ...H264_OUTPUT, '-c:a', 'libmp3lame', '-ar', '44100'];
    const url = `rtmp://127.0.0.1:${port}/kLive?t=TOKEN/0_ab12cd34_1`;
    const [publication, messages] = await Promise.all([gate.next(), runPublisher(args, url)]);
    expect(messages).toContain('Audio in MP3 cannot be used: set the encoder to AAC.');
    await expect(publication.ended).resolves.toBe('broken');
  });
});

describe('publishing', () => {
  test.each(['simple', 'digest-early', 'digest-late'] as const)(
    'starts after the handshake %s',
    async (kind) => {
      const { client, status } = await publishing(kind);
      expect(client.isGenuine).toBe(true);
      expect(status.get('code')).toBe('NetStream.Publish.Start');
      await client.stop();
    },
  );

  test.each([1, 128, 4096, 1_000_000])(
    'takes a real recording with chunks of %i bytes',
    async (chunkBytes) => {
      const { client, publication } = await publishing();
      client.setChunkBytes(chunkBytes);
      for (const { typeId, timestampMs, payload } of await recordTestTags()) {
        client.send(typeId, payload, { timestampMs, chunkStreamId: typeId === 9 ? 6 : 4 });
      }
      await client.stop();
      await expect(publication.ended).resolves.toBe('clean');
      expect((await publication.framesOf('video', 30)).length).toBe(30);
    },
  );

  test('takes time stamps beyond 4.6 hours', async () => {
    const { client, publication } = await publishing();
    const startMs = 20_000_000;
    for (const { typeId, timestampMs, payload } of await recordTestTags()) {
      client.send(typeId, payload, { timestampMs: startMs + timestampMs, chunkStreamId: 6 });
    }
    const [first, second] = await publication.framesOf('video', 30);
    expect((first?.dtsTicks ?? 0) / 90).toBeGreaterThanOrEqual(startMs);
    expect((second?.dtsTicks ?? 0) - (first?.dtsTicks ?? 0)).toBeLessThanOrEqual(34 * 90);
    await client.stop();
  });

  test('takes aggregates, and commands and data in AMF 3 wrapping', async () => {
    const { client, publication } = await publishing();
    const metadata = writeAmf0('onMetaData', amfObject({ audiocodecid: 10 }));
    client.send(RTMP_TYPE.dataAmf3, Buffer.concat([Uint8Array.of(0), metadata]));
    const audio = (timeMs: number, ...body: number[]) =>
      Uint8Array.of(8, 0, 0, body.length, 0, 0, timeMs, 0, 0, 0, 0, ...body, 0, 0, 0, 0);
    client.send(
      RTMP_TYPE.aggregate,
      Buffer.concat([audio(10, 0xaf, 0, 0x11, 0x90), audio(10, 0xaf, 1, 7), audio(31, 0xaf, 1, 8)]),
      { timestampMs: 5_000 },
    );
    const goodbye = writeAmf0('FCUnpublish', 9, null, '0_ab12cd34_1');
    client.send(RTMP_TYPE.commandAmf3, Buffer.concat([Uint8Array.of(0), goodbye]));
    await expect(publication.ended).resolves.toBe('clean');
    expect(publication.frames).toMatchObject([
      { kind: 'announcement', hasAudio: true, hasVideo: false },
      { kind: 'audio-config' },
      { kind: 'audio', ptsTicks: 5_000 * 90 },
      { kind: 'audio', ptsTicks: 5_021 * 90 },
    ]);
  });

  test('ends cleanly with a goodbye, and the connection may publish again', async () => {
    const { client, publication, gate } = await publishing();
    client.command('FCUnpublish', 5, 0, null, '0_ab12cd34_1');
    await expect(publication.ended).resolves.toBe('clean');
    expect((await client.status()).get('code')).toBe('NetStream.Unpublish.Success');
    const again = gate.next();
    client.command('publish', 6, 1, null, '0_ab12cd34_1', 'live');
    expect((await client.status()).get('code')).toBe('NetStream.Publish.Start');
    await client.stop();
    await expect((await again).ended).resolves.toBe('clean');
  });

  test('ends broken when the connection is cut', async () => {
    const { client, publication } = await publishing();
    client.cut();
    await expect(publication.ended).resolves.toBe('broken');
  });

  test('ends broken when the connection closes without a goodbye', async () => {
    const { client, publication } = await publishing();
    client.socket.end();
    await expect(publication.ended).resolves.toBe('broken');
    await client.closed;
  });

  test('ends when the server wants it, and the encoder learns why', async () => {
    const { client, publication } = await publishing();
    publication.abort(new Error('The stream token has changed.'));
    const status = await client.status();
    expect(status.get('level')).toBe('error');
    expect(status.get('description')).toBe('The stream token has changed.');
    await client.closed;
    await expect(publication.ended).resolves.toBe('broken');
  });

  test('goes on for others when one encoder sends garbage', async () => {
    const { client, publication, port } = await publishing();
    const other = await RtmpTestClient.open(port);
    other.sendRaw(Buffer.alloc(5_000, 0xff));
    await other.closed;
    const stranger = connect(port, '127.0.0.1');
    stranger.on('error', () => {});
    stranger.write('GET / HTTP/1.1\r\n\r\n');
    await once(stranger, 'close');
    client.send(8, Uint8Array.of(0xaf, 0, 0x11, 0x90));
    await publication.framesOf('audio-config', 1);
    await client.stop();
  });
});

describe('refusals', () => {
  test('say that a slot is taken', async () => {
    const { client, port } = await publishing();
    const second = await RtmpTestClient.open(port);
    const status = await second.publish('kLive?t=TOKEN', '0_ab12cd34_1');
    expect(Object.fromEntries(status)).toEqual({
      level: 'error',
      code: 'NetStream.Publish.BadName',
      description: 'Another encoder is publishing.',
    });
    await second.closed;
    await client.stop();
  });

  test('reach an encoder that goes on sending', async () => {
    const { port } = await listen();
    const client = await RtmpTestClient.open(port);
    await client.connectApp('kLive?t=wrong');
    await client.call('createStream', null);
    client.command('publish', 3, 1, null, '0_ab12cd34_1', 'live');
    // Whole video messages, as an encoder sends them that has not read the answer yet.
    const send = () => client.send(RTMP_TYPE.video, new Uint8Array(1000));
    send();
    const timer = setInterval(send, 1);
    expect((await client.status()).get('code')).toBe('NetStream.Publish.Denied');
    await client.closed;
    clearInterval(timer);
  });

  test('of a second publication on one connection', async () => {
    const { client, publication } = await publishing();
    client.command('publish', 9, 1, null, '0_ab12cd34_2', 'live');
    expect((await client.status()).get('description')).toContain('publishing already');
    await expect(publication.ended).resolves.toBe('broken');
    await client.closed;
  });

  test('of players', async () => {
    const { port } = await listen();
    const client = await RtmpTestClient.open(port);
    await client.connectApp('kLive');
    client.command('play', 3, 1, null, '0_ab12cd34_1');
    expect((await client.status()).get('code')).toBe('NetStream.Play.StreamNotFound');
    await client.closed;
  });

  test('of another application, as the answer to connect', async () => {
    const { port } = await listen();
    const client = await RtmpTestClient.open(port);
    const answer = await client.connectApp('live');
    expect(answer.name).toBe('_error');
    const information = answer.values[2];
    expect(isAmfObject(information) && information.get('description')).toContain('"live"');
    await client.closed;
  });

  test('of connections beyond the limit', async () => {
    const { port, listener } = await listen({ maxConnections: 1 });
    const client = await RtmpTestClient.open(port);
    expect(listener.connectionCount).toBe(1);
    await expect(RtmpTestClient.open(port)).rejects.toThrow();
    client.cut();
  });

  test('of a port that is taken', async () => {
    const { port } = await listen();
    await expect(listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the protocol', () => {
  test.each<[string, AmfValue]>([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'kLive'],
    ['an empty object', amfObject({})],
    ['numbers for texts', amfObject({ app: 5, tcUrl: null, flashVer: [1] })],
  ])('survives a connect with %s', async (_what, commandObject) => {
    const { port } = await listen();
    const client = await RtmpTestClient.open(port);
    const answer = await client.call('connect', commandObject);
    expect(answer.name).toBe('_error');
    await client.closed;
  });

  test('answers the capabilities of Enhanced RTMP to those who have them', async () => {
    const { port } = await listen();
    const client = await RtmpTestClient.open(port);
    const answer = await client.connectApp('kLive', {
      fourCcList: ['av01', 'hvc1', 'vp09'],
      videoFourCcInfoMap: amfObject({ '*': 2 }),
      audioFourCcInfoMap: amfObject({ '*': 2 }),
      capsEx: 15,
    });
    const information = answer.values[2];
    const fields = isAmfObject(information) ? Object.fromEntries(information) : {};
    expect(fields).toMatchObject({
      code: 'NetConnection.Connect.Success',
      fourCcList: ['avc1', 'hvc1', 'av01', 'mp4a'],
      capsEx: 4,
    });
    expect(fields.videoFourCcInfoMap).toEqual(amfObject({ avc1: 4, hvc1: 4, av01: 4 }));
    expect(fields.audioFourCcInfoMap).toEqual(amfObject({ mp4a: 4 }));
    client.cut();

    const plain = await RtmpTestClient.open(port);
    const [, , plainInformation] = (await plain.connectApp('kLive')).values;
    expect(isAmfObject(plainInformation) && plainInformation.has('fourCcList')).toBe(false);
    plain.cut();
  });

  test('answers pings, and acknowledges by the window of the peer', async () => {
    const { client } = await publishing();
    client.send(RTMP_TYPE.userControl, Uint8Array.of(0, 6, 1, 2, 3, 4), { chunkStreamId: 2 });
    const pong = await client.next(
      ({ typeId, payload }) => typeId === RTMP_TYPE.userControl && payload[1] === 7,
    );
    expect([...pong.payload]).toEqual([0, 7, 1, 2, 3, 4]);

    client.send(RTMP_TYPE.windowAckSize, uint32Payload(5_000), { chunkStreamId: 2 });
    client.send(RTMP_TYPE.data, new Uint8Array(6_000));
    const acknowledgement = await client.next(({ typeId }) => typeId === RTMP_TYPE.acknowledgement);
    expect(readUint32(acknowledgement.payload)).toBeGreaterThan(6_000);

    client.send(RTMP_TYPE.setPeerBandwidth, Uint8Array.of(0, 1, 0, 0, 2), { chunkStreamId: 2 });
    const isNewWindow = (window: number | null) => window === 0x10000;
    await client.next(
      ({ typeId, payload }) =>
        typeId === RTMP_TYPE.windowAckSize && isNewWindow(readUint32(payload)),
    );
    await client.stop();
  });

  test('ends a connection that floods without reading', async () => {
    const { port, lines } = await listen();
    const client = await RtmpTestClient.open(port);
    await client.connectApp('kLive');
    client.socket.pause();
    const ping = Buffer.concat(
      new Array(4_000).fill(Buffer.from([2, 0, 0, 0, 0, 0, 6, 4, 0, 0, 0, 0, 0, 6, 1, 2, 3, 4])),
    );
    const flood = () => {
      while (!client.socket.destroyed && client.socket.write(ping));
    };
    client.socket.on('drain', flood);
    flood();
    await client.closed;
    expect(
      lines.some(({ fields }) => fields.reason === 'the encoder does not read our answers'),
    ).toBe(true);
  });

  test('bounds a message before and after the encoder is known', async () => {
    const { port } = await listen();
    const stranger = await RtmpTestClient.open(port);
    await stranger.connectApp('kLive');
    stranger.send(RTMP_TYPE.command, new Uint8Array(70_000));
    await stranger.closed;
    const { client, publication } = await publishing();
    client.send(RTMP_TYPE.data, new Uint8Array(70_000));
    client.send(RTMP_TYPE.audio, Uint8Array.of(0xaf, 0, 0x11, 0x90));
    await publication.framesOf('audio-config', 1);
    client.sendRaw(Uint8Array.of(9, 0, 0, 0, 0xff, 0xff, 0xff, 9, 1, 0, 0, 0));
    await client.closed;
    await expect(publication.ended).resolves.toBe('broken');
  });
});

test('closing sends everybody away and waits for it', async () => {
  const { client, publication, listener, port } = await publishing();
  const closed = listener.close();
  expect((await client.status()).get('description')).toBe('The server is stopping.');
  await closed;
  await expect(publication.ended).resolves.toBe('broken');
  await expect(RtmpTestClient.open(port)).rejects.toThrow();
});
