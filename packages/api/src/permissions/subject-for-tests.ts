import type { ApiForTests } from '../api-for-tests.ts';
import { CO_EDITOR, OWNER } from './callers-for-tests.ts';
import type { Row } from './rows/row.ts';

/** Adds what a row's action is about; it belongs to OWNER. @returns its id */
export async function addSubject(server: ApiForTests, { subject }: Row): Promise<string> {
  const owners = { userId: OWNER, entitledUsersEdit: `x,${CO_EDITOR}` };
  if (subject === 'recording') return addRecording(server, owners);
  if (subject === 'document') return addDocument(server, owners);
  const { id } =
    subject === 'video' ? await server.addVideo(owners) : await server.addWebcast(owners);
  return id;
}

async function addDocument(server: ApiForTests, owners: object): Promise<string> {
  const ks = await server.startAdminSession();
  const fileData = new Blob(['%PDF-1.7 with a page']);
  const uploadTokenId = await server.call('media', 'upload', { ks, fileData });
  const documentEntry = { objectType: 'KalturaDocumentEntry', name: 'Slides', ...owners };
  const sent = { ks, uploadTokenId, documentEntry };
  return (await server.call('document_documents', 'addFromUploadedFile', sent)).id;
}

/** What was recorded of a show of ten minutes. @returns its id */
export async function addRecording(server: ApiForTests, owners: object): Promise<string> {
  const recordingOptions = { shouldCopyEntitlement: true };
  const { id } = await server.addWebcast({ ...owners, recordingOptions });
  const startsAtMs = server.clock.now;
  const take = { generation: 'show00000001', startsAtMs, durationMs: 600_000 };
  await server.tell({
    ...{ webcastId: id, state: 'ended', onAirSinceMs: startsAtMs },
    takes: [{ ...take, sizeBytes: 1_000_000, hasVideo: true }],
  });
  const ks = await server.startAdminSession();
  const { recordedEntryId } = await server.call('livestream', 'get', { ks, entryId: id });
  return recordedEntryId;
}
