// Runs a TypeScript file of the repository on the right Node: `node scripts/run.js scripts/check.ts`.
import { ensureDependencies } from './setup/ensure-dependencies.js';
import { findNode } from './setup/find-node.js';
import { main, runCommand } from './setup/run-command.js';

main(async () => {
  ensureDependencies();
  return runCommand(findNode(), process.argv.slice(2));
});
