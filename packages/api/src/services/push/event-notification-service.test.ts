import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests, type Parameters } from '../../api-for-tests.ts';
import { describeOnBothDatabases } from '../../store/both-databases-for-tests.ts';

const SERVICE = 'eventNotification_eventNotificationTemplate';

describeOnBothDatabases('what is pushed', (freshDatabase) => {
  let server: ApiForTests;
  let webcastId = '';
  let admin = '';
  let vera = '';
  let victor = '';

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
    admin = await server.startAdminSession();
    vera = await server.startSession({ userId: 'vera' });
    victor = await server.startSession({ userId: 'victor' });
    webcastId = (await server.addWebcast()).id;
  });
  afterAll(() => server.close());

  const register = (ks: string, systemName: string, values: { [key: string]: string }) => {
    const userParams = Object.entries(values).map(([key, value], index) => [
      `item${index}`,
      {
        objectType: 'KalturaPushNotificationParams',
        isQueueKeyParam: 1,
        key,
        value: { objectType: 'KalturaStringValue', value },
      },
    ]);
    return server.call(SERVICE, 'register', {
      ks,
      notificationTemplateSystemName: systemName,
      pushNotificationParams: { userParams: Object.fromEntries(userParams) },
    });
  };
  const ticketOf = ({ queueName, queueKey, url }: Parameters) => ({
    queueName: String(queueName),
    queueKey: String(queueKey),
    connection: new URL(String(url)).searchParams.get('x') ?? '',
  });

  test('is asked for as players do, and the key opens it to the session', async () => {
    const data = await register(vera, 'PUBLIC_QNA_NOTIFICATIONS', { entryId: webcastId });
    expect(data).toEqual({
      objectType: 'KalturaPushNotificationData',
      queueName: expect.stringMatching(/^pn_1101_[0-9a-f]{32}$/),
      queueKey: expect.any(String),
      url: expect.stringMatching(/^http:\/\/localhost(:\d+)?\/\?p=100&x=[\w-]+$/),
    });
    expect(server.api.pushQueueOf(ticketOf(data))).toEqual({
      partnerId: 100,
      systemName: 'PUBLIC_QNA_NOTIFICATIONS',
      entryId: webcastId,
      listener: null,
    });
    const others = await register(victor, 'PUBLIC_QNA_NOTIFICATIONS', { entryId: webcastId });
    expect(others.queueName).toBe(data.queueName);
    expect(others.queueKey).not.toBe(data.queueKey);
    const alias = await server.call('pushNotificationTemplate', 'register', {
      ks: vera,
      notificationTemplateSystemName: 'PUBLIC_QNA_NOTIFICATIONS',
      pushNotificationParams: { userParams: [{ key: 'entryId', value: { value: webcastId } }] },
    });
    expect(alias.queueName).toBe(data.queueName);
  });

  test('of one person is for that person and for those who run the webcast', async () => {
    const of = (ks: string, userId: string) =>
      register(ks, 'USER_QNA_NOTIFICATIONS', { entryId: webcastId, userId });
    const own = await of(vera, 'vera');
    expect(server.api.pushQueueOf(ticketOf(own))?.listener).toBe('user:vera');
    expect(await of(victor, 'vera')).toMatchObject({
      code: 'PROPERTY_VALIDATION_NO_USAGE_PERMISSION',
    });
    const moderator = await server.startSession({ userId: 'm', privileges: `list:${webcastId}` });
    for (const ks of [admin, moderator])
      expect((await of(ks, 'vera')).queueName).toBe(own.queueName);
  });

  test('of somebody without a name is their session’s, whatever name they make up', async () => {
    const { ks } = await server.call('session', 'startWidgetSession', { widgetId: '_100' });
    const entry = { entryId: webcastId, userId: 'vera' };
    const guest = await register(ks, 'USER_QNA_NOTIFICATIONS', entry);
    const own = await register(vera, 'USER_QNA_NOTIFICATIONS', entry);
    expect(guest.queueName).not.toBe(own.queueName);
    expect(server.api.pushQueueOf(ticketOf(guest))?.listener).toMatch(/^session:/);
  });

  describe('a key opens nothing', () => {
    test('with another session, another queue, or when it was changed', async () => {
      const data = await register(vera, 'PUBLIC_QNA_NOTIFICATIONS', { entryId: webcastId });
      const others = await register(victor, 'POLLS_PUSH_NOTIFICATIONS', { entryId: webcastId });
      const mine = ticketOf(data);
      const theirs = ticketOf(others);
      for (const wrong of [
        { ...mine, connection: theirs.connection },
        { ...mine, queueName: theirs.queueName },
        { ...mine, queueKey: theirs.queueKey },
        { ...mine, connection: mine.queueKey },
        { ...mine, queueKey: mine.connection },
        { ...mine, queueKey: `${mine.queueKey.slice(0, -4)}AAAA` },
        { queueName: '', queueKey: '', connection: '' },
        { queueName: '\u0000', queueKey: '{', connection: 'é' },
      ]) {
        expect(server.api.pushQueueOf(wrong)).toBeNull();
      }
    });

    test('once its session has ended', async () => {
      const ks = await server.startSession({ userId: 'erik' });
      const data = await register(ks, 'PUBLIC_QNA_NOTIFICATIONS', { entryId: webcastId });
      expect(server.api.pushQueueOf(ticketOf(data))).not.toBeNull();
      await server.call('session', 'end', { ks });
      expect(server.api.pushQueueOf(ticketOf(data))).toBeNull();
    });
  });

  test('is refused where something is missing, unknown or not theirs', async () => {
    expect(await register(vera, 'PUBLIC_QNA_NOTIFICATIONS', {})).toMatchObject({
      code: 'MISSING_MANDATORY_PARAMETER',
      args: { PARAM_NAME: 'entryId' },
    });
    expect(await register(vera, 'USER_QNA_NOTIFICATIONS', { entryId: webcastId })).toMatchObject({
      code: 'MISSING_MANDATORY_PARAMETER',
      args: { PARAM_NAME: 'userId' },
    });
    expect(await register(vera, 'nothing', { entryId: webcastId })).toMatchObject({
      code: 'EVENT_NOTIFICATION_TEMPLATE_SYSTEM_NAME_NOT_FOUND',
      args: { NAME: 'nothing' },
    });
    const limited = await server.startSession({ userId: 'l', privileges: 'limitentry:0_other000' });
    expect(
      await register(limited, 'PUBLIC_QNA_NOTIFICATIONS', { entryId: webcastId }),
    ).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
    const every = { entryId: webcastId };
    expect(await register(vera, 'Push_New_Cue_Point_Created', every)).toMatchObject({
      code: 'SERVICE_FORBIDDEN',
    });
    expect(await register(admin, 'Push_New_Cue_Point_Created', every)).toHaveProperty('queueKey');
  });

  test('is listed, by name and by id', async () => {
    const filter = { systemNameIn: 'POLLS_PUSH_NOTIFICATIONS,CODE_QNA_NOTIFICATIONS' };
    for (const action of ['list', 'listTemplates']) {
      const { totalCount, objects } = await server.call(SERVICE, action, { ks: admin, filter });
      expect(totalCount).toBe(2);
      expect(objects[0]).toMatchObject({
        objectType: 'KalturaPushNotificationTemplate',
        systemName: 'CODE_QNA_NOTIFICATIONS',
        apiObjectType: 'KalturaCodeCuePoint',
        queueKeyParameters: [{ key: 'entryId' }],
      });
      const { id } = objects[0];
      expect(await server.call(SERVICE, 'get', { ks: admin, id })).toEqual(objects[0]);
    }
    expect(await server.call(SERVICE, 'get', { ks: admin, id: 7 })).toMatchObject({
      code: 'EVENT_NOTIFICATION_TEMPLATE_NOT_FOUND',
      args: { ID: '7' },
    });
  });
});
