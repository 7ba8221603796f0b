import { readdir, readFile, readlink } from 'node:fs/promises';

export type Listener = { readonly pid: number; readonly command: string };

/** Who listens on a TCP port, as far as Linux tells this user; null where it does not. */
export async function findListener(port: number): Promise<Listener | null> {
  const inodes = await listeningInodes(port);
  if (inodes.size === 0) return null;
  const names = await readdir('/proc').catch(() => []);
  for (const name of names) {
    if (/^\d+$/.test(name) && (await holdsOneOf(name, inodes))) {
      const command = await readFile(`/proc/${name}/comm`, 'utf8').catch(() => '');
      return { pid: Number(name), command: command.trim() || 'a program' };
    }
  }
  return null;
}

const LISTENING = '0A';

/** `man 5 proc_net_tcp`: the local address and port in hexadecimal, the state, and tenth the socket's inode. */
async function listeningInodes(port: number): Promise<ReadonlySet<string>> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const rows = tables
    .flatMap((text) => text.split('\n').slice(1))
    .map((row) => row.trim().split(/\s+/));
  return new Set(
    rows
      .filter(([, local, , state]) => state === LISTENING && local?.endsWith(`:${hex}`))
      .flatMap((row) => row[9] ?? []),
  );
}

async function holdsOneOf(pid: string, inodes: ReadonlySet<string>): Promise<boolean> {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  for (const descriptor of descriptors) {
    const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined && inodes.has(inode)) return true;
  }
  return false;
}
