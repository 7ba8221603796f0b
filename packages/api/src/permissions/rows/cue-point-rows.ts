import { ADMINS, EDITORS, FOREIGN_ADMIN, SESSIONS } from '../callers-for-tests.ts';
import type { Row, Rows, World } from './row.ts';

/** What somebody has asked: those who run the webcast read and change it. */
function rowsOf(shared: {
  readonly update: (id: string) => object;
  readonly add: (entryId: string) => object;
}): Rows {
  return {
    add: { allowed: SESSIONS, parameters: ({ webcastId }) => shared.add(webcastId) },
    get: { allowed: EDITORS, parameters: async (world) => ({ id: await addQuestion(world) }) },
    update: {
      allowed: EDITORS,
      parameters: async (world) => shared.update(await addQuestion(world)),
    },
    list: LIST,
    count: LIST,
    delete: { allowed: EDITORS, parameters: async (world) => ({ id: await addQuestion(world) }) },
    updateStatus: {
      allowed: ADMINS,
      parameters: async (world) => ({ id: await addQuestion(world), status: 3 }),
    },
    updateCuePointsTimes: {
      allowed: ADMINS,
      parameters: async (world) => ({ id: await addQuestion(world), startTime: 5 }),
    },
    clone: {
      allowed: EDITORS,
      parameters: async (world) => ({ id: await addQuestion(world), entryId: world.webcastId }),
    },
  };
}

const LIST: Row = {
  allowed: [...SESSIONS, FOREIGN_ADMIN],
  parameters: ({ webcastId }) => ({ filter: { entryIdEqual: webcastId } }),
};

export const cuePointRows: Rows = rowsOf({
  add: (entryId) => ({ cuePoint: questionOn(entryId) }),
  update: (id) => ({ id, cuePoint: { objectType: 'KalturaAnnotation', tags: 'qna' } }),
});

export const annotationRows: Rows = rowsOf({
  add: (entryId) => ({ annotation: questionOn(entryId) }),
  update: (id) => ({ id, annotation: { tags: 'qna' } }),
});

function questionOn(entryId: string) {
  return { objectType: 'KalturaAnnotation', entryId, startTime: 0, text: 'When?', isPublic: 1 };
}

/** Asked by somebody else than whoever calls. */
async function addQuestion({ server, webcastId }: World): Promise<string> {
  const ks = await server.startSession({ userId: 'somebody' });
  const cuePoint = questionOn(webcastId);
  return (await server.call('cuePoint_cuePoint', 'add', { ks, cuePoint })).id;
}
