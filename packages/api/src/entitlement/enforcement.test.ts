import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests, encoder, NOW_MS, type Parameters } from '../api-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';

/** Every way to see a webcast, asked by those who may and those who may not. */

const LIVE = {
  state: 'on-air',
  onAirSinceMs: NOW_MS,
  generation: 'abc123def456',
  isPlayable: true,
  encoders: [encoder()],
} as const;

/** The ways, by name; each answers whether it gave anything away. */
const WAYS = {
  'liveStream.get': async (server, ks, entryId) =>
    isGiven(await server.call('liveStream', 'get', { ks, entryId })),
  'baseEntry.get': async (server, ks, entryId) =>
    isGiven(await server.call('baseEntry', 'get', { ks, entryId })),
  'baseEntry.getByIds': async (server, ks, entryIds) =>
    (await server.call('baseEntry', 'getByIds', { ks, entryIds })).length === 1,
  'liveStream.list': async (server, ks, idEqual) =>
    (await server.call('liveStream', 'list', { ks, filter: { idEqual } })).totalCount === 1,
  'baseEntry.list': async (server, ks, idIn) =>
    (await server.call('baseEntry', 'list', { ks, filter: { idIn } })).totalCount === 1,
  'baseEntry.count': async (server, ks, idIn) =>
    (await server.call('baseEntry', 'count', { ks, filter: { idIn } })) === 1,
  'liveStream.isLive': async (server, ks, id) =>
    (await server.call('liveStream', 'isLive', { ks, id })) === true,
  'liveStream.getDetails': async (server, ks, id) =>
    isGiven(await server.call('liveStream', 'getDetails', { ks, id })),
  'categoryEntry.list': async (server, ks, entryIdEqual) =>
    (await server.call('categoryEntry', 'list', { ks, filter: { entryIdEqual } })).totalCount === 1,
  playManifest: async (server, ks, id) => {
    const session = ks === null ? '' : `/ks/${ks}`;
    const url = `/p/100/sp/10000/playManifest/entryId/${id}/format/applehttp${session}/a.m3u8`;
    return (await server.app.inject({ url })).statusCode === 302;
  },
  'a thumbnail': async (server, ks, id) => {
    const session = ks === null ? '' : `?ks=${ks}`;
    const url = `/p/100/sp/10000/thumbnail/entry_id/${id}/width/64${session}`;
    return (await server.app.inject({ url })).statusCode === 200;
  },
  'the live room': async (server, ks, id) =>
    (await server.api.joinRoom(ks ?? undefined, id)).isAdmitted,
} as const satisfies Record<
  string,
  (server: ApiForTests, ks: string | null, entryId: string) => Promise<boolean>
>;

/** Those that need no session. */
const OPEN_WAYS = [
  'liveStream.isLive',
  'liveStream.getDetails',
  'playManifest',
  'a thumbnail',
  'the live room',
] as const;

function isGiven(answer: { readonly objectType?: string }): boolean {
  return answer.objectType !== 'KalturaAPIException';
}

