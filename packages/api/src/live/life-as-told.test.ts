import type { ChannelStatus } from '@rostrum/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS, type Parameters } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

const SHOW = 'show00000000';
const REHEARSAL = 'rehearsal000';
const MINUTE = 60_000;

type Told = Pick<ChannelStatus, 'state'> & Partial<ChannelStatus>;

const sending = { encoders: [encoder()], isPlayable: true };
const takes = [
  { generation: SHOW, startsAtMs: NOW_MS, durationMs: MINUTE, sizeBytes: 1000, hasVideo: true },
];
const shown = { onAirSinceMs: NOW_MS, takes };

const PREVIEW: Told = { state: 'preview', generation: REHEARSAL, ...sending };
const ON_AIR: Told = { state: 'on-air', generation: SHOW, ...sending, ...shown };
const INTERRUPTED: Told = {
  ...{ state: 'interrupted', generation: SHOW, isPlayable: true, ...shown },
  ...{ sinceMs: NOW_MS + MINUTE, waitsUntilMs: NOW_MS + 2 * MINUTE },
};
const ENDED: Told = { state: 'ended', sinceMs: NOW_MS + MINUTE, ...shown };
const PREVIEW_AGAIN: Told = { ...PREVIEW, sinceMs: NOW_MS + 2 * MINUTE, ...shown };

type State = {
  /** What the media process has told, the newest last. */
  readonly told: readonly Told[];
  readonly live: 'everybody' | 'previewers' | 'nobody';
  /** What the others are sent to. */
  readonly others: 'nothing' | 'the replay' | 'the show';
  readonly stageOfOthers: string;
  readonly details: { readonly broadcastStatus: number; readonly primaryStreamStatus: number };
};

const OFFLINE = 1;
const PREVIEWED = 2;
const LIVE = 3;

/** The product's table of a webcast's life, with explicitLive: what each state is for those who ask. */
const STATES: Readonly<Record<string, State>> = {
  scheduled: {
    ...{ told: [], live: 'nobody', others: 'nothing', stageOfOthers: 'scheduled' },
    details: { broadcastStatus: OFFLINE, primaryStreamStatus: 0 },
  },
  'preview, before the first part': {
    told: [{ ...PREVIEW, isPlayable: false }],
    ...{ live: 'nobody', others: 'nothing', stageOfOthers: 'scheduled' },
    details: { broadcastStatus: OFFLINE, primaryStreamStatus: 3 },
  },
  preview: {
    ...{ told: [PREVIEW], live: 'previewers', others: 'nothing', stageOfOthers: 'scheduled' },
    details: { broadcastStatus: PREVIEWED, primaryStreamStatus: 1 },
  },
  'preview given up': {
    told: [PREVIEW, { state: 'idle', sinceMs: NOW_MS + 1 }],
    ...{ live: 'nobody', others: 'nothing', stageOfOthers: 'scheduled' },
    details: { broadcastStatus: OFFLINE, primaryStreamStatus: 0 },
  },
  'on air, before the first part': {
    told: [PREVIEW, { ...ON_AIR, isPlayable: false, takes: [] }],
    ...{ live: 'nobody', others: 'nothing', stageOfOthers: 'scheduled' },
    details: { broadcastStatus: OFFLINE, primaryStreamStatus: 3 },
  },
  'on air': {
    ...{ told: [PREVIEW, ON_AIR], live: 'everybody', others: 'the show', stageOfOthers: 'on-air' },
    details: { broadcastStatus: LIVE, primaryStreamStatus: 1 },
  },
  interrupted: {
    ...{ told: [ON_AIR, INTERRUPTED], live: 'everybody', others: 'the show' },
    stageOfOthers: 'interrupted',
    details: { broadcastStatus: LIVE, primaryStreamStatus: 0 },
  },
  ended: {
    ...{ told: [ON_AIR, ENDED], live: 'nobody', others: 'the replay', stageOfOthers: 'ended' },
    details: { broadcastStatus: OFFLINE, primaryStreamStatus: 0 },
  },
  'preview after a show': {
    ...{ told: [ON_AIR, PREVIEW_AGAIN], live: 'previewers', others: 'the replay' },
    stageOfOthers: 'ended',
    details: { broadcastStatus: PREVIEWED, primaryStreamStatus: 1 },
  },
};

type Asker = {
  readonly session: Parameters | 'none' | 'widget';
  readonly mayPreview: boolean;
};

