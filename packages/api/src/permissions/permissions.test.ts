import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiForTests } from '../api-for-tests.ts';
import { catalog } from '../catalog/catalog.ts';
import { describeOnBothDatabases } from '../store/both-databases-for-tests.ts';
import { ALL_CALLERS, sessionOfCaller } from './callers-for-tests.ts';
import { PERMISSION_TABLE } from './rows/permission-table.ts';
import { addSubject } from './subject-for-tests.ts';

/** What a refusal looks like; whoever is not of the account is told that there is no such thing. */
const REFUSALS = [
  'MISSING_KS',
  'INVALID_KS',
  'SERVICE_FORBIDDEN',
  'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION',
  'PARTNER_ACCESS_FORBIDDEN',
  'PARTNER_CHANGE_ACCOUNT_DISABLED',
  'NOT_ENTITLED_TO_UPDATE_CATEGORY',
  'CANNOT_ASSIGN_ENTRY_TO_CATEGORY',
  'CANNOT_REMOVE_ENTRY_FROM_CATEGORY',
  'CANNOT_ACTIVATE_CATEGORY_ENTRY',
  'CANNOT_REJECT_CATEGORY_ENTRY',
  'CATEGORY_USER_JOIN_NOT_ALLOWED',
  'CANNOT_UPDATE_CATEGORY_USER',
  'METADATA_NO_PERMISSION_ON_ENTRY',
  'UPLOADED_FILE_NOT_FOUND_BY_TOKEN',
];
const NOT_FOUND =
  /^(INVALID|UNKNOWN)_(ENTRY|CUE_POINT|OBJECT|USER|PARTNER|UI_CONF|WIDGET|CATEGORY_USER)_ID$|_NOT_FOUND$/;

test('the table has a row for every action, and no others', () => {
  const namesOf = (services: { readonly [service: string]: object }) =>
    Object.entries(services)
      .flatMap(([service, actions]) => Object.keys(actions).map((name) => `${service}.${name}`))
      .sort();
  expect(namesOf(PERMISSION_TABLE)).toEqual(namesOf(catalog));
});

describeOnBothDatabases('permission', (freshDatabase) => {
  let server: ApiForTests;

  beforeAll(async () => {
    server = await ApiForTests.open(await freshDatabase());
  });
  afterAll(() => server.close());

  for (const [service, rows] of Object.entries(PERMISSION_TABLE)) {
    for (const [action, row] of Object.entries(rows)) {
      const { allowed, parameters } = row;
      describe(`${service}.${action}`, () => {
        for (const caller of ALL_CALLERS) {
          const isAllowed = allowed.includes(caller);
          test(`${caller} is ${isAllowed ? 'allowed' : 'refused'}`, async () => {
            const id = await addSubject(server, row);
            const ks = await sessionOfCaller(server, caller, id);
            const sent = await parameters({ server, webcastId: id, ks });

            const answer = await server.call(service, action, { ...sent, ...(ks && { ks }) });

            const error = answer?.objectType === 'KalturaAPIException' ? answer.code : null;
            if (isAllowed) expect(error).toBeNull();
            else expect(REFUSALS.includes(error) || NOT_FOUND.test(error ?? '')).toBe(true);
          });
        }
      });
    }
  }
});
