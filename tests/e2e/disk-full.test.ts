import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { ChannelHealth } from '@rostrum/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RoomClient } from '../../packages/sdk/src/index.ts';
import { Encoder } from './encoder.ts';
import { fetchPlaylist } from './playlist-reader.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';
import { MAY_MOUNT, SmallDisk } from './small-disk.ts';

const run = promisify(execFile);
const MB = 1024 * 1024;

type Health = { readonly archive: string; readonly lostParts: number };

// Every gate runs as root, where this is never passed over; a contributor without root can't mount.
describe.skipIf(!MAY_MOUNT)('a disk that fills up in mid-show', () => {
  let disk: SmallDisk;
  let server: ServerUnderTest;
  let ks = '';
  let room: RoomClient;
  const encoders: Encoder[] = [];
  const samples: ChannelHealth[] = [];

  const publish = () => {
    const encoder = new Encoder(server.publishUrl);
    encoders.push(encoder);
    return encoder;
  };
  const health = () =>
    server.call<Health>('rostrum_health', 'get', { ks, entryId: server.sample.webcastId });
  const alerts = async () => {
    type State = { readonly alerts: readonly { readonly code: string }[] };
    const state = await server.call<State>('rostrum_server', 'getState', { ks });
    return state.alerts.map(({ code }) => code);
  };
  const archiveIs = (state: string) =>
    eventually(`the archive is ${state}`, async () => (await health()).archive === state, 40_000);
  const moves = async (manifestUrl: string, bySegments: number) => {
    const before = (await fetchPlaylist(manifestUrl, 'video'))?.lastMsn ?? 0;
    await eventually(
      'the playlist moves',
      async () =>
        ((await fetchPlaylist(manifestUrl, 'video'))?.lastMsn ?? 0) >= before + bySegments,
      40_000,
    );
  };
  /** What FFmpeg complains about when it decodes everything, and how long that is. */
  const play = async (url: string) => {
    const { stderr } = await run('ffmpeg', ['-v', 'error', '-i', url, '-f', 'null', '-']);
    const shown = ['-show_entries', 'format=duration', '-of', 'csv=p=0'];
    const { stdout } = await run('ffprobe', ['-v', 'error', ...shown, url]);
    return { complaints: stderr, seconds: Number(stdout) };
  };
  const recordingUrl = () =>
    eventually(
      'the recording can be played',
      async () => {
        const { webcastId } = server.sample;
        const filter = { rootEntryIdEqual: webcastId, statusEqual: '2' };
        const found = await server.call<{ objects: readonly { id: string }[] }>('media', 'list', {
          ...{ ks, filter },
        });
        const recording = found.objects.find(({ id }) => id !== webcastId);
        const url = recording === undefined ? null : await server.manifestUrl(recording.id);
        return url !== null && (await fetch(url)).ok ? url : null;
      },
      60_000,
    );

  beforeEach(async () => {
    disk = new SmallDisk(64);
    server = await ServerUnderTest.start({}, disk.directory);
    ks = await server.adminSession();
    const { webcastId } = server.sample;
    room = new RoomClient({ serviceUrl: server.url, webcastId, session: ks });
    room.on('health', (all) => samples.splice(0, samples.length, ...all));
  });

  afterEach(async () => {
    room.close();
    samples.length = 0;
    await Promise.all(encoders.splice(0).map((encoder) => encoder.cut()));
    await server.stopKeepingData();
    disk.remove();
  });

  it('does not stop the live; the archive is whole up to there, and goes on when there is room', async () => {
    const encoder = publish();
    const manifestUrl = await eventually('on air', () => server.manifestUrl());
    await moves(manifestUrl, 3);
    expect((await health()).archive).toBe('writing');

    disk.fill();
    await archiveIs('failing');
    expect(await alerts()).toEqual(expect.arrayContaining(['ARCHIVE_FAILING', 'DISK_FULL']));
    await eventually('producers are told', () => samples.at(-1)?.archive === 'failing');
    await moves(manifestUrl, 4);
    expect(await server.isLive()).toBe(true);
    const { lostParts } = await health();
    expect(lostParts).toBeGreaterThan(0);

    disk.empty();
    await archiveIs('writing');
    await eventually(
      'the alert is over',
      async () => !(await alerts()).includes('ARCHIVE_FAILING'),
    );
    const kept = (await health()).lostParts;
    await moves(manifestUrl, 3);
    expect((await health()).lostParts).toBe(kept);
    await encoder.stop();

    const { complaints, seconds } = await play(await recordingUrl());
    expect(complaints).toBe('');
    // Three segments of a second before, and as many after.
    expect(seconds).toBeGreaterThan(5);
  });

  it('may end the show and have its processes killed: what was kept becomes a recording', async () => {
    const encoder = publish();
    const manifestUrl = await eventually('on air', () => server.manifestUrl());
    await moves(manifestUrl, 4);
    disk.fill();
    await archiveIs('failing');
    await encoder.stop();
    await eventually('the show is over', async () => !(await server.isLive()));
    for (const name of ['control', 'media'] as const) {
      const pid = server.pidOf(name);
      process.kill(pid, 'SIGKILL');
      await eventually(
        `${name} is there again`,
        async () => {
          const processes = (await server.health().catch(() => null))?.body.processes ?? [];
          return processes.some((each) => each.name === name && each.pid !== pid && each.isReady);
        },
        40_000,
      );
    }
    disk.empty();
    const { complaints, seconds } = await play(await recordingUrl());
    expect(complaints).toBe('');
    expect(seconds).toBeGreaterThan(3);
  });

  it('refuses changes in words, loses none that it has acknowledged, and takes them again', async () => {
    const { webcastId } = server.sample;
    disk.fill();
    const change = (text: string) =>
      server.call('liveStream', 'update', {
        ...{ ks, entryId: webcastId },
        liveStreamEntry: { objectType: 'KalturaLiveStreamEntry', description: text },
      });
    let acknowledged = '';
    let refusal = '';
    // The database reuses the room that it has; sooner or later it needs more.
    for (let count = 0; count < 2000 && refusal === ''; count++) {
      const text = `${count} `.repeat(800);
      await change(text).then(
        () => {
          acknowledged = text.trim();
        },
        (error: unknown) => {
          refusal = String(error);
        },
      );
    }
    expect(refusal).toContain('DISK_FULL');
    const read = async () => {
      const entry = await server.call<{ description?: string }>('liveStream', 'get', {
        ...{ ks, entryId: webcastId },
      });
      return entry.description?.trim();
    };
    if (acknowledged !== '') expect(await read()).toBe(acknowledged);
    disk.empty();
    await change('there is room again');
    expect(await read()).toBe('there is room again');
    expect((await server.health()).status).toBe(200);
  });

  it.each([
    ['none', 0],
    ['only enough to receive it, but not to keep it', 3 * MB],
  ])(
    'refuses a chunk of a file where there is no room, %s, and keeps those before it',
    async (_, leavingBytes) => {
      const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(6 * MB - 9)]);
      type Token = { readonly id: string; readonly uploadedFileSize: number };
      const { id } = await server.call<Token>('uploadToken', 'add', {
        ...{ ks, uploadToken: { fileName: 'slides.pdf', fileSize: file.length } },
      });
      const send = async (at: number): Promise<Partial<Token> & { readonly code?: string }> => {
        const form = new FormData();
        const chunk = file.subarray(at, at + 2 * MB);
        const isLast = at + chunk.length === file.length;
        const place = { resume: at > 0, resumeAt: at, finalChunk: isLast };
        form.set('json', JSON.stringify({ ks, uploadTokenId: id, ...place }));
        form.set('fileData', new Blob([chunk]), 'chunk');
        const path = '/api_v3/service/uploadToken/action/upload?format=1';
        const response = await fetch(`${server.url}${path}`, { method: 'POST', body: form });
        return (await response.json()) as Partial<Token>;
      };
      expect(await send(0)).toMatchObject({ uploadedFileSize: 2 * MB });
      disk.fill(leavingBytes);
      expect(await send(2 * MB)).toMatchObject({ code: 'DISK_FULL' });
      const left = disk.freeBytes;
      expect(await send(2 * MB)).toMatchObject({ code: 'DISK_FULL' });
      expect(disk.freeBytes).toBe(left);
      expect(await server.call('uploadToken', 'get', { ks, uploadTokenId: id })).toMatchObject({
        uploadedFileSize: 2 * MB,
      });

      disk.empty();
      expect(await send(2 * MB)).toMatchObject({ uploadedFileSize: 4 * MB });
      expect(await send(4 * MB)).toMatchObject({ uploadedFileSize: 6 * MB });
      const document = await server.call<Token>('document_documents', 'addFromUploadedFile', {
        ...{ ks, uploadTokenId: id },
        documentEntry: { objectType: 'KalturaDocumentEntry', name: 'Slides' },
      });
      const path = `/api_v3/service/document_documents/action/serve/entryId/${document.id}`;
      const served = await fetch(`${server.url}${path}`);
      expect(Buffer.from(await served.arrayBuffer()).equals(file)).toBe(true);
    },
  );
});
