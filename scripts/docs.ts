// `npm run docs`: writes the pages of docs/ that are made from the catalogue.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalog } from '../packages/api/src/catalog/catalog.ts';
import { compatibilityTable } from '../packages/api/src/reference/compatibility.ts';
import { compatibilityPage } from '../packages/api/src/reference/compatibility-page.ts';

const page = path.resolve(import.meta.dirname, '../docs/compatibility.md');
writeFileSync(page, compatibilityPage(compatibilityTable(catalog)));
console.log(`wrote ${page}`);
