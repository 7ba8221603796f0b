import type { ApiForTests } from '../api-for-tests.ts';
import { CO_EDITOR, OWNER } from './callers-for-tests.ts';
import type { Row } from './rows/row.ts';

/** Adds what a row's action is about; it belongs to OWNER. @returns its id */
export async function addSubject(server: ApiForTests, { subject }: Row): Promise<string> {
  const owners = { userId: OWNER, entitledUsersEdit: `x,${CO_EDITOR}` };
  const { id } =
    subject === 'video' ? await server.addVideo(owners) : await server.addWebcast(owners);
  return id;
}
