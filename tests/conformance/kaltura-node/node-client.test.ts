import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests } from '../../../packages/api/src/api-for-tests.ts';
import { type Client, create, enumValue, openNodeClient, request } from './node-client.ts';

/** What an integration does with Kaltura's client for Node, unchanged but for the service's address. */

type Entry = {
  readonly id: string;
  readonly name: string;
  readonly status: number | string;
  readonly objectType: string;
  readonly [name: string]: unknown;
};
type List = { readonly totalCount: number; readonly objects: readonly Entry[] };
type Failure = { readonly code: string; readonly message: string; readonly args: object };

let server: ApiForTests;
let folder = '';
let serviceUrl = '';
let admin: Client;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-node-client-'));
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  serviceUrl = await server.app.listen({ host: '127.0.0.1', port: 0 });
  admin = openNodeClient(serviceUrl);
  admin.setKs(await startSession(admin, 'ADMIN'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function startSession(client: Client, type: string, userId = 'ada', privileges = '') {
  const { adminSecret, partnerId } = ACCOUNT;
  const sessionType = enumValue('SessionType', type);
  return request(
    'session',
    'start',
    adminSecret,
    userId,
    sessionType,
    partnerId,
    3600,
    privileges,
  ).execute<string>(client);
}

function newLiveStream(values: object = {}) {
  return create('LiveStreamEntry', {
    name: 'Town hall',
    mediaType: enumValue('MediaType', 'LIVE_STREAM_FLASH'),
    ...values,
  });
}

function addLiveStream(values: object = {}): Promise<Entry> {
  const sourceType = enumValue('SourceType', 'LIVE_STREAM');
  return request('liveStream', 'add', newLiveStream(values), sourceType).execute<Entry>(admin);
}

async function failureOf(call: Promise<unknown>): Promise<Failure> {
  return call.then(
    (answer) => expect.unreachable(`answered ${JSON.stringify(answer)}`),
    (failure: Failure) => failure,
  );
}

describe('the client’s own suite', () => {
  test('starts a session without user, expiry and privileges', async () => {
    const { adminSecret, partnerId } = ACCOUNT;
    const user = enumValue('SessionType', 'USER');
    const start = request('session', 'start', adminSecret, null, user, partnerId, null, null);
    const ks = await start.execute<string>(openNodeClient(serviceUrl));
    expect(ks).toMatch(/^[\w-]+$/);
  });

  test('adds a media entry with a name in three alphabets', async () => {
    const name = 'test עברית عربيه हिन्दू';
    const entry = create('MediaEntry', { mediaType: enumValue('MediaType', 'VIDEO'), name });
    const added = await request('media', 'add', entry).execute<Entry>(admin);
    expect(added).toMatchObject({ name, objectType: 'KalturaMediaEntry' });
    expect(String(added.status)).toBe(enumValue('EntryStatus', 'NO_CONTENT'));
  });
});

describe('the guide’s flow', () => {
  test('a live stream with everything that the guide sends', async () => {
    const profiles = await request(
      'conversionProfile',
      'list',
      create('ConversionProfileFilter', { systemNameEqual: 'Passthrough_Live' }),
    ).execute<List>(admin);
    const conversionProfileId = profiles.objects[0]?.id;

    const entry = await addLiveStream({
      description: 'Everybody, every month',
      adminTags: 'kms-webcast-event,vpaas-webcast',
      dvrStatus: enumValue('DVRStatus', 'ENABLED'),
      dvrWindow: 60,
      recordStatus: enumValue('RecordStatus', 'PER_SESSION'),
      pushPublishEnabled: enumValue('LivePublishStatus', 'ENABLED'),
      explicitLive: enumValue('NullableBoolean', 'TRUE_VALUE'),
      conversionProfileId,
      recordingOptions: create('LiveEntryRecordingOptions', {
        shouldCopyEntitlement: enumValue('NullableBoolean', 'TRUE_VALUE'),
        shouldMakeHidden: enumValue('NullableBoolean', 'TRUE_VALUE'),
        shouldAutoArchive: enumValue('NullableBoolean', 'TRUE_VALUE'),
      }),
    });

    expect(entry).toMatchObject({
      objectType: 'KalturaLiveStreamEntry',
      name: 'Town hall',
      adminTags: 'kms-webcast-event,vpaas-webcast',
      dvrStatus: 1,
      dvrWindow: 60,
      recordStatus: 2,
      sourceType: '32',
      explicitLive: true,
      viewMode: 0,
      recordingStatus: 0,
      conversionProfileId,
      recordingOptions: { shouldMakeHidden: true },
    });
    expect(String(entry.status)).toBe(enumValue('EntryStatus', 'READY'));
    expect(entry.id).toMatch(/^0_[0-9a-z]{8}$/);
    expect(entry.primaryBroadcastingUrl).toContain(`t=${entry.streamPassword}`);
  });

  test('changed, found, asked, given a new token, deleted', async () => {
    const { id, streamPassword } = await addLiveStream();
    const changes = create('LiveStreamEntry', { description: 'changed', name: null });
    const updated = await request('liveStream', 'update', id, changes).execute<Entry>(admin);
    expect(updated).toMatchObject({ id, name: 'Town hall', description: 'changed' });

    const filter = create('LiveStreamEntryFilter', { idIn: `${id},0_nowhere1` });
    const pager = create('FilterPager', { pageSize: 1 });
    const found = await request('liveStream', 'list', filter, pager).execute<List>(admin);
    expect(found).toMatchObject({ totalCount: 1, objects: [{ id }] });

    expect(await request('liveStream', 'isLive', id, 'auto').execute(admin)).toBe(false);
    const details = await request('liveStream', 'getDetails', id).execute<object>(admin);
    expect(details).toMatchObject({
      broadcastStatus: enumValue('LiveStreamBroadcastStatus', 'OFFLINE'),
      wasBroadcast: false,
    });

    const renewed = await request('liveStream', 'regenerateStreamToken', id).execute<Entry>(admin);
    expect(renewed.streamPassword).not.toBe(streamPassword);

    expect(await request('liveStream', 'delete', id).execute(admin)).toBeNull();
    const gone = await failureOf(request('liveStream', 'get', id).execute(admin));
    expect(gone).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND', args: { ENTRY_ID: id } });
  });

  test('several calls in one request, the later ones with what the earlier ones answered', async () => {
    const sourceType = enumValue('SourceType', 'LIVE_STREAM');
    const [added, isLive, missing, list] = await request(
      'liveStream',
      'add',
      newLiveStream(),
      sourceType,
    )
      .add(request('liveStream', 'isLive', '{1:result:id}', 'auto'))
      .add(request('liveStream', 'get', '0_nowhere1'))
      .add(request('baseEntry', 'list', create('BaseEntryFilter', { idEqual: '{1:result:id}' })))
      .execute<[Entry, boolean, Failure, List]>(admin);
    expect(isLive).toBe(false);
    expect(missing.code).toBe('ENTRY_ID_NOT_FOUND');
    expect(list.objects).toMatchObject([{ id: added.id, objectType: 'KalturaLiveStreamEntry' }]);
  });

  test('a refused call is a failure with code, message and arguments', async () => {
    const viewer = openNodeClient(serviceUrl);
    viewer.setKs(await startSession(viewer, 'USER', 'vera'));
    const { id } = await addLiveStream();
    const changes = create('LiveStreamEntry', { name: 'mine now' });
    expect(
      await failureOf(request('liveStream', 'update', id, changes).execute(viewer)),
    ).toMatchObject({
      code: 'INVALID_KS',
      message: expect.stringContaining('-4,INVALID_TYPE'),
    });
    viewer.setKs('nonsense');
    expect(await failureOf(request('liveStream', 'get', id).execute(viewer))).toMatchObject({
      code: 'INVALID_KS',
      message: expect.stringContaining('-1,INVALID_STR'),
    });
  });

  test('a picture is uploaded, and the entry has a thumbnail of its own', async () => {
    const { id, thumbnailUrl } = await addLiveStream();
    server.stills.hasTool = true;
    const upload = request('liveStream', 'updateOfflineThumbnailJpeg', id, PICTURE);
    const entry = await upload.execute<Entry>(admin);
    expect(entry.thumbnailUrl).not.toBe(thumbnailUrl);
  });
});

describe('sessions', () => {
  test('an application token becomes a session that may do what the token allows', async () => {
    const token = await request(
      'appToken',
      'add',
      create('AppToken', {
        hashType: enumValue('AppTokenHashType', 'SHA256'),
        sessionType: enumValue('SessionType', 'ADMIN'),
        sessionPrivileges: 'list:*',
        sessionUserId: 'portal',
      }),
    ).execute<Entry & { token: string }>(admin);

    const portal = openNodeClient(serviceUrl);
    const widget = await request('session', 'startWidgetSession', `_${ACCOUNT.partnerId}`).execute<{
      ks: string;
    }>(portal);
    portal.setKs(widget.ks);
    const tokenHash = createHash('sha256')
      .update(widget.ks + token.token)
      .digest('hex');
    const session = await request('appToken', 'startSession', token.id, tokenHash).execute<{
      ks: string;
      userId: string;
    }>(portal);
    expect(session.userId).toBe('portal');
    portal.setKs(session.ks);
    expect((await request('liveStream', 'list').execute<List>(portal)).totalCount).toBeGreaterThan(
      0,
    );
  });

  test('the studio’s session may change its webcast and no other', async () => {
    const own = await addLiveStream();
    const other = await addLiveStream();
    const studio = openNodeClient(serviceUrl);
    const privileges = `setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:${own.id},edit:${own.id}`;
    studio.setKs(await startSession(studio, 'USER', 'paul', privileges));
    const live = create('LiveStreamEntry', { viewMode: 1, recordingStatus: 2 });
    const changed = await request('liveStream', 'update', own.id, live).execute<Entry>(studio);
    expect(changed.id).toBe(own.id);
    const refusal = await failureOf(
      request('liveStream', 'update', other.id, live).execute(studio),
    );
    expect(refusal.code).toBe('INVALID_KS');
  });
});

describe('the set-up of the account', () => {
  test.each(['Default_Live', 'Passthrough_Live', 'KMS54_NEW_DOC_CONV_IMAGE_WIDE'])(
    'the conversion profile %s is there',
    async (systemNameEqual) => {
      const filter = create('ConversionProfileFilter', { systemNameEqual });
      const list = await request('conversionProfile', 'list', filter).execute<List>(admin);
      expect(list.objects).toMatchObject([{ systemName: systemNameEqual }]);
    },
  );

  test('the studio’s template names downloads, players are there', async () => {
    const filter = create('UiConfFilter', {
      objTypeEqual: enumValue('UiConfObjType', 'WEBCASTING'),
      nameLike: 'WebcastingVersionInfo',
    });
    const templates = await request('uiConf', 'listTemplates', filter).execute<List>(admin);
    const config = JSON.parse(String(templates.objects[0]?.config));
    expect(config.osx.recommendedVersionUrl).toMatch(/^https?:/);
    expect(config.windows.recommendedVersion).toEqual(expect.any(String));

    const players = await request(
      'uiConf',
      'list',
      create('UiConfFilter', { nameLike: 'MediaSpace Webcast Player' }),
    ).execute<List>(admin);
    const [player] = players.objects;
    const again = await request('uiConf', 'get', player?.id).execute<Entry>(admin);
    expect(again).toMatchObject({ id: player?.id, name: player?.name });
  });

  test('a player asks for everything it needs in one request', async () => {
    const { id } = await addLiveStream();
    const player = openNodeClient(serviceUrl);
    const list = request('baseEntry', 'list', create('BaseEntryFilter', { idEqual: id }));
    const context = request(
      'baseEntry',
      'getPlaybackContext',
      id,
      create('PlaybackContextOptions'),
    );
    const [widget, listed, playback] = await request(
      'session',
      'startWidgetSession',
      `_${ACCOUNT.partnerId}`,
    )
      .add(list.setKs('{1:result:ks}'))
      .add(context.setKs('{1:result:ks}'))
      .execute<[{ ks: string }, List, { objectType: string }]>(player);
    expect(widget.ks).toEqual(expect.any(String));
    expect(listed.objects).toMatchObject([{ id }]);
    expect(playback).toMatchObject({ objectType: 'KalturaPlaybackContext' });
  });

  test('a response profile leaves out what nobody asked for', async () => {
    const { id } = await addLiveStream();
    const profile = create('DetachedResponseProfile', {
      type: enumValue('ResponseProfileType', 'INCLUDE_FIELDS'),
      fields: 'id,name',
    });
    const narrow = request('baseEntry', 'get', id).setResponseProfile(profile);
    const entry = await narrow.execute<Entry>(admin);
    expect(entry).toEqual({ id, name: 'Town hall', objectType: 'KalturaLiveStreamEntry' });
  });
});

/** One red pixel as a PNG. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
