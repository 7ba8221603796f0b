import type { ApiForTests } from '../../api-for-tests.ts';
import { ADMINS, EDITORS, FOREIGN_ADMIN, SESSIONS } from '../callers-for-tests.ts';
import type { Rows, World } from './row.ts';

const XML = '<metadata><IsKwebcastEntry>1</IsKwebcastEntry></metadata>';
const XSD =
  '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="metadata"/></xsd:schema>';

/** Whoever sees an entry reads what is recorded of it; whoever changes it changes that too. */
export const metadataRows: Rows = {
  add: {
    allowed: EDITORS,
    parameters: async (world) => ({ ...(await placeOf(world)), xmlData: XML }),
  },
  addFromFile: {
    allowed: EDITORS,
    parameters: async (world) => ({ ...(await placeOf(world)), xmlFile: new Blob([XML]) }),
  },
  get: { allowed: SESSIONS, parameters: async (world) => ({ id: await addRecord(world) }) },
  update: {
    allowed: EDITORS,
    parameters: async (world) => ({ id: await addRecord(world), xmlData: XML }),
  },
  updateFromFile: {
    allowed: EDITORS,
    parameters: async (world) => ({ id: await addRecord(world), xmlFile: new Blob([XML]) }),
  },
  list: {
    allowed: [...SESSIONS, FOREIGN_ADMIN],
    parameters: ({ webcastId }) => ({ filter: { objectIdEqual: webcastId } }),
  },
  delete: { allowed: EDITORS, parameters: async (world) => ({ id: await addRecord(world) }) },
  invalidate: { allowed: EDITORS, parameters: async (world) => ({ id: await addRecord(world) }) },
  serve: { allowed: SESSIONS, parameters: async (world) => ({ id: await addRecord(world) }) },
};

/** Schemas are for everybody to read, and for admins to change. */
export const metadataProfileRows: Rows = {
  add: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ metadataProfile: { name: 'Rooms' }, xsdData: XSD }),
  },
  addFromFile: {
    allowed: [...ADMINS, FOREIGN_ADMIN],
    parameters: () => ({ 'metadataProfile:name': 'Rooms', xsdFile: new Blob([XSD]) }),
  },
  get: { allowed: SESSIONS, parameters: async (world) => ({ id: await addProfile(world) }) },
  update: {
    allowed: ADMINS,
    parameters: async (world) => ({
      id: await addProfile(world),
      metadataProfile: { name: 'Halls' },
    }),
  },
  list: { allowed: [...SESSIONS, FOREIGN_ADMIN], parameters: () => ({ pager: { pageSize: 1 } }) },
  listFields: {
    allowed: SESSIONS,
    parameters: async (world) => ({ metadataProfileId: await addProfile(world) }),
  },
  delete: { allowed: ADMINS, parameters: async (world) => ({ id: await addProfile(world) }) },
  revert: {
    allowed: ADMINS,
    parameters: async (world) => ({ id: await addProfile(world), toVersion: 1 }),
  },
  updateDefinitionFromFile: {
    allowed: ADMINS,
    parameters: async (world) => ({ id: await addProfile(world), xsdFile: new Blob([XSD]) }),
  },
  updateViewsFromFile: {
    allowed: ADMINS,
    parameters: async (world) => ({ id: await addProfile(world), viewsFile: new Blob(['<v/>']) }),
  },
  serve: { allowed: SESSIONS, parameters: async (world) => ({ id: await addProfile(world) }) },
  serveView: { allowed: SESSIONS, parameters: async (world) => ({ id: await addProfile(world) }) },
};

async function placeOf({ server, webcastId }: World) {
  const ks = await server.startAdminSession();
  const filter = { systemNameEqual: 'KMS_KWEBCAST2' };
  const { objects } = await server.call('metadata_metadataProfile', 'list', { ks, filter });
  return { metadataProfileId: objects[0].id, objectType: '1', objectId: webcastId };
}

async function addRecord(world: World): Promise<number> {
  const ks = await world.server.startAdminSession();
  const place = await placeOf(world);
  const { id } = await world.server.call('metadata_metadata', 'add', {
    ks,
    ...place,
    xmlData: XML,
  });
  return id;
}

async function addProfile({ server }: { readonly server: ApiForTests }): Promise<number> {
  const ks = await server.startAdminSession();
  const profile = { metadataProfile: { name: 'Rooms' }, xsdData: XSD, viewsData: '<v/>' };
  return (await server.call('metadata_metadataProfile', 'add', { ks, ...profile })).id;
}
