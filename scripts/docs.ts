// `npm run docs`: writes what is made from the catalogue: pages of docs/, and the SDK's types of the API.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalog } from '../packages/api/src/catalog/catalog.ts';
import { compatibilityTable } from '../packages/api/src/reference/compatibility.ts';
import { compatibilityPage } from '../packages/api/src/reference/compatibility-page.ts';
import { SDK_TYPES_FOLDER, sdkTypes } from './sdk-types/sdk-types.ts';

const page = path.resolve(import.meta.dirname, '../docs/compatibility.md');
writeFileSync(page, compatibilityPage(compatibilityTable(catalog)));
console.log(`wrote ${page}`);

for (const [name, text] of Object.entries(sdkTypes())) {
  const file = path.resolve(import.meta.dirname, '..', SDK_TYPES_FOLDER, name);
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