/** ID stands for the webcast's id. */
const ASKERS: Readonly<Record<string, Asker>> = {
  nobody: { session: 'none', mayPreview: false },
  'a widget session': { session: 'widget', mayPreview: false },
  'a viewer': { session: { userId: 'vera' }, mayPreview: false },
  'a viewer who may watch everything': {
    session: { userId: 'vera', privileges: 'sview:*,view:*,list:*' },
    mayPreview: false,
  },
  'a producer’s device': {
    session: { userId: 'vera', privileges: 'setrole:WEBCAST_PRODUCER_DEVICE_ROLE' },
    mayPreview: false,
  },
  'who may edit, but was not let in to previews': {
    session: { userId: 'vera', privileges: 'edit:ID' },
    mayPreview: false,
  },
  'a presenter': { session: { userId: 'petra' }, mayPreview: false },
  'who may preview another webcast': {
    session: { userId: 'vera', privileges: 'restrictexplicitliveview:0_otherone' },
    mayPreview: false,
  },
  'who may preview none': {
    session: { userId: 'vera', privileges: 'restrictexplicitliveview:*' },
    mayPreview: false,
  },
  'the owner, who may preview none': {
    session: { userId: 'olga', privileges: 'restrictexplicitliveview:*' },
    mayPreview: false,
  },
  'who may preview this one': {
    session: { userId: 'vera', privileges: 'restrictexplicitliveview:ID' },
    mayPreview: true,
  },
  'who may preview': {
    session: { userId: 'vera', privileges: 'restrictexplicitliveview' },
    mayPreview: true,
  },
  'the owner': { session: { userId: 'olga' }, mayPreview: true },
  'a co-editor': { session: { userId: 'carl' }, mayPreview: true },
  'an admin': { session: { userId: 'ada', type: 2 }, mayPreview: true },
};

