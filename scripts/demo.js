// `npm run demo`: a test broadcast into the sample webcast of a running server.
import { ensureDependencies } from './setup/ensure-dependencies.js';
import { ensureTools, findTool, TOOLS } from './setup/ensure-tools.js';
import { findNode } from './setup/find-node.js';
import { main, runCommand } from './setup/run-command.js';

main(async () => {
  ensureDependencies();
  if (ensureTools([TOOLS.ffmpeg]).length > 0) return 1;
  const ffmpeg = findTool(TOOLS.ffmpeg) ?? 'ffmpeg';
  return runCommand(findNode(), ['scripts/demo/main.ts', ffmpeg]);
});
