import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endChild, requireProgram, SERVER_CORE } from './pinned-process.ts';

export type NginxStatic = {
  readonly port: number;
  /** Of the worker, which does the work. */
  readonly pid: number;
  close(): Promise<void>;
};

/** nginx with one worker on the server's core, serving files from memory (the page cache) with sendfile. */
export async function openNginxStatic(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<NginxStatic> {
  const nginx = requireProgram('nginx', 'apt-get install nginx');
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-nginx-'));
  // The worker may run as another user.
  chmodSync(directory, 0o755);
  mkdirSync(join(directory, 'files'));
  for (const [name, bytes] of files) writeFileSync(join(directory, 'files', name), bytes);
  const port = await findFreePort();
  const path = join(directory, 'nginx.conf');
  writeFileSync(path, configuration(directory, port));
  const master = spawn('taskset', ['-c', String(SERVER_CORE), nginx, '-c', path, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitUntilListening(port, master);
  return {
    port,
    pid: workerOf(master.pid ?? 0),
    close: async () => {
      await endChild(master, 'SIGQUIT');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function configuration(directory: string, port: number): string {
  return `
daemon off;
error_log stderr crit;
worker_processes 1;
pid ${directory}/nginx.pid;
events { worker_connections 20000; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  types { application/vnd.apple.mpegurl m3u8; video/mp4 m4s; }
  client_body_temp_path ${directory}/body;
  proxy_temp_path ${directory}/proxy;
  fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi;
  scgi_temp_path ${directory}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${directory}/files;
    add_header Access-Control-Allow-Origin "*";
    add_header Cache-Control "public, max-age=1";
  }
}
`;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitUntilListening(port: number, master: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (master.exitCode !== null) throw new Error('nginx did not start');
    try {
      await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1000) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('nginx did not listen');
}

function workerOf(master: number): number {
  const children = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}
