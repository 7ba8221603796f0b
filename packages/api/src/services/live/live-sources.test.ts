import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, encoder, NOW_MS } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const ELSEWHERE = 'https://cdn.example.com/show/index.m3u8';

describeOnBothDatabases(
  'where a live stream comes from, and where it is watched',
  (freshDatabase) => {
    let server: ApiForTests;
    let ks = '';

    beforeAll(async () => {
      server = await ApiForTests.open(await freshDatabase());
      ks = await server.startAdminSession();
    });
    afterAll(async () => {
      expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
      await server.close();
    });

    const call = (action: string, parameters: object) =>
      server.call('livestream', action, { ks, ...parameters });
    const addManual = (properties: object = {}) =>
      call('add', {
        sourceType: '30',
        liveStreamEntry: {
          name: 'From elsewhere',
          mediaType: 201,
          liveStreamConfigurations: [
            { objectType: 'KalturaLiveStreamConfiguration', protocol: 'hls', url: ELSEWHERE },
          ],
          bitrates: [{ objectType: 'KalturaLiveStreamBitrate', bitrate: 1200 }],
          ...properties,
        },
      });

    test('a manual stream keeps its addresses, and has none for encoders', async () => {
      const streamPassword = 'chosen-by-the-admin';
      const entry = await addManual({ hlsStreamUrl: ELSEWHERE, streamPassword });

      expect(entry).toMatchObject({
        sourceType: '30',
        hlsStreamUrl: ELSEWHERE,
        liveStreamConfigurations: [{ protocol: 'hls', url: ELSEWHERE }],
        bitrates: [{ bitrate: 1200 }],
      });
      for (const name of ['primaryBroadcastingUrl', 'streamPassword', 'streamName', 'dataUrl']) {
        expect(entry).not.toHaveProperty(name);
      }
      expect(await call('isLive', { id: entry.id, protocol: 'mpegdash' })).toMatchObject({
        code: 'LIVE_STREAM_STATUS_CANNOT_BE_DETERMINED',
        args: { PROT: 'mpegdash' },
      });
      expect(await call('regenerateStreamToken', { entryId: entry.id })).toMatchObject({
        code: 'CANNOT_REGENERATE_STREAM_TOKEN_FOR_EXTERNAL_LIVE_STREAMS',
        args: { TYPE: '30' },
      });
      expect(
        await server.api.authorizePublish({
          webcastId: entry.id,
          streamToken: streamPassword,
          software: 'FMLE/3.0',
          slot: 'primary',
          protocol: 'rtmp',
          remoteAddress: '192.0.2.1',
        }),
      ).toMatchObject({ isAllowed: false, code: 'unknown-webcast' });
    });

    test.each(['javascript:alert(1)', 'ftp://example.com/x', 'not an address'])(
      'players are not sent to %s',
      async (url) => {
        expect(await addManual({ hlsStreamUrl: url })).toMatchObject({
          code: 'PROPERTY_VALIDATION_WRONG_FORMAT',
        });
        expect(
          await addManual({ liveStreamConfigurations: [{ protocol: 'hls', url }] }),
        ).toMatchObject({ code: 'PROPERTY_VALIDATION_WRONG_FORMAT' });
      },
    );

    test('a stream from encoders here is watched here, whatever is sent, and where else somebody says', async () => {
      const { id, liveStreamConfigurations: here } = await server.addWebcast({
        liveStreamConfigurations: [{ protocol: 'hls', url: ELSEWHERE }],
      });
      expect(here.map(({ url }: { url: string }) => url)).not.toContain(ELSEWHERE);
      const add = (parameters: object) =>
        call('addLiveStreamPushPublishConfiguration', { entryId: id, ...parameters });

      expect(await add({ protocol: 'mpegdash' })).toMatchObject({
        code: 'MISSING_MANDATORY_PARAMETER',
        args: { PARAM_NAME: 'url' },
      });
      await add({ protocol: 'mpegdash', url: 'https://old.example.com/a.mpd' });
      const liveStreamConfiguration = { url: 'https://new.example.com/a.mpd', streamName: 'show' };
      const added = await add({ protocol: 'mpegdash', liveStreamConfiguration });

      expect(added.liveStreamConfigurations).toEqual([
        ...here,
        {
          objectType: 'KalturaLiveStreamConfiguration',
          protocol: 'mpegdash',
          ...liveStreamConfiguration,
        },
      ]);
      const renamed = await call('update', { entryId: id, liveStreamEntry: { name: 'New' } });
      expect(renamed.liveStreamConfigurations).toEqual(added.liveStreamConfigurations);
      const removed = await call('removeLiveStreamPushPublishConfiguration', {
        entryId: id,
        protocol: 'mpegdash',
      });
      expect(removed.liveStreamConfigurations).toEqual(here);
      expect(await add({ entryId: '0_notthere', protocol: 'hls', url: ELSEWHERE })).toMatchObject({
        code: 'INVALID_ENTRY_ID',
      });
    });

    test('authenticate knows the token, and whether the encoder’s place is taken', async () => {
      const { id, streamPassword: token } = await server.addWebcast();
      const ask = (parameters: object) =>
        call('authenticate', { entryId: id, token, ...parameters });

      expect(await ask({})).toMatchObject({ id });
      expect(await ask({ token: 'wrong' })).toMatchObject({ code: 'LIVE_STREAM_INVALID_TOKEN' });
      await server.tell({
        webcastId: id,
        state: 'on-air',
        onAirSinceMs: NOW_MS,
        encoders: [encoder()],
      });
      expect(await ask({ mediaServerIndex: '0' })).toMatchObject({
        code: 'LIVE_STREAM_ALREADY_BROADCASTING',
        args: { ENTRY_ID: id, MEDIA_SERVER: '192.0.2.1' },
      });
      expect(await ask({ mediaServerIndex: '1' })).toMatchObject({ id });
    });

    test('a user session that may add live streams adds its own', async () => {
      const role = await server.call('userRole', 'add', {
        ks,
        userRole: {
          name: 'Hosts',
          permissionNames: 'BASE_USER_SESSION_PERMISSION,LIVE_STREAM_ADD',
        },
      });
      const host = await server.startSession({ userId: 'hanna', privileges: `setrole:${role.id}` });
      const add = (properties: object) =>
        server.call('livestream', 'add', {
          ks: host,
          liveStreamEntry: { mediaType: 201, ...properties },
          sourceType: '32',
        });

      expect(await add({})).toMatchObject({ userId: 'hanna', partnerId: ACCOUNT.partnerId });
      expect(await add({ userId: 'hanna' })).toMatchObject({ userId: 'hanna' });
      expect(await add({ userId: 'olga' })).toMatchObject({
        code: 'PROPERTY_VALIDATION_ADMIN_PROPERTY',
        args: { PROP_NAME: 'KalturaLiveStreamEntry::userId' },
      });
      expect(await add({ adminTags: 'x' })).toMatchObject({
        code: 'PROPERTY_VALIDATION_ADMIN_PROPERTY',
      });
      expect(await add({ streamPassword: 'mine' })).toMatchObject({
        code: 'PROPERTY_VALIDATION_NO_INSERT_PERMISSION',
      });
    });
  },
);
