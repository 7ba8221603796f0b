import { afterEach, describe, expect, it } from 'vitest';
import { Encoder } from './encoder.ts';
import {
  guessedPieces,
  manifestAddresses,
  otherFolders,
  playlistForms,
  thumbnailAddresses,
} from './secrecy/attempts.ts';
import type { Colour } from './secrecy/colours.ts';
import { Eyes, get } from './secrecy/sight.ts';
import { listenToRoom, viewerSessions } from './secrecy/viewers.ts';
import { eventually, ServerUnderTest } from './server-under-test.ts';

/** Red and blue are rehearsals, green is the show: whatever a viewer tries, there is nothing but green. */
describe('a preview', () => {
  let server: ServerUnderTest;
  let admin = '';
  let webcastId = '';
  let encoder: Encoder;
  let viewers: ReadonlyMap<string, string | null>;

  const open = async (env: Record<string, string>) => {
    server = await ServerUnderTest.start(env);
    admin = await server.adminSession();
    const entry = await server.call<{ id: string; streamPassword: string }>('liveStream', 'add', {
      ks: admin,
      liveStreamEntry: {
        ...{ objectType: 'KalturaLiveStreamEntry', name: 'Rehearsed', mediaType: 201 },
        ...{ explicitLive: 1, userId: 'olga', dvrStatus: 1, dvrWindow: 120, recordStatus: 1 },
      },
      sourceType: '32',
    });
    webcastId = entry.id;
    viewers = await viewerSessions(server, webcastId);
    return `rtmp://127.0.0.1:${server.rtmpPort}/kLive/${webcastId}_1?t=${entry.streamPassword}`;
  };
  const publish = (url: string, colour: string) => {
    encoder = new Encoder(url, { colour, size: '160x90' });
  };
  const update = (liveStreamEntry: object) =>
    server.call('liveStream', 'update', { ks: admin, entryId: webcastId, liveStreamEntry });
  const entry = () =>
    server.call<{ viewMode: number; recordedEntryId?: string }>('liveStream', 'get', {
      ...{ ks: admin, entryId: webcastId },
    });
  const broadcastStatus = async () =>
    (await server.call<{ broadcastStatus: number }>('liveStream', 'getDetails', { id: webcastId }))
      .broadcastStatus;

  /** Where a session's player is sent. */
  const addressFor = async (ks: string | null, entryId = webcastId) => {
    const [first = ''] = manifestAddresses({ url: server.url, webcastId: entryId }, ks);
    return (await get(first)).location;
  };
  /** The address of a rehearsal, once its newest picture has this colour. */
  const rehearsing = (colour: Colour) =>
    eventually(`a rehearsal in ${colour}`, async () => {
      const address = await addressFor(admin);
      if (address?.includes('/v/') !== true) return null;
      return (await new Eyes().look(address)).colours.at(-1) === colour && address;
    });
  /** Where viewers are sent, once there is something that fulfils a condition. */
  const onAir = (isIt: (colours: readonly Colour[]) => boolean) =>
    eventually('the show', async () => {
      const address = await addressFor(null);
      if (address?.includes('/v/') !== true) return null;
      return isIt((await new Eyes().look(address)).colours) && address;
    });

  /** Opens every address; answers with those that show a colour which they must not. */
  const leaksOf = async (addresses: Iterable<string>, allowed: readonly Colour[]) => {
    const eyes = new Eyes();
    const left = [...addresses];
    const leaks: string[] = [];
    let frames = 0;
    const work = async () => {
      for (let url = left.pop(); url !== undefined; url = left.pop()) {
        const { status, colours } = await eyes.look(url);
        frames += colours.length;
        const wrong = colours.filter((colour) => !allowed.includes(colour));
        if (wrong.length > 0) leaks.push(`${status} ${url} shows ${[...new Set(wrong)]}`);
      }
    };
    await Promise.all(Array.from({ length: 6 }, work));
    return { leaks, frames };
  };
  /** Everything that a viewer may ask the API for, in every session. */
  const questions = () => {
    const target = { url: server.url, webcastId };
    return [
      ...[...viewers.values()].flatMap((ks) => manifestAddresses(target, ks)),
      ...[null, viewers.get('a viewer') ?? null].flatMap((ks) => thumbnailAddresses(target, ks)),
    ];
  };
  /** What the API and the room say to every viewer, as one text. */
  const everythingSaid = async () => {
    const said: string[] = [];
    for (const [name, ks] of viewers) {
      const ask = (service: string, action: string, parameters: object) =>
        server
          .call<unknown>(service, action, { ...(ks === null ? {} : { ks }), ...parameters })
          .catch((error: unknown) => String(error));
      const contextDataParams = { objectType: 'KalturaContextDataParams' };
      const answers = await Promise.all([
        ask('liveStream', 'get', { entryId: webcastId }),
        ask('liveStream', 'getDetails', { id: webcastId }),
        ask('baseEntry', 'getPlaybackContext', { entryId: webcastId, contextDataParams }),
        ask('baseEntry', 'getContextData', { entryId: webcastId, contextDataParams }),
        ask('baseEntry', 'list', { filter: { rootEntryIdEqual: webcastId } }),
      ]);
      const isLive = await ask('liveStream', 'isLive', { id: webcastId });
      const room = await listenToRoom(server.url, webcastId, ks, Promise.resolve());
      said.push(`${name}: isLive ${isLive} ${JSON.stringify(answers)} ${room}`);
    }
    return said;
  };

  const folderOf = (address: string) => address.slice(0, address.lastIndexOf('/'));
  const generationOf = (address: string) => folderOf(address).split('/').at(-1) ?? '';
  const mediaUris = async (folder: string) => {
    const { body } = await get(`${folder}/video.m3u8`);
    return String(body)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
  };

  afterEach(async () => {
    await encoder.cut();
    await server.stop();
  });

  it('cannot be seen by a viewer, whatever is tried, before, in and after the shows', async () => {
    publish(await open({ ROSTRUM_RECONNECT_SECONDS: '20' }), 'red');

    // The rehearsal.
    const first = await rehearsing('red');
    expect(await leaksOf(questions(), ['other'])).toMatchObject({ leaks: [] });
    for (const said of await everythingSaid()) {
      expect(said).toMatch(/isLive (?:false|Error)/);
      expect(said).not.toContain(generationOf(first));
    }
    const files = [
      'index.m3u8',
      'video.m3u8',
      'video-init-0.mp4',
      ...(await mediaUris(folderOf(first))),
    ];
    // Another webcast's, another generation's, another epoch's, another moment's token: the MAC says no.
    const forged = [
      first.replace(/\.1\.(\w+)\./, '.2.$1.'),
      first.replace(/\.1\.(\w+)\./, '.1.zzzzzz.'),
      first.replace(/\/v\/[^/]+\//, '/v/x/'),
      first.replace(/.\/([^/]+)\/([^/]+)\/index/, '!/$1/$2/index'),
      first.replace('/v/', '/r/'),
    ];
    for (const url of forged) expect((await get(url)).status, url).toBeGreaterThanOrEqual(400);

    // The show.
    encoder.paint('green');
    await rehearsing('green');
    const wentLiveMs = Date.now();
    await update({ viewMode: 1, recordingStatus: 2 });
    const shown = await onAir((colours) => colours.length > 60);
    const folder = folderOf(shown);
    const playlist = String((await get(`${folder}/video-dvr.m3u8`)).body);
    expect(playlist).toContain('#EXT-X-MEDIA-SEQUENCE:0');
    const [, beganAt = ''] = /^#EXT-X-PROGRAM-DATE-TIME:(.*)$/m.exec(playlist) ?? [];
    expect(Date.parse(beganAt)).toBeGreaterThanOrEqual(wentLiveMs);
    expect(
      await eventually('the first rehearsal is gone', async () => (await get(first)).status),
    ).toBe(404);
    const seen = await mediaUris(folder);
    const inTheFolder = [...playlistForms(folder), ...guessedPieces(folder, seen)];
    const elsewhere = [
      ...otherFolders(folder, generationOf(first), files),
      ...files.map((file) => `${folderOf(first)}/${file}`),
    ];
    const duringTheShow = await leaksOf(
      [...questions(), ...inTheFolder, ...elsewhere],
      ['green', 'other'],
    );
    expect(duringTheShow.leaks).toEqual([]);
    expect(duringTheShow.frames).toBeGreaterThan(300);
    for (const url of elsewhere) expect((await get(url)).status, url).toBeGreaterThanOrEqual(400);

    // The next rehearsal: who holds a request for what comes next gets nothing of it.
    const lastMsn = seen.length;
    const held = [
      `${folder}/video.m3u8?_HLS_msn=${lastMsn + 1}`,
      `${folder}/${seen.at(-1)?.replace(/\d+\.m4s$/, `${lastMsn + 1}.m4s`)}`,
    ].map((url) => new Eyes().look(url));
    await update({ viewMode: 0, recordingStatus: 0 });
    await eventually('the preview', async () => (await broadcastStatus()) !== 3);
    encoder.paint('blue');
    const second = await rehearsing('blue');
    for (const { colours } of await Promise.all(held)) {
      expect(colours.filter((colour) => colour !== 'green')).toEqual([]);
    }
    const afterTheShow = await leaksOf(
      [
        ...questions(),
        ...inTheFolder,
        ...otherFolders(folder, generationOf(second), files),
        ...guessedPieces(folder, seen),
      ],
      ['green', 'other'],
    );
    expect(afterTheShow.leaks).toEqual([]);
    expect(afterTheShow.frames).toBeGreaterThan(300);
    for (const said of await everythingSaid()) {
      expect(said).toMatch(/isLive (?:false|Error)/);
      expect(said).not.toContain(generationOf(second));
    }
    // The recording, and what it is not: addresses that name the rehearsal, under the recording's own MAC.
    const replay = await eventually('the replay', () => addressFor(null));
    expect(replay).toContain('/r/');
    const altered = [
      replay.replace(generationOf(shown), generationOf(second)),
      replay.replace('/index.m3u8', `~${webcastId}.${generationOf(second)}/index.m3u8`),
      replay.replace('/index.m3u8', '.0.zzzz/index.m3u8'),
      replay.replace('/index.m3u8', `/0/../../${webcastId}.${generationOf(second)}/index.m3u8`),
      replay.replace('/index.m3u8', '/1/video-init-0.mp4'),
    ];
    // As one file, too.
    const asFile = (address: string) => address.replace('/index.m3u8', '/show.mp4');
    for (const url of [...altered, ...altered.map(asFile)]) {
      expect((await get(url)).status, url).toBeGreaterThanOrEqual(400);
    }
    const film = await new Eyes().look(asFile(replay));
    expect(new Set(film.colours)).toEqual(new Set(['green']));

    // The second show, on the same webcast, into the same recording.
    encoder.paint('green');
    await rehearsing('green');
    await update({ viewMode: 1, recordingStatus: 2 });
    const again = await onAir((colours) => colours.length > 60);
    expect(generationOf(again)).not.toBe(generationOf(shown));
    expect((await get(second)).status).toBe(404);
    const secondShow = await leaksOf(
      [
        ...questions(),
        ...inTheFolder,
        ...otherFolders(folderOf(again), generationOf(second), files),
      ],
      ['green', 'other'],
    );
    expect(secondShow.leaks).toEqual([]);

    // A last rehearsal, whose address a producer has passed on: it ends with the webcast.
    await update({ viewMode: 0 });
    await eventually('the preview', async () => (await broadcastStatus()) !== 3);
    encoder.paint('red');
    const shared = await rehearsing('red');
    const { recordedEntryId = '' } = await entry();
    const recording = await eventually('both shows in the recording', async () => {
      const address = await addressFor(null, recordedEntryId);
      const colours = address === null ? [] : (await new Eyes().look(address)).colours;
      return colours.length > 120 && colours;
    });
    expect(recording.filter((colour) => colour !== 'green')).toEqual([]);
    await server.call('liveStream', 'delete', { ks: admin, entryId: webcastId });
    await eventually('the shared address is dead', async () => (await get(shared)).status >= 400);
    expect(await leaksOf([...questions(), ...inTheFolder], ['other'])).toMatchObject({ leaks: [] });
  }, 300_000);

  it('is what an encoder that comes back too late gets, also while the API is away', async () => {
    const address = await open({ ROSTRUM_RECONNECT_SECONDS: '2' });
    publish(address, 'green');
    await rehearsing('green');
    await update({ viewMode: 1 });
    const shown = await onAir((colours) => colours.length > 60);
    const controlPid = server.pidOf('control');
    process.kill(controlPid, 'SIGSTOP');
    try {
      await encoder.cut();
      await eventually('the show is over', async () =>
        String((await get(`${folderOf(shown)}/video.m3u8`)).body).includes('#EXT-X-ENDLIST'),
      );
      publish(address, 'red');
      // Nobody can say where it goes: long enough for it to have sent some segments.
      await new Promise((resolve) => setTimeout(resolve, 4000));
    } finally {
      process.kill(controlPid, 'SIGCONT');
    }
    const rehearsal = await rehearsing('red');
    expect(rehearsal).not.toContain(generationOf(shown));
    await eventually('somebody has to go live', async () => (await entry()).viewMode === 0);
    const replay = await eventually('the replay', () => addressFor(null));
    expect(replay).toContain('/r/');
    const { colours } = await new Eyes().look(replay);
    expect(new Set(colours)).toEqual(new Set(['green']));
    expect(await leaksOf(questions(), ['green', 'other'])).toMatchObject({ leaks: [] });
  }, 120_000);
});