describeOnBothDatabases('an account whose categories say who may watch', (freshDatabase) => {
  let server: ApiForTests;
  let admin = '';
  let open = 0;
  let signedIn = 0;
  let members = 0;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
    const partner = { defaultEntitlementEnforcement: true };
    expect(await server.call('partner', 'update', { ks: admin, partner })).toMatchObject(partner);
    const category = async (properties: Parameters) => {
      const sent = { privacyContext: 'web', owner: 'olga', ...properties };
      return (await server.call('category', 'add', { ks: admin, category: sent })).id;
    };
    open = await category({ name: 'open', privacy: 1 });
    signedIn = await category({ name: 'signed in', privacy: 2 });
    members = await category({ name: 'members', privacy: 3 });
    await server.call('categoryUser', 'add', {
      ks: admin,
      categoryUser: { categoryId: members, userId: 'mona' },
    });
  });
  afterAll(async () => {
    expect(server.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    await server.close();
  });

  const user = (userId: string, privileges = '') => server.startSession({ userId, privileges });

  async function addLive(categoryIds: readonly number[], properties: Parameters = {}) {
    const { id } = await server.addWebcast({ userId: 'otto', ...properties });
    for (const categoryId of categoryIds) {
      await server.call('categoryEntry', 'add', {
        ks: admin,
        categoryEntry: { entryId: id, categoryId },
      });
    }
    await server.tell({ webcastId: id, ...LIVE });
    return id as string;
  }

  /** The ways that give the webcast away to this session. */
  async function waysOf(ks: string | null, id: string): Promise<readonly string[]> {
    const names = ks === null ? OPEN_WAYS : (Object.keys(WAYS) as (keyof typeof WAYS)[]);
    const given: string[] = [];
    for (const name of names) if (await WAYS[name](server, ks, id)) given.push(name);
    return given;
  }

  const all = Object.keys(WAYS);

  test('what is open to all is watched by everybody', async () => {
    const id = await addLive([open]);
    expect(await waysOf(null, id)).toEqual(OPEN_WAYS);
    expect(await waysOf(await user('vera'), id)).toEqual(all);
  });

  test('what is for named users is hidden from nobody, and from widgets', async () => {
    const id = await addLive([signedIn]);
    expect(await waysOf(null, id)).toEqual([]);
    expect(await waysOf(await user('vera'), id)).toEqual(all);
    const widget = await server.call('session', 'startWidgetSession', { widgetId: '_100' });
    expect(await waysOf(widget.ks, id)).toEqual([]);
  });

  test('what is for members is hidden from everybody else, by every way', async () => {
    const id = await addLive([members], {
      entitledUsersView: 'vic',
      entitledUsersPublish: 'petra',
    });
    for (const ks of [null, await user('vera'), await user('vera', 'privacycontext:web')]) {
      expect(await waysOf(ks, id)).toEqual([]);
    }
    for (const ks of [
      admin,
      await user('mona'),
      await user('olga'),
      await user('otto'),
      await user('vic'),
      await user('petra'),
      await user('vera', `sview:${id}`),
      await user('vera', 'sview:*'),
      await user('vera', `disableentitlementforentry:${id}`),
      await user('vera', 'disableentitlement'),
      await user('vera', `edit:${id}`),
    ]) {
      expect(await waysOf(ks, id)).toEqual(all);
    }
    expect(await server.api.joinRoom(await user('petra'), id)).toMatchObject({
      role: 'presenter',
    });
    expect(await server.api.joinRoom(await user('vic'), id)).toMatchObject({ role: 'viewer' });
  });

  test('who may publish knows where encoders connect, who may only view does not', async () => {
    const id = await addLive([members], {
      entitledUsersView: 'vic',
      entitledUsersPublish: 'petra',
    });
    const get = async (userId: string) =>
      server.call('liveStream', 'get', { ks: await user(userId), entryId: id });
    expect((await get('petra')).primaryBroadcastingUrl).toMatch(/^rtmp:/);
    expect((await get('vic')).primaryBroadcastingUrl).toBeUndefined();
    expect((await get('vic')).streamPassword).toBeUndefined();
    const sent = { entryId: id, liveStreamEntry: { description: 'x' } };
    expect(
      await server.call('liveStream', 'update', { ks: await user('petra'), ...sent }),
    ).toMatchObject({ code: 'INVALID_KS' });
  });

  test('an ended membership ends the right, another context never gives it', async () => {
    const id = await addLive([members]);
    const names = { categoryId: members, userId: 'max' };
    await server.call('categoryUser', 'add', { ks: admin, categoryUser: names });
    const ks = await user('max');
    expect(await waysOf(ks, id)).toEqual(all);
    expect(await waysOf(await user('max', 'privacycontext:intranet'), id)).toEqual([]);
    await server.call('categoryUser', 'deactivate', { ks: admin, ...names });
    expect(await waysOf(ks, id)).toEqual([]);
    await server.call('categoryUser', 'activate', { ks: admin, ...names });
    expect(await waysOf(ks, id)).toEqual(all);
    await server.call('categoryUser', 'delete', { ks: admin, ...names });
    expect(await waysOf(ks, id)).toEqual([]);
  });

  test('who may not see it may not change it either', async () => {
    const id = await addLive([members], { userId: 'otto' });
    const ks = await server.startSession({
      type: 2,
      userId: 'ada',
      privileges: 'enableentitlement',
    });
    const sent = { ks, entryId: id };
    for (const [action, more] of [
      ['update', { liveStreamEntry: { description: 'x' } }],
      ['delete', {}],
      ['regenerateStreamToken', {}],
    ] as const) {
      expect(await server.call('liveStream', action, { ...sent, ...more })).toMatchObject({
        code: 'ENTRY_ID_NOT_FOUND',
      });
    }
  });

  test('a list shows all that may be seen, with list:*; without it, what is one’s own', async () => {
    const tag = 'listed-by-tag';
    const ids = {
      none: await addLive([], { tags: tag }),
      open: await addLive([open], { tags: tag }),
      members: await addLive([members], { tags: tag, entitledUsersEdit: 'carl' }),
    };
    const listed = async (ks: string) => {
      const filter = { tagsLike: tag };
      const { objects } = await server.call('baseEntry', 'list', { ks, filter });
      const found = objects.map(({ id }: { id: string }) => id);
      return Object.entries(ids)
        .filter(([, id]) => found.includes(id))
        .map(([name]) => name);
    };
    expect(await listed(await user('vera'))).toEqual([]);
    expect(await listed(await user('carl'))).toEqual(['members']);
    expect(await listed(await user('vera', 'list:*'))).toEqual(['none', 'open', 'members']);
    expect(await listed(await user('vera', 'list:*,enableentitlement'))).toEqual(['none', 'open']);
    expect(await listed(await user('vera', 'list:*,privacycontext:web'))).toEqual(['open']);
    expect(await listed(await user('mona', 'list:*,privacycontext:web'))).toEqual([
      'open',
      'members',
    ]);
    expect(await listed(await user('vera', `list:*,limitentry:${ids.open}`))).toEqual(['open']);
    expect(await listed(admin)).toEqual(['none', 'open', 'members']);
  });

  test('limitentry leaves nothing but that entry', async () => {
    const [one, other] = [await addLive([]), await addLive([])];
    const ks = await user('vera', `limitentry:${one},sview:*,list:*`);
    // Whoever leaves the session away gets that picture too: caches share it.
    expect(await waysOf(ks, other)).toEqual(['a thumbnail']);
    expect(await waysOf(ks, one)).toEqual(all.filter((way) => way !== 'categoryEntry.list'));
    const limited = await server.startSession({
      type: 2,
      userId: 'ada',
      privileges: `limitentry:${one}`,
    });
    expect(await waysOf(limited, other)).toEqual(['a thumbnail']);
  });

  test('sview opens what the named entry redirects to', async () => {
    const recording = await addLive([members]);
    const live = await addLive([members], { redirectEntryId: recording });
    const ks = await user('vera', `sview:${live}`);
    expect(await waysOf(ks, recording)).toEqual(all);
    expect(await waysOf(await user('vera', `sview:${recording}`), live)).toEqual([]);
  });

  test('an entry that waits for approval is seen by moderators only, until one approves', async () => {
    const categoryId = (
      await server.call('category', 'add', {
        ks: admin,
        category: { name: 'moderated', privacyContext: 'web', moderation: 1, owner: 'olga' },
      })
    ).id;
    const moderator = { categoryId, userId: 'mo', permissionLevel: 1 };
    await server.call('categoryUser', 'add', { ks: admin, categoryUser: moderator });
    const id = await addLive([]);
    const otto = await user('otto', 'enablecategorymoderation');
    const names = { entryId: id, categoryId };
    expect(
      await server.call('categoryEntry', 'add', { ks: otto, categoryEntry: names }),
    ).toMatchObject({ status: 1, creatorUserId: 'otto' });
    const [vera, mo] = [await user('vera'), await user('mo')];
    expect(await waysOf(vera, id)).toEqual([]);
    expect(await waysOf(mo, id)).toEqual(all);
    expect(await server.call('category', 'get', { ks: admin, id: categoryId })).toMatchObject({
      pendingEntriesCount: 1,
      directEntriesCount: 0,
    });

    const decide = (action: string, ks: string) =>
      server.call('categoryEntry', action, { ks, ...names });
    expect(await decide('activate', vera)).toMatchObject({ code: 'INVALID_ENTRY_ID' });
    expect(await decide('activate', otto)).toMatchObject({
      code: 'CANNOT_ACTIVATE_CATEGORY_ENTRY',
    });
    expect(await decide('activate', mo)).toBeNull();
    expect(await decide('reject', mo)).toMatchObject({
      code: 'CANNOT_REJECT_CATEGORY_ENTRY_SINCE_IT_IS_NOT_PENDING',
    });
    expect(await waysOf(vera, id)).toEqual(all);
  });

  test('a clone is in the categories of the original from its first moment on', async () => {
    const id = await addLive([members]);
    const clone = await server.call('baseEntry', 'clone', { ks: admin, entryId: id });
    expect(await waysOf(await user('vera'), clone.id)).toEqual([]);
    const open = await server.call('baseEntry', 'clone', {
      ks: admin,
      entryId: id,
      cloneOptions: [
        { objectType: 'KalturaBaseEntryCloneOptionComponent', itemType: '2', rule: '1' },
      ],
    });
    expect(await WAYS['liveStream.get'](server, await user('vera'), open.id)).toBe(true);
  });
});

