import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests } from '../api-for-tests.ts';
import { PERMISSION_TABLE } from '../permissions/rows/permission-table.ts';
import { addSubject } from '../permissions/subject-for-tests.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import { describeApi } from './describe-api.ts';
import { openApi } from './open-api.ts';

const reference = describeApi();
const document = openApi(reference);
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('binary', true);
ajv.addSchema({ $id: 'api', ...document });

const operations = reference.services.flatMap((service) =>
  service.actions.map((action) => ({
    service,
    action,
    name: `${service.name}.${action.name}`,
    pointer: `api#/paths/~1api_v3~1service~1${service.wireName}~1action~1${action.name}/post`,
  })),
);

/** Whether both ways are JSON. */
function isPlain({ action }: (typeof operations)[number]): boolean {
  return (
    action.result?.kind !== 'servedFile' &&
    action.parameters.every(({ kind }) => kind.kind !== 'file')
  );
}

function requestValidator(operation: (typeof operations)[number]): ValidateFunction {
  const takesFile = operation.action.parameters.some(({ kind }) => kind.kind === 'file');
  const type = takesFile ? 'multipart~1form-data' : 'application~1json';
  return ajv.compile({ $ref: `${operation.pointer}/requestBody/content/${type}/schema` });
}

function answerValidator({ pointer }: (typeof operations)[number]): ValidateFunction {
  return ajv.compile({ $ref: `${pointer}/responses/200/content/application~1json/schema` });
}

describe('the OpenAPI document', () => {
  test('has an operation for each action, and every reference in it leads somewhere', () => {
    expect(Object.keys(document.paths)).toHaveLength(operations.length);
    const schemas = new Set(Object.keys(document.components.schemas));
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(100);
    expect(references.map(([, name = '']) => name).filter((name) => !schemas.has(name))).toEqual(
      [],
    );
    const ids = Object.values(document.paths).map(({ post }) => post.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(Object.keys(document.components.schemas))('%s is a schema', (name) => {
    expect(() => ajv.compile({ $ref: `api#/components/schemas/${name}` })).not.toThrow();
  });

  test('refuses what the API refuses', () => {
    const add = operations.find(({ name }) => name === 'liveStream.add');
    if (add === undefined) throw new Error('liveStream.add is gone');
    const isValid = requestValidator(add);
    const entry = { objectType: 'KalturaLiveStreamEntry', mediaType: 201 };
    expect(isValid({ format: 1, liveStreamEntry: entry })).toBe(true);
    expect(isValid({ format: 1 })).toBe(false);
    expect(isValid({ format: 1, liveStreamEntry: 'x' })).toBe(false);
    expect(isValid({ format: 1, liveStreamEntry: { ...entry, mediaType: 7 } })).toBe(false);
    expect(isValid({ format: 1, liveStreamEntry: { ...entry, dvrWindow: 1441 } })).toBe(false);
    expect(isValid({ format: 1, liveStreamEntry: { ...entry, objectType: 'KalturaFilter' } })).toBe(
      false,
    );
    const isAnswer = answerValidator(add);
    expect(isAnswer({ ...entry, id: 7 })).toBe(false);
    expect(isAnswer({ objectType: 'KalturaAPIException', code: 'NO_SUCH_CODE' })).toBe(false);
  });

  test.each(operations.map((each) => [each.name, each] as const))(
    'the example of %s is a request',
    (_name, operation) => {
      const isValid = requestValidator(operation);
      const files = operation.action.parameters.filter(({ kind }) => kind.kind === 'file');
      const example = { format: 1, ...operation.action.example };
      for (const { name } of files) Object.assign(example, { [name]: 'bytes' });
      expect(isValid(example), ajv.errorsText(isValid.errors)).toBe(true);
    },
  );
});

/** A request that could not even be read, or that broke the server. */
const UNREADABLE =
  /^PROPERTY_VALIDATION_|^INVALID_ENUM|^MISSING_MANDATORY|^OBJECT_TYPE|^INTERNAL_|_DOES_NOT_EXISTS$/;

describeOnBothDatabases('the OpenAPI document and the running API', (freshDatabase) => {
  let server: ApiForTests;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  afterAll(() => server.close());

  test('are served side by side', async () => {
    expect((await server.app.inject('/api_v3/openapi.json')).json()).toEqual(document);
    expect((await server.app.inject('/api_v3/reference.json')).json()).toEqual(reference);
  });

  test.each(operations.filter(isPlain).map((each) => [each.name, each] as const))(
    'agree on what %s takes and answers',
    async (_name, operation) => {
      const { service, action } = operation;
      const row = PERMISSION_TABLE[service.name]?.[action.name];
      if (row === undefined) throw new Error(`${operation.name} has no row of permissions`);
      const webcastId = await addSubject(server, row);
      const ks = await server.startAdminSession();
      const sent = { format: 1, ks, ...(await row.parameters({ server, webcastId, ks })) };
      const takes = requestValidator(operation);
      expect(takes(sent), ajv.errorsText(takes.errors)).toBe(true);

      const answer = await server.call(service.name, action.name, sent);

      expect(answer?.code).toBeUndefined();
      const answers = answerValidator(operation);
      expect(answers(answer), ajv.errorsText(answers.errors)).toBe(true);
      expect(undeclaredIn(answer)).toEqual([]);
    },
  );

  test.each(operations.filter(isPlain).map((each) => [each.name, each] as const))(
    'the example of %s can be read',
    async (_name, { service, action }) => {
      const ks = await server.startAdminSession();
      const answer = await server.call(service.name, action.name, { ks, ...action.example });
      expect(answer?.code ?? '').not.toMatch(UNREADABLE);
    },
  );
});

const propertiesOf = new Map<string, ReadonlySet<string>>();
for (const { name, base, properties } of reference.types) {
  const inherited = base === null ? [] : (propertiesOf.get(base) ?? []);
  propertiesOf.set(name, new Set([...inherited, ...properties.map((each) => each.name)]));
}

/** What an answer has beyond the properties of its types: the document would not know it. */
function undeclaredIn(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(undeclaredIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const { objectType, ...rest } = answer as { readonly [name: string]: unknown };
  const declared = propertiesOf.get(String(objectType));
  return Object.entries(rest).flatMap(([name, value]) => [
    ...(declared === undefined || declared.has(name) ? [] : [`${String(objectType)}::${name}`]),
    ...undeclaredIn(value),
  ]);
}
