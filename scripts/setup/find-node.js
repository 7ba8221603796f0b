import { existsSync } from 'node:fs';
import { inRoot } from './paths.js';

/** The server runs TypeScript directly and uses the embedded SQLite: both need this version. */
const MINIMUM = { major: 22, minor: 18 };

/** Node for the server: the pinned one that came with the dependencies, else the machine's own where that is new enough. */
export function findNode() {
  const windows = process.platform === 'win32';
  const packages = [
    `node-${windows ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ];
  for (const name of packages) {
    const pinned = inRoot('node_modules', name, 'bin', windows ? 'node.exe' : 'node');
    if (existsSync(pinned)) return pinned;
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isLater = major === MINIMUM.major && minor >= MINIMUM.minor;
  if (major > MINIMUM.major || isLater) return process.execPath;
  throw new Error(
    `Rostrum needs Node ${MINIMUM.major}.${MINIMUM.minor} or later on this system (this is ${process.versions.node}, and there is no package of Node for ${process.platform} ${process.arch}).`,
  );
}