describeOnBothDatabases('an account', (freshDatabase) => {
  test('says with partner.update whether its categories count, and that holds at once', async () => {
    const server = await ApiForTests.open(await freshDatabase());
    const ks = await server.startAdminSession();
    const category = { name: 'members', privacyContext: 'web', privacy: 3 };
    const { id: categoryId } = await server.call('category', 'add', { ks, category });
    const { id: entryId } = await server.addWebcast();
    const categoryEntry = { entryId, categoryId };
    await server.call('categoryEntry', 'add', { ks, categoryEntry });
    await server.tell({ webcastId: entryId, ...LIVE });
    const isWatched = async () => (await server.api.joinRoom(undefined, entryId)).isAdmitted;
    const update = (partner: Parameters) => server.call('partner', 'update', { ks, partner });

    expect(await isWatched()).toBe(true);
    await update({ defaultEntitlementEnforcement: true });
    expect(await isWatched()).toBe(false);
    await update({ description: 'changes nothing else' });
    expect(await isWatched()).toBe(false);
    const foreign = await server.startForeignSession();
    expect(await server.call('partner', 'get', { ks: foreign })).toMatchObject({
      defaultEntitlementEnforcement: false,
    });
    await update({ defaultEntitlementEnforcement: false });
    expect(await isWatched()).toBe(true);

    const partner = { name: 'Acme', defaultEntitlementEnforcement: true };
    expect(await server.call('partner', 'register', { ks, partner })).toMatchObject(partner);
    await server.close();
  });
});

