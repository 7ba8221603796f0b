import { once } from 'node:events';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, type OriginFixture, openOriginFixture } from './testing/origin-fixture.ts';
import { playbackPath } from './testing/sample-generation.ts';

let origin: OriginFixture;
const { get, generation } = {
  get: (file: string, headers?: Record<string, string>, method?: string) =>
    origin.get(file, headers, method),
  generation: () => origin.generation,
};

beforeEach(async () => {
  origin = await openOriginFixture();
});

afterEach(async () => {
  await origin.close();
});

/** Replaces the server by one with other options. */
async function reopen(options: Parameters<typeof openOriginFixture>[0]): Promise<void> {
  await origin.close();
  origin = await openOriginFixture(options);
}

/** Waits until so many requests are held. */
async function heldRequests(count: number): Promise<void> {
  await expect.poll(() => origin.server.stats().heldRequests, { interval: 5 }).toBe(count);
}

function startBoth(segments = 0): void {
  generation().addTrack('video');
  generation().addTrack('audio');
  generation().addSegments('video', segments);
  generation().addSegments('audio', segments);
}

describe('playlists', () => {
  test('the multivariant playlist names both tracks and may be read by any page', async () => {
    startBoth(1);
    const { status, headers, body } = await get('index.m3u8');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.apple.mpegurl',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=1',
      vary: 'accept-encoding',
      'content-length': String(body.length),
      date: 'Fri, 15 Jan 2027 08:00:00 GMT',
    });
    expect(body.toString()).toContain('video.m3u8');
    expect(body.toString()).toContain('audio.m3u8');
    expect((await get('index-dvr.m3u8')).body.toString()).toContain('video-dvr.m3u8');
  });

  test('a media playlist reports the other track, the long one the other long one', async () => {
    startBoth(2);
    const live = (await get('video.m3u8')).body.toString();
    expect(live).toContain('video-k3f9-1.m4s');
    expect(live).toContain('#EXT-X-RENDITION-REPORT:URI="audio.m3u8"');
    const long = (await get('audio-dvr.m3u8')).body.toString();
    expect(long).toContain('#EXT-X-RENDITION-REPORT:URI="video-dvr.m3u8"');
    expect((await get('video-iframes.m3u8')).body.toString()).toContain('#EXT-X-I-FRAMES-ONLY');
    expect((await get('audio-iframes.m3u8')).status).toBe(404);
  });

  test('gzip is used where the client takes it', async () => {
    startBoth(6);
    const plain = await get('video.m3u8');
    const packed = await get('video.m3u8', { 'accept-encoding': 'br, gzip;q=0.5' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    const refused = await get('video.m3u8', { 'accept-encoding': 'gzip;q=0' });
    expect(refused.body).toEqual(plain.body);
  });

  test('a delta update skips what the player has', async () => {
    await reopen({ dvrWindowMs: 600_000 });
    startBoth(100);
    const delta = (await get('video.m3u8?_HLS_skip=YES')).body.toString();
    expect(delta).toMatch(/#EXT-X-SKIP:SKIPPED-SEGMENTS=\d\d/);
    expect((await get('video.m3u8')).body.toString()).not.toContain('EXT-X-SKIP');
    expect((await get('video.m3u8?_HLS_skip=NO')).status).toBe(400);
  });

  test('HEAD says the size and sends nothing', async () => {
    startBoth(1);
    const whole = await get('video.m3u8');
    const head = await get('video.m3u8', {}, 'HEAD');
    expect(head.headers['content-length']).toBe(String(whole.body.length));
    expect(head.body).toHaveLength(0);
  });

  test('a player that comes before every track has a whole segment waits for it', async () => {
    const early = [get('index.m3u8'), get('video.m3u8'), get('audio.m3u8')];
    await heldRequests(3);
    startBoth();
    generation().addSegments('audio', 1);
    generation().addPart('video');
    expect(origin.server.stats().heldRequests).toBe(3);
    generation().closeSegment('video');
    const answers = await Promise.all(early);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('a track that the stream does not have is not found', async () => {
    generation().addTrack('audio');
    generation().addSegments('audio', 1);
    expect((await get('video.m3u8')).status).toBe(404);
    expect((await get('video-iframes.m3u8')).status).toBe(404);
  });
});

describe('blocking reload', () => {
  test('a request for the next part is held until that part, and may then be cached', async () => {
    startBoth(2);
    generation().addPart('video');
    const held = get('video.m3u8?_HLS_msn=2&_HLS_part=1');
    await heldRequests(1);
    generation().addPart('audio');
    expect(origin.server.stats().heldRequests).toBe(1);
    generation().addPart('video');
    const { status, headers, body } = await held;
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=6');
    expect(body.toString()).toContain('video-k3f9-2.1.m4s');
  });

  test('all who wait for the same part get the same bytes', async () => {
    startBoth(2);
    const held = Array.from({ length: 20 }, () => get('video.m3u8?_HLS_msn=2&_HLS_part=0'));
    await heldRequests(20);
    generation().addPart('video');
    const bodies = new Set((await Promise.all(held)).map(({ body }) => body.toString()));
    expect(bodies.size).toBe(1);
  });

  test('a request without a part waits for the whole segment', async () => {
    startBoth(1);
    const held = get('video.m3u8?_HLS_msn=1');
    await heldRequests(1);
    for (let part = 0; part < 3; part++) generation().addPart('video');
    expect(origin.server.stats().heldRequests).toBe(1);
    generation().addPart('video');
    expect((await held).body.toString()).toContain('video-k3f9-1.m4s');
  });

  test('what is there already is answered at once', async () => {
    startBoth(3);
    generation().addPart('video');
    for (const query of ['_HLS_msn=0', '_HLS_msn=2&_HLS_part=3', '_HLS_msn=3&_HLS_part=0']) {
      expect((await get(`video.m3u8?${query}`)).status, query).toBe(200);
    }
    // A part that the closed segment turned out not to have is the first of the next, which is there.
    expect((await get('video.m3u8?_HLS_msn=2&_HLS_part=4')).status).toBe(200);
  });

  test('a part that the segment turned out not to have is the first part of the next one', async () => {
    startBoth(1);
    for (let part = 0; part < 2; part++) generation().addPart('video');
    const held = get('video.m3u8?_HLS_msn=1&_HLS_part=2');
    await heldRequests(1);
    generation().closeSegment('video');
    expect(origin.server.stats().heldRequests).toBe(1);
    generation().addPart('video');
    expect((await held).body.toString()).toContain('video-k3f9-2.0.m4s');
  });

  test.each([
    '_HLS_msn=5',
    '_HLS_msn=1000000',
    '_HLS_msn=2&_HLS_part=7',
    '_HLS_part=1',
    '_HLS_msn=x',
    '_HLS_msn=-1',
    '_HLS_msn=',
    '_HLS_msn=2&_HLS_part=1.5',
  ])('%s is refused at once', async (query) => {
    startBoth(2);
    generation().addPart('video');
    const { status, headers, body } = await get(`video.m3u8?${query}`);
    expect(status).toBe(400);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(body.toString()).toMatch(/_HLS_/);
  });

  test('the end releases everybody with the last playlist, and later requests are not held', async () => {
    startBoth(1);
    const held = get('video.m3u8?_HLS_msn=1&_HLS_part=0');
    await heldRequests(1);
    generation().end();
    expect((await held).body.toString()).toContain('#EXT-X-ENDLIST');
    expect((await get('video.m3u8?_HLS_msn=99')).body.toString()).toContain('#EXT-X-ENDLIST');
  });

  test('a stream that stalls for three target durations is said to be unavailable', async () => {
    startBoth(1);
    Object.assign(generation().track('video'), { targetDurationMs: 100 });
    const { status, headers } = await get('video.m3u8?_HLS_msn=1&_HLS_part=0');
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('1');
    expect(origin.server.stats().heldRequests).toBe(0);
  });

  test('a client that goes away frees its place', async () => {
    startBoth(1);
    const { socket } = await origin.connect();
    socket.write(`GET ${playbackPath()}/video.m3u8?_HLS_msn=1 HTTP/1.1\r\nHost: x\r\n\r\n`);
    await heldRequests(1);
    socket.destroy();
    await heldRequests(0);
    generation().addSegments('video', 1);
    expect((await get('video.m3u8')).status).toBe(200);
  });

  test('beyond the limit a player is told to come again', async () => {
    await reopen({ limits: { maximumHeldRequests: 2 } });
    startBoth(1);
    const held = [get('video.m3u8?_HLS_msn=1'), get('audio.m3u8?_HLS_msn=1')];
    await heldRequests(2);
    expect((await get('video.m3u8?_HLS_msn=1')).status).toBe(503);
    generation().addSegments('video', 1);
    generation().addSegments('audio', 1);
    for (const answer of await Promise.all(held)) expect(answer.status).toBe(200);
  });

  test('closing answers everybody who waits', async () => {
    startBoth(1);
    const held = get('video.m3u8?_HLS_msn=1');
    await heldRequests(1);
    const closing = origin.server.close();
    const { status, headers } = await held;
    expect(status).toBe(503);
    expect(headers.connection).toBe('close');
    await closing;
    await reopen({});
  });
});

describe('media', () => {
  test('parts and segments come from memory under names that never change', async () => {
    startBoth();
    const part = generation().addPart('video');
    const answer = await get('video-k3f9-0.0.m4s');
    expect(answer.body.equals(part.bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
    });
    for (let index = 0; index < 3; index++) generation().addPart('video');
    const segment = await get('video-k3f9-0.m4s');
    expect(segment.body.subarray(0, part.bytes.length).equals(part.bytes)).toBe(true);
    expect((await get('audio-init-0.mp4')).headers['content-type']).toBe('audio/mp4');
    expect((await get('video-init-0.mp4')).body.toString()).toBe('init of video');
  });

  test('a hinted part, the hinted next segment’s first part and the open segment are waited for', async () => {
    startBoth(1);
    generation().addPart('video');
    const hinted = get('video-k3f9-1.1.m4s');
    const open = get('video-k3f9-1.m4s');
    const next = get('video-k3f9-2.0.m4s');
    await heldRequests(3);
    const part = generation().addPart('video');
    expect((await hinted).body.equals(part.bytes)).toBe(true);
    generation().addPart('video');
    generation().addPart('video');
    expect((await open).status).toBe(200);
    const first = generation().addPart('video');
    expect((await next).body.equals(first.bytes)).toBe(true);
  });

  test('a hinted part that never comes is not found as soon as that is known', async () => {
    startBoth(1);
    generation().addPart('video');
    const hinted = get('video-k3f9-1.1.m4s');
    await heldRequests(1);
    generation().closeSegment('video');
    expect((await hinted).status).toBe(404);
  });

  test('a part further ahead and names that nobody has made are not found', async () => {
    startBoth(1);
    generation().addPart('video');
    for (const name of [
      'video-k3f9-1.3.m4s',
      'video-k3f9-9.m4s',
      'video-other-0.m4s',
      'x.m4s',
      '',
    ]) {
      const { status, headers } = await get(name);
      expect(status, name).toBe(404);
      expect(headers['access-control-allow-origin'], name).toBe('*');
      expect(headers['cache-control'], name).toBe('public, max-age=1');
    }
  });

  test('what has left memory comes from the archive, whole, in parts and in ranges', async () => {
    startBoth(30);
    await origin.archive.flush();
    const track = generation().track('video');
    const old = track.segments[0];
    if (old === undefined) throw new Error('the window is empty');
    expect(track.segmentBuffers(`${old.stem}.m4s`)).toBeUndefined();
    const whole = await get(`${old.stem}.m4s`);
    expect(whole.status).toBe(200);
    expect(whole.body).toHaveLength(old.sizeBytes);
    const [, second] = old.parts;
    if (second === undefined) throw new Error('the segment has no second part');
    const from = second.offsetBytes;
    const part = await get(`${old.stem}.1.m4s`);
    expect(part.body.equals(whole.body.subarray(from, from + second.sizeBytes))).toBe(true);
    const range = await get(`${old.stem}.m4s`, { range: 'bytes=10-19' });
    expect(range.status).toBe(206);
    expect(range.headers['content-range']).toBe(`bytes 10-19/${old.sizeBytes}`);
    expect(range.body.equals(whole.body.subarray(10, 20))).toBe(true);
    const beyond = await get(`${old.stem}.m4s`, { range: `bytes=${old.sizeBytes}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${old.sizeBytes}`);
    // Out of the window, still there for those who have an older playlist.
    expect((await get('video-k3f9-0.m4s')).status).toBe(200);
    expect((await get('video-k3f9-0.m4s', { range: 'bytes=-4' })).body).toHaveLength(4);
  });

  test('a long archived segment is read piece by piece, and a missing piece breaks the connection', async () => {
    await reopen({ sampleBytes: 200_000 });
    startBoth(15);
    await origin.archive.flush();
    const track = generation().track('video');
    const expected = track.segments[0];
    if (expected === undefined) throw new Error('the window is empty');
    expect(track.segmentBuffers(`${expected.stem}.m4s`)).toBeUndefined();
    const whole = await get(`${expected.stem}.m4s`);
    expect(whole.body).toHaveLength(expected.sizeBytes);
    expect(whole.body.subarray(-4)).toEqual(Buffer.alloc(4, (expected.msn * 16 + 3) % 251));
    const range = await get(`${expected.stem}.m4s`, { range: 'bytes=100-700099' });
    expect(range.headers['content-range']).toBe(`bytes 100-700099/${expected.sizeBytes}`);
    expect(range.body.equals(whole.body.subarray(100, 700_100))).toBe(true);
    const torn = `${track.segments[1]?.stem}.m4s`;
    truncateSync(join(origin.folder, torn), 600_000);
    await expect(get(torn).then(({ status }) => status)).rejects.toThrow();
  });

  test.each([
    ['bytes=0-9', 206, 0, 10],
    ['bytes=650-1599', 206, 650, 1600],
    ['bytes=-5', 206, -5, undefined],
    ['bytes=100-', 206, 100, undefined],
    ['bytes=0-999999', 206, 0, undefined],
    ['bytes=9-3', 200, 0, undefined],
    ['bytes=0-1,4-5', 200, 0, undefined],
    ['lines=0-1', 200, 0, undefined],
  ])('a range %s from memory is a %i', async (range, status, start, end) => {
    startBoth(1);
    const whole = await get('video-k3f9-0.m4s');
    const answer = await get('video-k3f9-0.m4s', { range });
    expect(answer.status).toBe(status);
    expect(answer.body.equals(whole.body.subarray(start, end))).toBe(true);
  });

  test('a range that is not there is a 416, and If-Range gets the whole', async () => {
    startBoth(1);
    const whole = await get('video-k3f9-0.m4s');
    const { status, headers } = await get('video-k3f9-0.m4s', { range: 'bytes=99999999-' });
    expect(status).toBe(416);
    expect(headers['content-range']).toBe(`bytes */${whole.body.length}`);
    const conditional = await get('video-k3f9-0.m4s', { range: 'bytes=0-1', 'if-range': '"x"' });
    expect(conditional.status).toBe(200);
  });

  test('a browser may ask whether it may send a Range field', async () => {
    const answer = await get('video-k3f9-0.m4s', { origin: 'https://a.example' }, 'OPTIONS');
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'range',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    });
  });
});

describe('the token in the address', () => {
  async function ask(path: string): Promise<Answer> {
    return await get(`${path}/video.m3u8`);
  }

  beforeEach(() => startBoth(1));

  test('opens the generation that it names', async () => {
    expect((await ask(playbackPath())).status).toBe(200);
  });

  test.each([
    ['forged', () => playbackPath({}, new TextEncoder().encode('another secret'))],
    ['for another webcast', () => playbackPath({ webcastId: '0_otherone' })],
    ['for another generation', () => playbackPath({ generation: 'aaaabbbbcccc' })],
    ['of an epoch that is over', () => playbackPath({ epoch: 2 })],
    ['expired', () => playbackPath({ expiresAtSeconds: 1_799_999_999 })],
    ['no token at all', () => '/v/hello/0_abcd1234/k3f9aa00bb11'],
  ])('is refused when it is %s', async (_what, path) => {
    const { status, headers, body } = await ask(path());
    expect(status).toBe(403);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toBe('no-store');
    expect(body.toString()).toMatch(/playManifest/);
  });

  test('stops to open when its time is over or its epoch is raised, though it was seen before', async () => {
    expect((await ask(playbackPath())).status).toBe(200);
    origin.time.nowMs = 1_900_000_000_000;
    expect((await ask(playbackPath())).status).toBe(403);
    origin.time.nowMs = 1_800_000_000_000;
    expect((await ask(playbackPath())).status).toBe(200);
    generation().playbackEpoch += 1;
    expect((await ask(playbackPath())).status).toBe(403);
  });

  test('finds nothing where the generation is gone', async () => {
    const path = playbackPath({ webcastId: '0_otherone' }).replace('0_abcd1234', '0_otherone');
    expect((await ask(path)).status).toBe(404);
  });

  test('is asked for everywhere but on a preflight', async () => {
    for (const path of ['/', '/video.m3u8', '/v/video.m3u8', '/healthz', '/v/a/b/c/d/video.m3u8']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});

describe('connections', () => {
  const target = (file: string) => `${playbackPath()}/${file}`;

  test('requests that are sent ahead are answered in order, also behind a held one', async () => {
    startBoth(1);
    const { socket, received } = await origin.connect();
    const ask = (file: string) => `GET ${target(file)} HTTP/1.1\r\nHost: x\r\n\r\n`;
    socket.write(ask('video-init-0.mp4') + ask('video.m3u8?_HLS_msn=1') + ask('audio-init-0.mp4'));
    await heldRequests(1);
    await expect.poll(received).toContain('init of video');
    expect(received()).not.toContain('init of audio');
    generation().addSegments('video', 1);
    await expect.poll(received).toContain('init of audio');
    expect(received().indexOf('video-k3f9-1.m4s')).toBeLessThan(
      received().indexOf('init of audio'),
    );
    socket.destroy();
  });

  test('a request may arrive in pieces', async () => {
    startBoth(1);
    const { socket, received } = await origin.connect();
    const text = `GET ${target('video-init-0.mp4')} HTTP/1.1\r\nHost: x\r\n\r\n`;
    for (const character of text) {
      socket.write(character);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(received).toContain('init of video');
    socket.destroy();
  });

  test('HTTP/1.0 and Connection: close get their answer and the end of the connection', async () => {
    startBoth(1);
    for (const rest of ['HTTP/1.0\r\n\r\n', 'HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n']) {
      const { socket, received } = await origin.connect();
      socket.write(`GET ${target('video-init-0.mp4')} ${rest}`);
      await once(socket, 'close');
      expect(received()).toMatch(/connection: close\r\n[\s\S]*init of video$/);
    }
  });

  test.each([
    ['another method', 'POST / HTTP/1.1\r\nHost: x\r\n\r\n', 405],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two Hosts', 'GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 400],
    ['another version', 'GET / HTTP/2.0\r\nHost: x\r\n\r\n', 505],
    ['two blanks', 'GET  / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['a body', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello', 413],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n',
      400,
    ],
    [
      'a chunked body',
      'GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n\r\n', 417],
    ['a folded field', 'GET / HTTP/1.1\r\nHost: x\r\n folded: yes\r\n\r\n', 400],
    ['a blank before the colon', 'GET / HTTP/1.1\r\nHost : x\r\n\r\n', 400],
    ['bare line feeds', 'GET / HTTP/1.1\nHost: x\n\nGET / HTTP/1.1\r\n\r\n', 400],
    ['a long address', `GET /${'a'.repeat(5000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414],
    ['a long field', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['many fields', `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(101)}\r\n`, 431],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
  ])('%s is refused and the connection closed', async (_what, text, status) => {
    const { socket, received } = await origin.connect();
    socket.write(text, 'latin1');
    await once(socket, 'close');
    expect(received()).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(received()).toContain('access-control-allow-origin: *');
    expect(origin.server.stats().refusedRequests).toBe(1);
  });

  test('the address may be written with scheme and host', async () => {
    startBoth(1);
    const { socket, received } = await origin.connect();
    socket.write(
      `GET http://a.example:81${target('video-init-0.mp4')} HTTP/1.1\r\nHost: x\r\n\r\n`,
    );
    await expect.poll(received).toContain('init of video');
    socket.destroy();
  });

  test('a client that sends its request too slowly is told so, an idle one is closed', async () => {
    await reopen({ limits: { headTimeoutMs: 100, idleTimeoutMs: 600 } });
    const slow = await origin.connect();
    slow.socket.write('GET / HTTP/1.1\r\n');
    const drip = setInterval(() => slow.socket.write('a'), 50);
    const idle = await origin.connect();
    await once(slow.socket, 'close');
    clearInterval(drip);
    expect(slow.received()).toMatch(/^HTTP\/1.1 408 /);
    if (!idle.socket.closed) await once(idle.socket, 'close');
    expect(idle.received()).toBe('');
  });

  test('a client that does not take its answer costs no copy of it, and is closed', async () => {
    await reopen({
      sampleBytes: 2_000_000,
      limits: { answerTimeoutMs: 300, minimumBytesPerSecond: 1e9 },
    });
    startBoth(1);
    const { socket } = await origin.connect();
    socket.pause();
    const before = process.memoryUsage().arrayBuffers;
    socket.write(`GET ${target('video-k3f9-0.m4s')} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(20));
    await expect.poll(() => origin.server.stats().requests).toBeGreaterThan(0);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(12_000_000);
    await expect.poll(() => origin.server.stats().connections, { timeout: 5000 }).toBe(0);
    expect(origin.server.stats().requests).toBe(1);
    socket.destroy();
  });

  test('a client that sends hundreds of requests ahead is closed', async () => {
    startBoth(1);
    const { socket } = await origin.connect();
    const held = `GET ${target('video.m3u8?_HLS_msn=1')} HTTP/1.1\r\nHost: x\r\n\r\n`;
    socket.on('error', () => undefined);
    socket.write(held.repeat(8000));
    await expect.poll(() => socket.closed).toBe(true);
    await heldRequests(0);
    expect(origin.server.stats().connections).toBe(0);
  });

  test('connections beyond the limit are closed', async () => {
    await reopen({ limits: { maximumConnections: 1 } });
    const first = await origin.connect();
    const second = await origin.connect();
    await once(second.socket, 'close');
    expect(origin.server.stats().connections).toBe(1);
    first.socket.destroy();
  });
});
