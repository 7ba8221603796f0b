import type { Caller } from '../callers-for-tests.ts';
import {
  ADMINS,
  EDITORS,
  FOREIGN_ADMIN,
  SESSIONS,
  SESSIONS_AND_NOBODY,
} from '../callers-for-tests.ts';
import type { Row, Rows, World } from './row.ts';

/** Whoever may bring content, or runs shows. */
const UPLOADERS: readonly Caller[] = ['a producer', ...ADMINS];

/** Who may change an entry, and use a token that an admin has begun. */
export const USERS_OF_TOKENS: readonly Caller[] = ['an admin with the role of a viewer', ...ADMINS];

const PDF = '%PDF-1.7 with a page';
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100)]);

/** Tokens are whose they are: an admin of the account has begun these. */
export const uploadTokenRows: Rows = {
  add: { allowed: [...UPLOADERS, FOREIGN_ADMIN], parameters: () => ({}) },
  get: { allowed: ADMINS, parameters: async (world) => ({ uploadTokenId: await begin(world) }) },
  upload: {
    allowed: ADMINS,
    parameters: async (world) => ({
      uploadTokenId: await begin(world),
      fileData: new Blob([PDF]),
    }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ uploadTokenId: await begin(world) }) },
  list: { allowed: [...UPLOADERS, FOREIGN_ADMIN], parameters: () => ({}) },
};

export const uploadWholeRow: Row = {
  allowed: [...UPLOADERS, FOREIGN_ADMIN],
  parameters: () => ({ fileData: new Blob([PDF]) }),
};

export const mediaUploadRows: Rows = {
  addFromUploadedFile: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: async (world) => ({
      mediaEntry: { name: 'Stage', mediaType: 2 },
      uploadTokenId: await uploaded(world, PNG),
    }),
  },
  upload: uploadWholeRow,
};

export const baseEntryUploadRows: Rows = {
  addFromUploadedFile: {
    allowed: [...UPLOADERS, FOREIGN_ADMIN],
    parameters: async (world) => ({
      entry: { name: 'Slides' },
      uploadTokenId: await uploaded(world, PDF),
    }),
  },
  upload: uploadWholeRow,
};

const byId: Row['parameters'] = ({ webcastId }) => ({ entryId: webcastId });

export const documentRows: Rows = {
  addFromUploadedFile: {
    allowed: [...UPLOADERS, FOREIGN_ADMIN],
    parameters: async (world) => ({
      documentEntry: { name: 'Slides' },
      uploadTokenId: await uploaded(world, PDF),
    }),
  },
  get: { allowed: SESSIONS, subject: 'document', parameters: byId },
  update: {
    allowed: EDITORS,
    subject: 'document',
    parameters: ({ webcastId }) => ({ entryId: webcastId, documentEntry: { description: 'new' } }),
  },
  delete: { allowed: EDITORS, subject: 'document', parameters: byId },
  list: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({}) },
  upload: uploadWholeRow,
  serve: {
    // As an entry that is in no category, for everybody who knows its id.
    allowed: SESSIONS_AND_NOBODY,
    subject: 'document',
    parameters: byId,
  },
  addContent: { allowed: USERS_OF_TOKENS, parameters: withEmptyDocument },
  updateContent: {
    allowed: USERS_OF_TOKENS,
    subject: 'document',
    parameters: async (world) => ({
      entryId: world.webcastId,
      resource: { objectType: RESOURCE, token: await uploaded(world, PDF) },
    }),
  },
};

const RESOURCE = 'KalturaUploadedFileTokenResource';

async function withEmptyDocument(world: World) {
  const ks = await world.server.startAdminSession();
  const entry = { objectType: 'KalturaDocumentEntry', name: 'Slides' };
  const { id } = await world.server.call('baseEntry', 'add', { ks, entry });
  return { entryId: id, resource: { objectType: RESOURCE, token: await uploaded(world, PDF) } };
}

async function begin({ server }: Pick<World, 'server'>): Promise<string> {
  const ks = await server.startAdminSession();
  return (await server.call('uploadToken', 'add', { ks })).id;
}

/** By whoever calls, where they may upload; else by an admin, whose token they cannot use. */
export async function uploaded(
  { server, ks }: Pick<World, 'server' | 'ks'>,
  content: string | Buffer,
): Promise<string> {
  server.stills.hasTool = true;
  const fileData = new Blob([content as never]);
  const own = ks === null ? null : await server.call('media', 'upload', { ks, fileData });
  if (typeof own === 'string') return own;
  const admin = await server.startAdminSession();
  return server.call('media', 'upload', { ks: admin, fileData });
}
