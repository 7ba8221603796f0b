// `npm start`: sets up what is missing and starts the server.
import { ensureDependencies } from './setup/ensure-dependencies.js';
import { ensurePages } from './setup/ensure-pages.js';
import { ensureTools, TOOLS } from './setup/ensure-tools.js';
import { findNode } from './setup/find-node.js';
import { main, runCommand } from './setup/run-command.js';

main(async () => {
  ensureDependencies();
  const node = findNode();
  ensurePages(node);
  if (ensureTools([TOOLS.ffmpeg]).length > 0) {
    console.error('Rostrum starts without it: what encoders send is passed through as it is.');
  }
  return runCommand(node, ['apps/server/src/main.ts', ...process.argv.slice(2)]);
});
