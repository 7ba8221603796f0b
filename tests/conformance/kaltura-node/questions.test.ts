import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCOUNT, ApiForTests } from '../../../packages/api/src/api-for-tests.ts';
import { type Client, create, enumValue, openNodeClient, request } from './node-client.ts';

/** Questions, answers and announcements as a player and a moderator send them with Kaltura's client for Node. */

type CuePoint = { readonly id: string; readonly text?: string; readonly tags?: string };
type List<Item> = { readonly totalCount: number; readonly objects: readonly Item[] };
type WithRelated = CuePoint & {
  readonly relatedObjects: { readonly [name: string]: List<{ readonly xml: string }> };
};

let server: ApiForTests;
let folder = '';
let serviceUrl = '';
let webcastId = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rostrum-questions-'));
  server = await ApiForTests.open({ kind: 'sqlite', path: join(folder, 'api.db') });
  serviceUrl = await server.app.listen({ host: '127.0.0.1', port: 0 });
  webcastId = (await server.addWebcast()).id;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function clientOf(userId: string, privileges = ''): Promise<Client> {
  const client = openNodeClient(serviceUrl);
  const user = enumValue('SessionType', 'USER');
  const { adminSecret, partnerId } = ACCOUNT;
  const values = [adminSecret, userId, user, partnerId, 3600, privileges];
  client.setKs(await request('session', 'start', ...values).execute<string>(client));
  return client;
}

/** One multirequest: what is written, its record, and the tag that completes it. */
async function submit(client: Client, text: string, type: string, parentId?: string) {
  const byName = create('MetadataProfileFilter', { systemNameEqual: 'Kaltura-QnA' });
  const annotation = create('Annotation', {
    entryId: webcastId,
    startTime: Date.now(),
    text,
    isPublic: 1,
    searchableOnEntry: 0,
    systemName: `uuid of ${text}`,
    ...(parentId !== undefined && { parentId }),
  });
  const record = `<metadata><Type>${type}</Type></metadata>`;
  const recorded = ['{1:result:objects:0:id}', 'annotationMetadata.Annotation', '{2:result:id}'];
  return request('metadataProfile', 'list', byName)
    .add(request('annotation', 'add', annotation))
    .add(request('metadata', 'add', ...recorded, record))
    .add(request('annotation', 'update', '{2:result:id}', create('Annotation', { tags: 'qna' })))
    .execute<readonly [unknown, CuePoint, { readonly objectId: string }, CuePoint]>(client);
}

function listed(client: Client): Promise<List<WithRelated>> {
  const related = create('DetachedResponseProfile', {
    name: 'QandA_ResponseProfile',
    type: enumValue('ResponseProfileType', 'INCLUDE_FIELDS'),
    fields: 'id,objectId,createdAt,xml',
    filter: create('MetadataFilter', {
      metadataObjectTypeEqual: enumValue('MetadataObjectType', 'ANNOTATION'),
    }),
    mappings: [
      create('ResponseProfileMapping', {
        parentProperty: 'id',
        filterProperty: 'objectIdEqual',
      }),
    ],
  });
  const profile = create('DetachedResponseProfile', {
    type: enumValue('ResponseProfileType', 'INCLUDE_FIELDS'),
    fields: 'id,text,tags',
    relatedProfiles: [related],
  });
  const filter = create('AnnotationFilter', { entryIdEqual: webcastId, tagsLike: 'qna' });
  return request('annotation', 'list', filter)
    .setResponseProfile(profile)
    .execute<List<WithRelated>>(client);
}

test('a viewer asks, a moderator answers, everybody hears what is for everybody', async () => {
  const vera = await clientOf('vera');
  const victor = await clientOf('victor');
  const moderator = await clientOf(
    'mona',
    `setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:${webcastId},download:${webcastId}`,
  );

  const [, question, record, tagged] = await submit(vera, 'When does it begin?', 'Question');
  expect(record.objectId).toBe(question.id);
  expect(tagged).toMatchObject({ id: question.id, tags: 'qna', text: 'When does it begin?' });
  expect((await listed(victor)).totalCount).toBe(0);

  const queue = await listed(moderator);
  expect(queue.objects).toMatchObject([{ id: question.id }]);
  expect(queue.objects[0]?.relatedObjects.QandA_ResponseProfile?.objects[0]?.xml).toContain(
    '<Type>Question</Type>',
  );
  await submit(moderator, 'At ten.', 'Answer', question.id);
  await submit(moderator, 'We begin at ten.', 'Announcement');

  const texts = async (client: Client) => (await listed(client)).objects.map(({ text }) => text);
  expect(await texts(victor)).toEqual(['We begin at ten.']);
  expect(await texts(vera)).toEqual(['When does it begin?', 'At ten.', 'We begin at ten.']);
});

test('a player registers for what is pushed', async () => {
  const client = await clientOf('vera');
  const params = create('PushNotificationParams', {
    userParams: [
      create('PushEventNotificationParameter', {
        key: 'entryId',
        value: create('StringValue', { value: webcastId }),
      }),
    ],
  });
  const data = await request(
    'eventNotificationTemplate',
    'register',
    'PUBLIC_QNA_NOTIFICATIONS',
    params,
  ).execute<{ readonly queueKey: string; readonly queueName: string }>(client);
  expect(data.queueName).toMatch(/^pn_/);
  expect(data.queueKey).not.toBe('');
});
