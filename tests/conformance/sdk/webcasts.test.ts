import { afterEach, beforeEach, expect, test } from 'vitest';
import { ACCOUNT } from '../../../packages/api/src/api-for-tests.ts';
import { describeOnBothDatabases } from '../../../packages/api/src/store/both-databases-for-tests.ts';
import { api, fileUrl } from '../../../packages/sdk/src/api/index.ts';
import {
  type Client,
  createSession,
  createWebcast,
  deleteWebcast,
  endLive,
  getWebcast,
  goLive,
  listWebcasts,
  updateWebcast,
} from '../../../packages/sdk/src/index.ts';
import { ApiOnAPort } from './api-on-a-port.ts';

describeOnBothDatabases('webcasts through the SDK', (freshDatabase) => {
  let server: ApiOnAPort;
  let client: Client;

  beforeEach(async () => {
    server = await ApiOnAPort.open(await freshDatabase());
    client = server.adminClient();
  });
  afterEach(() => server.close());

  test('one call makes all that the guide wants', async () => {
    const webcast = await createWebcast(client, {
      name: 'Town hall <1 & 2>',
      description: 'All of us',
      startsAt: '2026-12-01T17:00:00+01:00',
      endsAt: '2026-12-01T18:00:00+01:00',
      timezone: 'Europe/Vienna',
      presenters: [
        { name: 'Ada & "Co" <x>', title: 'CTO' },
        { name: 'Bo', bio: 'line\r\nline' },
      ],
      transcoding: 'passthrough',
      recording: { mode: 'per-session', isArchived: true },
      tags: ['a', 'b'],
    });
    expect(webcast).toMatchObject({
      isNew: true,
      state: 'scheduled',
      startsAtMs: Date.UTC(2026, 11, 1, 16),
      endsAtMs: Date.UTC(2026, 11, 1, 17),
      timezone: 'Europe/Vienna',
      presenters: [
        { name: 'Ada & "Co" <x>', title: 'CTO' },
        { name: 'Bo', bio: 'line\r\nline' },
      ],
      recording: 'per-session',
      dvrMinutes: 120,
      hasPreview: true,
      tags: ['a', 'b'],
      entry: {
        adminTags: 'kms-webcast-event,vpaas-webcast',
        recordStatus: 2,
        recordingOptions: { shouldAutoArchive: true },
        explicitLive: true,
      },
    });
    const { isNew: _, ...kept } = webcast;
    expect(await getWebcast(client, webcast.id)).toEqual(kept);
    const changed = await updateWebcast(client, webcast.id, { endsAt: null, name: 'Later' });
    expect(changed).toMatchObject({
      name: 'Later',
      startsAtMs: webcast.startsAtMs,
      endsAtMs: null,
      presenters: webcast.presenters,
      metadata: { event: { version: 2 }, webcast: { version: 1 } },
    });
    await deleteWebcast(client, webcast.id);
    await expect(getWebcast(client, webcast.id)).rejects.toMatchObject({
      code: 'ENTRY_ID_NOT_FOUND',
      action: 'liveStream.get',
    });
  });

  test('calls with one key make one webcast, however many come at a time', async () => {
    const wish = { name: 'Once', idempotencyKey: 'town-hall-7' };
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => createWebcast(client, wish)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    const { totalCount } = await listWebcasts(client, { page: 1, pageSize: 10, nowMs: Date.now() });
    expect(totalCount).toBe(1);
    const again = await createWebcast(client, { ...wish, name: 'Twice' });
    expect(again).toMatchObject({ id: made[0]?.id, isNew: false, name: 'Once' });
  });

  test('every action can be called by its name, and a served file has an address', async () => {
    const { metadata } = await createWebcast(client, { name: 'Town hall', timezone: 'US/Pacific' });
    const { id = 0 } = metadata.event ?? {};
    const record = await client.send(api.metadata_metadata.get({ id }));
    expect(record).toMatchObject({ objectType: 'KalturaMetadata', xml: expect.any(String) });
    const session = await createSession({ ...ACCOUNT, secret: ACCOUNT.adminSecret, isAdmin: true });
    const file = await fetch(fileUrl(client, api.metadata_metadata.serve({ id }), session));
    expect(await file.text()).toBe(record.xml);
    expect(record.xml).toContain('<Timezone>US/Pacific</Timezone>');
  });

  test('null clears, nothing leaves alone, and the event’s record keeps what it has', async () => {
    const { id } = await createWebcast(client, {
      name: 'Town hall',
      description: 'All of us',
      startsAt: '2030-12-01T17:00:00Z',
      presenter: { name: 'Ada' },
      tags: ['a'],
    });
    const liveStreamEntry = { description: null };
    await client.send(api.liveStream.update({ entryId: id, liveStreamEntry }));
    expect(await updateWebcast(client, id, { startsAt: null, tags: [] })).toMatchObject({
      description: '',
      startsAtMs: null,
      tags: [],
      presenters: [{ name: 'Ada' }],
    });
    await expect(
      updateWebcast(client, id, {
        endsAt: '2030-12-01T17:00:00Z',
        startsAt: '2030-12-01T17:00:00Z',
      }),
    ).rejects.toThrow('endsAt must be after startsAt');
  });

  test('going live and ending answer the same webcast as reading it does', async () => {
    const { id } = await createWebcast(client, {
      name: 'Town hall',
      startsAt: '2030-12-01T17:00:00Z',
      timezone: 'Europe/Vienna',
      presenter: { name: 'Ada' },
    });
    const live = await goLive(client, id);
    expect(live).toMatchObject({ timezone: 'Europe/Vienna', presenters: [{ name: 'Ada' }] });
    expect(live).toEqual(await getWebcast(client, id));
    const ended = await endLive(client, id);
    expect(ended).toMatchObject({ timezone: 'Europe/Vienna', metadata: live.metadata });
    expect(ended).toEqual(await getWebcast(client, id));
  });

  test('a webcast whose record is missing gets one when something is said about the event', async () => {
    const entry = await client.liveStream.add({ name: 'By hand' });
    expect((await getWebcast(client, entry.id)).metadata.event).toBeNull();
    const changed = await updateWebcast(client, entry.id, { presenter: { name: 'Ada' } });
    expect(changed).toMatchObject({ presenters: [{ name: 'Ada' }] });
    expect(changed.metadata.event?.version).toBe(1);
  });

  test('who may not create webcasts is refused, and leaves nothing', async () => {
    const session = await createSession({
      ...ACCOUNT,
      secret: ACCOUNT.adminSecret,
      userId: 'vera',
    });
    const viewer = server.clientWith(session);
    await expect(createWebcast(viewer, { name: 'Mine' })).rejects.toMatchObject({
      action: 'liveStream.add',
    });
    const { totalCount } = await listWebcasts(client, { page: 1, pageSize: 10, nowMs: Date.now() });
    expect(totalCount).toBe(0);
  });
});
