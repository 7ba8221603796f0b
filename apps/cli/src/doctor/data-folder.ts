import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Finding, fault, fine, warning } from './finding.ts';

const OTHERS = 0o077;

/** The data folder and the secrets in it: whose they are, and who else may read them. */
export async function checkDataFolder(
  dataDir: string,
  userId: number | null,
): Promise<readonly Finding[]> {
  const check = 'data folder';
  const there = await stat(dataDir).catch((error: NodeJS.ErrnoException) => error.code ?? 'error');
  if (there === 'ENOENT')
    return [fine(check, `${dataDir} is not there yet; the first start makes it`)];
  if (typeof there === 'string')
    return [
      fault(
        check,
        `${dataDir} can't be read (${there})`,
        'Give it to the user that runs the server.',
      ),
    ];
  if (!there.isDirectory())
    return [fault(check, `${dataDir} is no folder`, 'Set ROSTRUM_DATA_DIR to a folder.')];
  const findings = [judge(check, dataDir, there, userId, '0700')];
  const secrets = path.join(dataDir, 'secrets.json');
  const kept = await stat(secrets).catch(() => null);
  if (kept !== null) findings.push(judge('secrets.json', secrets, kept, userId, '0600'));
  return findings;
}

function judge(
  check: string,
  file: string,
  { mode, uid }: { readonly mode: number; readonly uid: number },
  userId: number | null,
  wanted: string,
): Finding {
  // Windows has neither.
  if (userId === null) return fine(check, file);
  const shown = (mode & 0o777).toString(8).padStart(4, '0');
  if (userId !== 0 && uid !== userId) {
    return fault(
      check,
      `${file} belongs to user ${uid}, and this is user ${userId}`,
      `Run as the user that runs the server, or: chown -R ${userId} ${file}`,
    );
  }
  if ((mode & OTHERS) !== 0) {
    return warning(
      check,
      `${file} has mode ${shown}: other users of this machine can look in`,
      `chmod ${wanted} ${file}`,
    );
  }
  return fine(check, `${file}, mode ${shown}`);
}
