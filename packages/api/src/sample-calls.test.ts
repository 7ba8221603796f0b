import { createRequire } from 'node:module';
import { unserialize } from 'php-serialize';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests, NOW_MS } from './api-for-tests.ts';
import { encodeKsV1 } from './ks/ks-v1.ts';
import { describeOnBothDatabases } from './store/both-databases-for-tests.ts';

/** It has no types. */
const kaltura = createRequire(import.meta.url)('kaltura-client');

/** The calls that set a webcast up, as the clients of the guide's sample applications send them. */
describeOnBothDatabases('the sample applications', (freshDatabase) => {
  let server: ApiForTests;
  let address = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    address = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  const post = async (path: string, body: object): Promise<string> => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return response.text();
  };

  describe('Python: texts in every leaf, XML back, a doubled slash', () => {
    let ks = '';
    const call = (service: string, action: string, parameters: object) =>
      post(`//api_v3/service/${service}/action/${action}`, {
        clientTag: 'python-26-07-18',
        apiVersion: '23.3.0',
        format: '2',
        ...parameters,
        ...(ks && { ks }),
        kalsig: '702c3b34e6ee286c1febb6d48bb26d8c',
      });
    const textOf = (xml: string, name: string) =>
      new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const pager = { objectType: 'KalturaFilterPager', pageIndex: '1', pageSize: '30' };

    test('finds the profiles, sets the webcast up with each, and finds the studio', async () => {
      const { adminSecret, partnerId } = ACCOUNT;
      const started = await call('session', 'start', {
        secret: adminSecret,
        partnerId: String(partnerId),
        type: '2',
        userId: 'producer',
        expiry: '86400',
      });
      ks = textOf(started, 'result');
      for (const [systemName, type] of [
        ['Default_Live', '2'],
        ['Passthrough_Live', '2'],
        ['KMS54_NEW_DOC_CONV_IMAGE_WIDE', '1'],
      ] as const) {
        const filter = {
          objectType: 'KalturaConversionProfileFilter',
          systemNameEqual: systemName,
        };
        const list = await call('conversionprofile', 'list', { filter, pager });
        expect(list).toContain(
          '<result><objectType>KalturaConversionProfileListResponse</objectType>',
        );
        expect(list).toContain('<totalCount>1</totalCount>');
        expect(list).toContain('<item><objectType>KalturaConversionProfile</objectType>');
        expect(textOf(list, 'type')).toBe(type);
        const liveStreamEntry = {
          objectType: 'KalturaLiveStreamEntry',
          name: 'Town hall',
          mediaType: '201',
          conversionProfileId: textOf(list, 'id'),
        };
        const added = await call('livestream', 'add', { liveStreamEntry, sourceType: '32' });
        if (type === '1') expect(textOf(added, 'code')).toBe('CONVERSION_PROFILE_ID_NOT_FOUND');
        else expect(textOf(added, 'conversionProfileId')).toBe(textOf(list, 'id'));
      }
    });

    test('finds where the studio is to be had, and the player', async () => {
      const filter = {
        objectType: 'KalturaUiConfFilter',
        objTypeEqual: '21',
        nameLike: 'WebcastingVersionInfo',
        partner: '0',
      };
      const templates = await call('uiconf', 'listTemplates', { filter, pager });
      const config = JSON.parse(textOf(templates, 'config'));
      for (const system of ['osx', 'windows']) {
        expect(config[system].recommendedVersion).toMatch(/^\d+\.\d+\.\d+$/);
        expect(config[system].recommendedVersionUrl).toBe(`${address}/studio`);
      }
      const player = await call('uiconf', 'list', {
        filter: { objectType: 'KalturaUiConfFilter', nameLike: 'MediaSpace Webcast Player' },
      });
      expect(textOf(player, 'name')).toBe('MediaSpace Webcast Player');
    });
  });

  test('PHP: signs the session itself and reads its own format', async () => {
    const ks = encodeKsV1(
      {
        partnerId: ACCOUNT.partnerId,
        userId: 'producer',
        type: 2,
        expiresAtSeconds: NOW_MS / 1000 + 3600,
        privileges: [],
      },
      ACCOUNT.adminSecret,
    );
    const call = async (service: string, action: string, parameters: object) => {
      const answer = await post(`/api_v3/service/${service}/action/${action}`, {
        format: '3',
        ignoreNull: true,
        clientTag: 'php5:20-10-15',
        apiVersion: '16.9.0',
        ...parameters,
        ks,
      });
      // biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test is about
      return unserialize(answer, {}, { strict: false }) as any;
    };
    const profiles = await call('conversionprofile', 'list', {
      filter: { objectType: 'KalturaConversionProfileFilter', systemNameEqual: 'Default_Live' },
    });
    expect(profiles.totalCount).toBe(1);
    expect(listOf(profiles.objects)[0]).toMatchObject({
      type: '2',
      flavorParamsIds: '32,33,34,35',
    });

    const templates = await call('uiconf', 'listTemplates', {
      filter: { objectType: 'KalturaUiConfFilter', objTypeEqual: '21' },
    });
    for (const { id, swfUrlVersion } of listOf(templates.objects)) {
      const uiConf = await call('uiconf', 'get', { id: String(id) });
      const { ignoreOptionalUpdates, recommendedVersionUrl } = JSON.parse(uiConf.config);
      expect(ignoreOptionalUpdates).toBe(true);
      expect(recommendedVersionUrl).toBe(`${address}/studio`);
      expect(uiConf.swfUrlVersion).toBe(swfUrlVersion);
    }
  });

  test('Node: its own client lists profiles and their flavors, configurations and widgets', async () => {
    const configuration = new kaltura.Configuration();
    configuration.serviceUrl = address;
    configuration.setLogger({ log: () => undefined });
    const client = new kaltura.Client(configuration);
    client.setKs(await server.startAdminSession());
    const { services, objects } = kaltura;
    const profiles = await services.conversionProfile
      .listAction(new objects.ConversionProfileFilter({ typeEqual: '2' }))
      .execute(client);
    expect(profiles.objects[0].name).toBe('Cloud transcode');
    const usages = await services.conversionProfileAssetParams
      .listAction(
        new objects.ConversionProfileAssetParamsFilter({
          conversionProfileIdEqual: profiles.objects[0].id,
        }),
      )
      .execute(client);
    expect(usages.totalCount).toBe(4);
    const flavors = await services.flavorParams
      .getByConversionProfileId(profiles.objects[0].id)
      .execute(client);
    expect(flavors.map(({ systemName }: { systemName: string }) => systemName)).toContain('Source');
    const uiConfs = await services.uiConf.listAction().execute(client);
    expect(uiConfs.totalCount).toBe(3);
    const widget = await services.widget.get('_100').execute(client);
    expect(widget.uiConfId).toBe(uiConfs.objects[1].id);
  });
});

/** PHP knows one kind of array. */
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the test is about
function listOf(value: any): readonly any[] {
  return Array.isArray(value) ? value : Object.values(value);
}
