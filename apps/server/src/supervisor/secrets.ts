import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '@rostrum/settings';
import type { Secrets } from '../link/process-messages.ts';

/**
 * The installation's secrets: those of the settings, else those kept in `secrets.json` of the data folder, else new
 * random ones, which are kept there (mode 0600).
 */
export function openSecrets(settings: Settings): Secrets {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(settings.dataDir, 'secrets.json');
  const kept = readKept(file);
  const secrets: Secrets = {
    adminSecret: kept.adminSecret ?? randomBytes(16).toString('hex'),
    userSecret: kept.userSecret ?? randomBytes(16).toString('hex'),
    playbackSecret: kept.playbackSecret ?? randomBytes(32).toString('base64'),
  };
  if (Object.keys(kept).length < Object.keys(secrets).length) {
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${file}.new`, file);
  }
  return {
    ...secrets,
    ...(settings.adminSecret === null ? {} : { adminSecret: settings.adminSecret }),
    ...(settings.userSecret === null ? {} : { userSecret: settings.userSecret }),
  };
}

function readKept(file: string): Partial<Secrets> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    // Making new ones would end every session and every encoder's address without a word.
    throw new Error(
      `${file} is not JSON. Restore it from a backup, or delete it to get new secrets.`,
    );
  }
}