describeOnBothDatabases('what a webcast’s life looks like', (freshDatabase) => {
  let server: ApiForTests;
  let admin = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const update = (entryId: string, liveStreamEntry: Parameters) =>
    server.call('livestream', 'update', { ks: admin, entryId, liveStreamEntry });
  const get = (entryId: string, ks = admin) => server.call('livestream', 'get', { ks, entryId });

  const sessionOf = async ({ session }: Asker, id: string): Promise<string | undefined> => {
    if (session === 'none') return undefined;
    if (session === 'widget') {
      return (await server.call('session', 'startWidgetSession', { widgetId: '_100' })).ks;
    }
    const privileges = String(session.privileges ?? '').replace('ID', id);
    return server.startSession({ ...session, privileges });
  };

  /** A webcast that is in a state, and what that state is for somebody. */
  const inState = async (told: readonly Told[]) => {
    const { id } = await server.addWebcast({
      ...{ explicitLive: 1, userId: 'olga', entitledUsersEdit: 'carl' },
      entitledUsersPublish: 'petra',
    });
    // As the media process would: on air only while viewMode says so.
    for (const status of told) {
      const isShown = status.state === 'on-air' || status.state === 'interrupted';
      const viewMode = isShown ? 1 : 0;
      if ((await get(id)).viewMode !== viewMode) await update(id, { viewMode });
      await server.tell({ webcastId: id, ...status });
    }
    return id as string;
  };

  const locationFor = async (id: string, ks: string | undefined) => {
    const response = await server.app.inject({
      url: `/p/100/sp/10000/playManifest/entryId/${id}/format/applehttp/protocol/http${
        ks === undefined ? '' : `/ks/${encodeURIComponent(ks)}`
      }/a.m3u8`,
    });
    const location = String(response.headers.location ?? '');
    if (location.includes(`/${REHEARSAL}/`)) return 'the rehearsal';
    if (location.includes(`/v/`) && location.includes(`/${SHOW}/`)) return 'the show';
    if (location.includes('/r/')) return 'the replay';
    return response.statusCode === 404 ? 'nothing' : location;
  };

  test.each(Object.entries(STATES))('%s', async (_name, state) => {
    const id = await inState(state.told);
    expect(await server.call('livestream', 'getDetails', { id })).toMatchObject(state.details);
    for (const [name, asker] of Object.entries(ASKERS)) {
      const ks = await sessionOf(asker, id);
      const isLive =
        state.live === 'everybody' || (state.live === 'previewers' && asker.mayPreview);
      const told: Record<string, unknown> = {
        isLive: await server.call('livestream', 'isLive', { id, ks }),
        playManifest: await locationFor(id, ks),
      };
      const rehearses = state.live === 'previewers' && asker.mayPreview;
      const expected: Record<string, unknown> = {
        isLive,
        playManifest: rehearses ? 'the rehearsal' : state.others,
      };
      const admission = await server.api.joinRoom(ks, id);
      const stage = await server.api.stageFor(
        id,
        admission.isAdmitted && admission.mayPreview,
        'http://media.example',
      );
      told.stage = stage?.kind;
      const isPreviewStage = asker.mayPreview && state.told.at(-1)?.state === 'preview';
      expected.stage = isPreviewStage ? 'preview' : state.stageOfOthers;
      told.knowsRehearsal = JSON.stringify(stage).includes(REHEARSAL);
      expected.knowsRehearsal = rehearses;
      if (ks !== undefined) {
        const entry = await get(id, ks);
        told.liveStatus = entry.liveStatus;
        expected.liveStatus = isLive ? 1 : 0;
        told.isRedirected = 'redirectEntryId' in entry;
        expected.isRedirected = state.others === 'the replay' && !rehearses;
        told.namesNoGeneration = !JSON.stringify(entry).includes(REHEARSAL);
        expected.namesNoGeneration = true;
      }
      expect(told, name).toEqual(expected);
    }
  });

  test('the words of going live and back: viewMode and recordingStatus follow each other', async () => {
    const { id } = await server.addWebcast({ explicitLive: 1 });
    const words = async () => {
      const { viewMode, recordingStatus } = await get(id);
      const { isOnAirAllowed, isRecorded } = server.channels.applied.at(-1) ?? {};
      return { viewMode, recordingStatus, isOnAirAllowed, isRecorded };
    };
    const preview = {
      ...{ viewMode: 0, recordingStatus: 0 },
      ...{ isOnAirAllowed: false, isRecorded: false },
    };
    await update(id, { description: 'Only a word' });
    expect(await words()).toEqual(preview);

    const live = { viewMode: 1, recordingStatus: 2, isOnAirAllowed: true, isRecorded: true };
    await update(id, { viewMode: 1, recordingStatus: 2 });
    expect(await words()).toEqual(live);
    await update(id, { recordingStatus: 1 });
    expect(await words()).toEqual({ ...live, recordingStatus: 1, isRecorded: false });
    await update(id, { recordingStatus: 2 });
    expect(await words()).toEqual(live);
    await update(id, { viewMode: 0, recordingStatus: 0 });
    expect(await words()).toEqual(preview);
    // Without a word about recording, it goes with the show.
    await update(id, { viewMode: 1 });
    expect(await words()).toEqual(live);
    await update(id, { viewMode: 0 });
    expect(await words()).toEqual(preview);
  });

  test('a webcast that is not to be recorded says so in every state', async () => {
    const { id } = await server.addWebcast({ explicitLive: 1, recordStatus: 0 });
    await update(id, { viewMode: 1, recordingStatus: 2 });
    expect(server.channels.applied.at(-1)).toMatchObject({
      isOnAirAllowed: true,
      isRecorded: false,
    });
    await update(id, { viewMode: 0 });
    expect(await get(id)).toMatchObject({ viewMode: 0, recordingStatus: 0 });
    await update(id, { viewMode: 1 });
    expect(await get(id)).toMatchObject({ viewMode: 1, recordingStatus: 3 });
  });

  test('without explicitLive both say what is always so', async () => {
    const { id } = await server.addWebcast();
    await update(id, { viewMode: 0, recordingStatus: 0 });
    expect(await get(id)).toMatchObject({ viewMode: 1, recordingStatus: 2 });
    expect(server.channels.applied.at(-1)).toMatchObject({
      isOnAirAllowed: true,
      isRecorded: true,
    });
  });

  test.each([
    ['the end of the window', ENDED],
    ['an encoder that came back too late', PREVIEW_AGAIN],
    ['a media process that has forgotten the show', { state: 'idle', sinceMs: NOW_MS + MINUTE }],
  ] as const)('%s takes back that somebody had gone live', async (_what, told) => {
    const id = await inState([PREVIEW, ON_AIR]);
    await server.tell({ webcastId: id, ...told });
    expect(await get(id)).toMatchObject({ viewMode: 0, recordingStatus: 0 });
    expect(server.channels.applied.at(-1)).toMatchObject({ webcastId: id, isOnAirAllowed: false });

    // Going live again is not undone by a status that is told once more, as after a restart.
    server.clock.now = NOW_MS + 5 * MINUTE;
    await update(id, { viewMode: 1 });
    await server.tell({ webcastId: id, ...told });
    server.clock.now = NOW_MS;
    expect(await get(id)).toMatchObject({ viewMode: 1, recordingStatus: 2 });
  });

  test('who goes live while the encoder comes is not undone by the preview that was told before', async () => {
    const id = await inState([ON_AIR, ENDED]);
    server.clock.now = NOW_MS + 5 * MINUTE;
    await update(id, { viewMode: 1 });
    await server.tell({ webcastId: id, ...PREVIEW_AGAIN, sinceMs: server.clock.now + 1 });
    server.clock.now = NOW_MS;
    expect(await get(id)).toMatchObject({ viewMode: 1 });
  });

  test('an encoder that asks right after the end of a show is told that somebody has to go live', async () => {
    const id = await inState([PREVIEW, ON_AIR]);
    const { streamPassword } = await get(id);
    const status = { webcastId: id, isPlayable: false, generation: null, hasVideo: true };
    server.api.onChannelStatus({
      ...status,
      encoders: [],
      waitsUntilMs: null,
      ...ENDED,
    } as ChannelStatus);
    const decision = await server.api.authorizePublish({
      ...{ webcastId: id, streamToken: streamPassword, slot: 'primary', protocol: 'rtmp' },
      ...{ remoteAddress: '192.0.2.1', software: 'test' },
    });
    expect(decision).toMatchObject({ isAllowed: true, settings: { isOnAirAllowed: false } });
  });

  test('the stage says that the show is over before the database does', async () => {
    const id = await inState([PREVIEW, ON_AIR]);
    const [status] = [server.channels.statuses.get(id)];
    if (status === undefined) throw new Error('nothing was told');
    server.channels.statuses.set(id, { ...status, ...PREVIEW_AGAIN });
    expect(await server.api.stageFor(id, false, 'http://media.example')).toMatchObject({
      kind: 'ended',
      endedAtMs: NOW_MS + 2 * MINUTE,
    });
  });
});
