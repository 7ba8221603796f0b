// `npm run example`: the example portal, with the account of the server that runs beside it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './setup/ensure-dependencies.js';
import { findNode } from './setup/find-node.js';
import { inRoot } from './setup/paths.js';
import { main, runCommand } from './setup/run-command.js';

main(async () => {
  ensureDependencies();
  const dataDir = path.resolve(process.env.ROSTRUM_DATA_DIR ?? inRoot('data'));
  const { publicUrl } = read(dataDir, 'run.json');
  const { adminSecret } = read(dataDir, 'secrets.json');
  if (!publicUrl || !adminSecret) {
    console.error('Start the server first, with npm start in another terminal.');
    return 1;
  }
  process.env.SERVICE_URL ??= publicUrl;
  process.env.PARTNER_ID ??= process.env.ROSTRUM_PARTNER_ID ?? '100';
  process.env.ADMIN_SECRET ??= adminSecret;
  return runCommand(findNode(), ['examples/portal/src/server.ts']);
});

/** @param {string} folder @param {string} name @returns {Record<string, string | undefined>} */
function read(folder, name) {
  try {
    return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  } catch {
    return {};
  }
}
