import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';
import { oneAtATime } from './one-at-a-time.js';

/**
 * A program of the system that Rostrum uses.
 * @typedef {{
 *   name: string,
 *   commands: string[],
 *   folders?: () => string[],
 *   isWhole?: (file: string) => boolean,
 *   debian: string[],
 *   why: string,
 * }} Tool
 */

/** @type {Record<'ffmpeg' | 'chromium' | 'postgresql' | 'php' | 'python', Tool>} */
export const TOOLS = {
  ffmpeg: {
    name: 'FFmpeg',
    commands: ['ffmpeg'],
    debian: ['ffmpeg'],
    why: 'the demo broadcast',
  },
  chromium: {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debian: ['chromium'],
    why: 'the browser tests',
  },
  postgresql: {
    name: 'PostgreSQL',
    commands: ['initdb'],
    folders: postgresFolders,
    debian: ['postgresql'],
    why: 'the tests of the database',
  },
  php: {
    name: 'PHP',
    commands: ['php'],
    // The command comes without it.
    isWhole: (file) =>
      spawnSync(file, ['-r', 'exit(class_exists("SimpleXMLElement") ? 0 : 1);']).status === 0,
    debian: ['php-cli', 'php-xml'],
    why: 'the tests with clients in PHP',
  },
  python: {
    name: 'Python',
    commands: ['python3'],
    // A minimal one lacks most of its library.
    isWhole: (file) =>
      spawnSync(file, ['-c', 'import urllib.request, xml.etree.ElementTree']).status === 0,
    debian: ['python3'],
    why: 'the tests with clients in Python',
  },
};

/** Debian keeps the server's programs out of PATH. Looked up each time: they may have been installed since. */
function postgresFolders() {
  try {
    return readdirSync('/usr/lib/postgresql').map((version) =>
      path.join('/usr/lib/postgresql', version, 'bin'),
    );
  } catch {
    return [];
  }
}

/**
 * Where a tool is; null where it is missing, or something of it.
 * @param {Tool} tool
 */
export function findTool(tool) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...(tool.folders?.() ?? [])];
  for (const folder of folders) {
    for (const command of tool.commands) {
      const file = path.join(folder, process.platform === 'win32' ? `${command}.exe` : command);
      try {
        accessSync(file, constants.X_OK);
        if (tool.isWhole?.(file) !== false) return file;
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

/**
 * Looks for the tools, and installs what is missing where that is possible (Debian's apt, as root). Says in words what
 * to type where it is not.
 * @param {Tool[]} tools
 * @returns {Tool[]} those that are still missing
 */
export function ensureTools(tools) {
  const isMissing = (/** @type {Tool} */ tool) => findTool(tool) === null;
  if (!tools.some(isMissing)) return [];
  return oneAtATime(() => {
    install(tools.filter(isMissing));
    const still = tools.filter(isMissing);
    for (const tool of still) console.error(howToInstall(tool));
    return still;
  });
}

/** @param {Tool[]} missing */
function install(missing) {
  if (missing.length === 0 || !canInstall()) return;
  const names = missing.map(({ name }) => name).join(', ');
  const packages = missing.flatMap(({ debian }) => debian);
  console.log(`Installing ${names} …`);
  // Without the recommended packages Chromium has no fonts to draw a page with.
  const fonts = missing.includes(TOOLS.chromium) ? ['fonts-dejavu-core'] : [];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...packages, ...fonts]);
}

/** @param {Tool} tool */
function howToInstall({ name, why, debian }) {
  const sudo = isRoot() ? '' : 'sudo ';
  const command = hasApt()
    ? `${sudo}apt-get install ${debian.join(' ')}`
    : `install ${name} with your system's package manager`;
  return `${name} is missing: it is needed for ${why}. To have it: ${command}`;
}

const canInstall = () => isRoot() && hasApt();
const isRoot = () => process.getuid?.() === 0;
const hasApt = () => spawnSync('apt-get', ['--version']).status === 0;
