import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { startPostgres } from '../../packages/api/src/store/postgres-for-tests.ts';
import { Encoder } from './encoder.ts';
import { fetchPlaylist } from './playlist-reader.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

const run = promisify(execFile);

describe('the server', () => {
  let server: ServerUnderTest;
  const encoders: Encoder[] = [];

  const publish = (...args: ConstructorParameters<typeof Encoder>) => {
    const encoder = new Encoder(...args);
    encoders.push(encoder);
    return encoder;
  };

  const onAir = () => eventually('the sample webcast is on air', () => server.manifestUrl());

  afterEach(async () => {
    await Promise.all(encoders.splice(0).map((encoder) => encoder.cut()));
    await server.stop();
  });

  it('prints what a newcomer needs, lists its processes, and keeps its secrets to itself', async () => {
    server = await ServerUnderTest.start();
    const { sample, url, dataDir } = server;
    expect(server.output).toContain(`${url}/watch/${sample.webcastId}`);
    expect(server.output).toContain(`/kLive?t=${sample.streamToken}`);
    expect(server.output).toContain('npm run demo');
    const { status, body } = await server.health();
    expect(status).toBe(200);
    expect(body.processes.map(({ name }) => name).sort()).toEqual([
      'control',
      'media',
      'supervisor',
    ]);
    for (const { pid } of body.processes) expect(process.kill(pid, 0)).toBe(true);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const file of ['secrets.json', 'run.json']) {
      expect(statSync(path.join(dataDir, file)).mode & 0o777).toBe(0o600);
    }
  });

  it('prints a link that signs in to the console for a day, and keeps its session nowhere else', async () => {
    server = await ServerUnderTest.start();
    const link = /(http\S+\/console)#ks=(\S+)/.exec(server.output);
    const [page = '', ks = ''] = link?.slice(1) ?? [];
    expect(page).toBe(`${server.url}/console`);
    const answer = await fetch(page);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const session = await server.call<{ userId: string; sessionType: number; expiry: number }>(
      'session',
      'get',
      { ks: decodeURIComponent(ks) },
    );
    expect(session).toMatchObject({ userId: 'owner', sessionType: 2 });
    expect(session.expiry - Date.now() / 1000).toBeGreaterThan(86_000);
    const kept = readFileSync(path.join(server.dataDir, 'run.json'), 'utf8');
    expect(kept).not.toContain(decodeURIComponent(ks));
    expect(server.output.split(ks)).toHaveLength(2);
  });

  it('ends a live cleanly for viewers at SIGTERM, and exits with 0', async () => {
    server = await ServerUnderTest.start();
    publish(server.publishUrl);
    const manifestUrl = await onAir();
    // Asks again and again, as a player does, until the server is gone: the last answer must be the end.
    let last = await fetchPlaylist(manifestUrl, 'video');
    server.signal('SIGTERM');
    const isGone = server.exited.then(() => true);
    while (!(await Promise.race([isGone, new Promise((resolve) => setTimeout(resolve, 20))]))) {
      last = (await fetchPlaylist(manifestUrl, 'video')) ?? last;
    }
    expect(await server.exited).toBe(0);
    expect(last?.hasEnded).toBe(true);
  });

  it('refuses a wrong stream key before the encoder sends anything', async () => {
    server = await ServerUnderTest.start();
    const encoder = publish(server.publishUrl.replace(/t=.*/, 't=00000000'));
    expect(await encoder.exited).not.toBe(0);
    expect(await server.manifestUrl()).toBeNull();
  });

  it('plays in FFmpeg from the address that playManifest gives', async () => {
    server = await ServerUnderTest.start();
    publish(server.publishUrl);
    const manifestUrl = await onAir();
    const { stdout } = await run('ffprobe', [
      ...[
        '-v',
        'error',
        '-read_intervals',
        '%+4',
        '-show_entries',
        'stream=codec_name,width,nb_read_packets',
      ],
      ...['-count_packets', '-of', 'json', manifestUrl],
    ]);
    const { streams } = JSON.parse(stdout) as {
      streams: { codec_name: string; nb_read_packets: string }[];
    };
    expect(streams.map(({ codec_name }) => codec_name).sort()).toEqual(['aac', 'h264']);
    for (const { nb_read_packets } of streams) expect(Number(nb_read_packets)).toBeGreaterThan(60);
  });

  it('waits for an encoder that was cut off, and goes on with the same playlist', async () => {
    server = await ServerUnderTest.start();
    const first = publish(server.publishUrl);
    const manifestUrl = await onAir();
    await eventually(
      'some segments exist',
      async () => ((await fetchPlaylist(manifestUrl, 'video'))?.lastMsn ?? 0) >= 1,
    );
    await first.cut();
    // Still there for viewers, though nobody sends.
    expect(await server.manifestUrl()).toBe(manifestUrl);
    publish(server.publishUrl);
    const after = await eventually('the playlist goes on after a discontinuity', async () => {
      const facts = await fetchPlaylist(manifestUrl, 'video');
      return facts !== null && facts.discontinuities === 1 && facts.partCount > 0 ? facts : null;
    });
    expect(after.hasEnded).toBe(false);
    expect(await server.manifestUrl()).toBe(manifestUrl);
  });

  it('ends the webcast when the encoder says goodbye, and starts anew on the same page', async () => {
    server = await ServerUnderTest.start();
    const first = publish(server.publishUrl);
    const firstUrl = await onAir();
    await first.stop();
    await eventually('the webcast has ended', async () => !(await server.isLive()));
    expect(await eventually('its replay', () => server.manifestUrl())).toContain('/r/');
    expect((await fetchPlaylist(firstUrl, 'video'))?.hasEnded).toBe(true);
    publish(server.publishUrl);
    await eventually('on air again', () => server.isLive());
    expect(await onAir()).not.toBe(firstUrl);
  });

  it('goes back on air on the same URL after kill -9 of the media process', async () => {
    server = await ServerUnderTest.start();
    publish(server.publishUrl);
    const manifestUrl = await onAir();
    const before = await eventually('segments exist', async () => {
      const facts = await fetchPlaylist(manifestUrl, 'video');
      return (facts?.segmentUris.length ?? 0) >= 2 ? facts : null;
    });
    process.kill(server.pidOf('media'), 'SIGKILL');
    const back = publish(server.publishUrl);
    const after = await eventually('the playlist goes on', async () => {
      if (back.errors !== '') publish(server.publishUrl);
      const facts = await fetchPlaylist(manifestUrl, 'video');
      return (facts?.discontinuities ?? 0) > 0 && (facts?.lastMsn ?? 0) > before.lastMsn
        ? facts
        : null;
    });
    expect(after.segmentUris.slice(0, before.segmentUris.length)).toEqual(before.segmentUris);
    for (const uri of after.segmentUris) {
      expect((await fetch(new URL(uri, manifestUrl))).status).toBe(200);
    }
  });

  it('keeps the show on while the control process is killed and comes back', async () => {
    server = await ServerUnderTest.start();
    publish(server.publishUrl);
    const manifestUrl = await onAir();
    const before = await fetchPlaylist(manifestUrl, 'video');
    const controlPid = server.pidOf('control');
    process.kill(controlPid, 'SIGKILL');
    await eventually('the playlist moves on', async () => {
      const facts = await fetchPlaylist(manifestUrl, 'video');
      return facts !== null && facts.lastMsn > (before?.lastMsn ?? 0) + 1;
    });
    await eventually('control is back', async () => {
      const health = await server.health().catch(() => null);
      return health?.status === 200 && server.pidOf('control') !== controlPid;
    });
    expect(await server.manifestUrl()).toBe(manifestUrl);
    expect(await server.isLive()).toBe(true);
  });

  it('keeps all of its state in PostgreSQL where it is told to', async () => {
    const postgres = await startPostgres();
    try {
      server = await ServerUnderTest.start({
        ROSTRUM_DATABASE_URL: await postgres.createDatabase(),
      });
      const { sample } = server;
      publish(server.publishUrl);
      const manifestUrl = await onAir();
      process.kill(server.pidOf('control'), 'SIGKILL');
      await eventually('control is back', async () => {
        const health = await server.health().catch(() => null);
        return health?.status === 200;
      });
      expect(server.sample).toEqual(sample);
      expect(await server.manifestUrl()).toBe(manifestUrl);
      expect(existsSync(path.join(server.dataDir, 'rostrum.db'))).toBe(false);
    } finally {
      await Promise.all(encoders.map((encoder) => encoder.cut()));
      await server.stop();
      await postgres.stop();
    }
  });

  it('does not start twice on one data folder', async () => {
    server = await ServerUnderTest.start();
    await expect(ServerUnderTest.start({}, server.dataDir)).rejects.toThrow('already runs');
  });

  it('says which port is taken when it can not start', async () => {
    server = await ServerUnderTest.start();
    const port = new URL(server.url).port;
    await expect(ServerUnderTest.start({ ROSTRUM_HTTP_PORT: port })).rejects.toThrow(
      `Port ${port} is in use by another program`,
    );
  });
});