describeOnBothDatabases('a preview', (freshDatabase) => {
  let server: ApiForTests;
  let id = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    ({ id } = await server.addWebcast({
      userId: 'olga',
      entitledUsersEdit: 'carl',
      entitledUsersPublish: 'petra',
      entitledUsersView: 'vic',
      explicitLive: 1,
    }));
    await server.tell({ webcastId: id, ...LIVE, state: 'preview', onAirSinceMs: null });
  });
  afterAll(() => server.close());

  /** Who, with which privileges (ID is the webcast's), and whether the picture is shown before going live. */
  const table: readonly [string, string | null, string, 0 | 2, boolean][] = [
    ['nobody', null, '', 0, false],
    ['a viewer', 'vera', '', 0, false],
    ['a viewer by entitledUsersView', 'vic', '', 0, false],
    ['a presenter', 'petra', '', 0, false],
    ['a viewer who may watch', 'vera', 'sview:ID', 0, false],
    ['signed for this webcast', 'vera', 'restrictexplicitliveview:ID', 0, true],
    ['signed for several', 'vera', 'restrictexplicitliveview:0_other/ID', 0, true],
    ['signed without a value', 'vera', 'restrictexplicitliveview', 0, true],
    ['signed for another', 'vera', 'restrictexplicitliveview:0_other', 0, false],
    ['the owner', 'olga', '', 0, true],
    ['a co-editor', 'carl', '', 0, true],
    ['the owner, signed for another', 'olga', 'restrictexplicitliveview:0_other', 0, true],
    ['the owner, taken away', 'olga', 'restrictexplicitliveview:*', 0, false],
    ['a co-editor, taken away', 'carl', 'restrictexplicitliveview:*', 0, false],
    ['taken away beats given', 'vera', 'restrictexplicitliveview:*/ID', 0, false],
    ['signed to edit', 'vera', 'edit:ID', 0, false],
    ['an admin', 'ada', '', 2, true],
    ['an admin, taken away', 'ada', 'restrictexplicitliveview:*', 2, true],
    ['signed, but limited to another', 'vera', 'restrictexplicitliveview,limitentry:0_x', 0, false],
  ];

  for (const [title, userId, privileges, type, isShown] of table) {
    describe(title, () => {
      test(isShown ? 'sees it by every way' : 'sees nothing of it by any way', async () => {
        const ks =
          userId === null
            ? null
            : await server.startSession({
                userId,
                type,
                privileges: privileges.replaceAll('ID', id),
              });
        const get =
          ks === null ? null : await server.call('liveStream', 'get', { ks, entryId: id });
        const room = await server.api.joinRoom(ks ?? undefined, id);
        const mayPreview = room.isAdmitted && room.mayPreview;
        const stage = await server.api.stageFor(id, mayPreview, 'http://media.example');
        const shown = {
          isLive: await WAYS['liveStream.isLive'](server, ks, id),
          playManifest: await WAYS.playManifest(server, ks, id),
          room: mayPreview,
          stage: stage?.kind === 'preview',
          // Without a session there is none to ask with.
          get: ks === null ? isShown : get?.liveStatus === 1,
        };
        expect(Object.values(shown)).toEqual(Object.values(shown).map(() => isShown));
      });
    });
  }
});
