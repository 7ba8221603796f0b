import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../surroundings.ts';
import { type Finding, fault, fine, warning } from './finding.ts';

/** What the server needs: it runs TypeScript directly, and has the embedded SQLite. */
const NODE_MINIMUM = { major: 22, minor: 18 };

const ANSWER_TIMEOUT_MS = 10_000;

/** What FFmpeg has to be able to write, and what for. */
const ENCODERS: readonly { readonly names: readonly string[]; readonly why: string }[] = [
  {
    names: ['libx264', 'h264_nvenc', 'h264_qsv', 'h264_vaapi', 'h264_videotoolbox'],
    why: 'the demo’s picture',
  },
  { names: ['aac', 'libfdk_aac'], why: 'the demo’s tone' },
  { names: ['mjpeg'], why: 'thumbnails' },
  { names: ['png'], why: 'thumbnails with transparency' },
];

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew =
    major > NODE_MINIMUM.major || (major === NODE_MINIMUM.major && minor >= NODE_MINIMUM.minor);
  if (isNew) return fine('Node', version);
  return fault(
    'Node',
    `${version} is too old: the server needs ${NODE_MINIMUM.major}.${NODE_MINIMUM.minor} or later`,
    'In a clone, npm start and npm run rostrum bring the right one with the dependencies; else install Node 24.',
  );
}

export async function checkFfmpeg(env: Environment): Promise<Finding> {
  const file = await findProgram(['ffmpeg'], env);
  if (file === null) {
    return warning(
      'FFmpeg',
      'not installed: no thumbnails, no pictures of one’s own, no demo; streaming works without',
      'Debian and Ubuntu: apt-get install ffmpeg. macOS: brew install ffmpeg.',
    );
  }
  const [version, encoders] = await Promise.all([
    answerOf(file, ['-version'], env),
    answerOf(file, ['-hide_banner', '-encoders'], env),
  ]);
  const number = /version (\S+)/.exec(version ?? '')?.[1];
  if (number === undefined || encoders === null)
    return fault('FFmpeg', `${file} does not run`, `Look what ${file} -version says.`);
  const there = new Set([...encoders.matchAll(/^ [VAS][.A-Z]{5} (\S+)/gm)].map(([, name]) => name));
  const missing = ENCODERS.filter(({ names }) => !names.some((name) => there.has(name)));
  if (missing.length === 0) return fine('FFmpeg', `${number}, with the encoders that matter`);
  const list = missing.map(({ names, why }) => `${names[0]} (${why})`).join(', ');
  return warning('FFmpeg', `${number}, without ${list}`, 'Install a complete build of FFmpeg.');
}

/** Programs that only some things need. */
const OPTIONAL = [
  {
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    why: 'only the browser tests need it',
  },
  { name: 'LibreOffice', commands: ['soffice', 'libreoffice'], why: 'only presentations need it' },
] as const;

export async function checkOptionalPrograms(env: Environment): Promise<readonly Finding[]> {
  return Promise.all(
    OPTIONAL.map(async ({ name, commands, why }) => {
      const file = await findProgram(commands, env);
      return fine(name, file ?? `not installed; ${why}`);
    }),
  );
}

async function findProgram(names: readonly string[], env: Environment): Promise<string | null> {
  for (const folder of (env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      const isThere = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
    }
  }
  return null;
}

/** What a program prints; null where it does not run. */
function answerOf(file: string, args: readonly string[], env: Environment): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      file,
      [...args],
      { env: { ...env }, timeout: ANSWER_TIMEOUT_MS, maxBuffer: 4_000_000 },
      (error, out) => resolve(error === null ? out : null),
    );
  });
}
