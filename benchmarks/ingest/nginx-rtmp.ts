import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const MODULE = '/usr/lib/nginx/modules/ngx_rtmp_module.so';

/** nginx with its RTMP module, writing HLS into memory: one worker, as its documentation shows it. */
export class NginxRtmp {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly rtmpPort: number;

  private constructor(child: ChildProcess, folder: string, rtmpPort: number) {
    this.#child = child;
    this.#folder = folder;
    this.rtmpPort = rtmpPort;
  }

  /** @throws when nginx or its module is missing, with the command that installs it */
  static async start(): Promise<NginxRtmp> {
    if (!existsSync(MODULE)) {
      throw new Error('nginx-rtmp is missing: apt-get install nginx libnginx-mod-rtmp');
    }
    // /dev/shm is memory: the peer is not measured by a disk.
    const folder = mkdtempSync(
      path.join(existsSync('/dev/shm') ? '/dev/shm' : '/tmp', 'rostrum-nginx-'),
    );
    mkdirSync(path.join(folder, 'hls'), { mode: 0o777 });
    const rtmpPort = await freePort();
    writeFileSync(path.join(folder, 'nginx.conf'), configuration(folder, rtmpPort));
    const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    await listening(rtmpPort);
    return new NginxRtmp(child, folder, rtmpPort);
  }

  /** The worker does all the work; the master only waits. */
  get workerPid(): number {
    const { pid } = this.#child;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return Number(children[0]);
  }

  get playlistCount(): number {
    return readdirSync(path.join(this.#folder, 'hls')).filter((name) => name.endsWith('.m3u8'))
      .length;
  }

  async close(): Promise<void> {
    const exited = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    await exited;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function configuration(folder: string, rtmpPort: number): string {
  return `
load_module ${MODULE};
daemon off;
user root;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log error;
events { worker_connections 1024; }
rtmp {
  server {
    listen 127.0.0.1:${rtmpPort};
    access_log off;
    application live {
      live on;
      hls on;
      hls_path ${folder}/hls;
      hls_fragment 2s;
      hls_playlist_length 30s;
    }
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function listening(port: number): Promise<void> {
  const { connect } = await import('node:net');
  for (let attempt = 0; attempt < 100; attempt++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing listens on port ${port}`);
}
