import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Somebody else's streaming: FFmpeg writes HLS of two-second segments, one web server has the multivariant playlist and
 * another one the media, each of an origin of its own.
 */
export class OutsideOrigin {
  /** Whether other sites may read it. */
  isOpenToPages = true;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'rostrum-outside-'));
  readonly #servers: readonly [Server, Server];
  #ffmpeg: ChildProcess | null = null;
  /** Grows with each show: what players have cached is not of this one. */
  #shows = 0;

  private constructor() {
    this.#servers = [createServer(), createServer()];
    for (const server of this.#servers) {
      server.on('request', (request, response) => {
        const headers = {
          'cache-control': 'no-cache',
          ...(this.isOpenToPages ? { 'access-control-allow-origin': '*' } : {}),
        };
        const name = path.basename((request.url ?? '').split('?')[0] ?? '');
        if (name === 'index.m3u8' && this.#ffmpeg !== null) {
          const media = `${this.mediaOrigin}/media-${this.#shows}.m3u8`;
          const variant = '#EXT-X-STREAM-INF:BANDWIDTH=500000,RESOLUTION=320x180';
          response.writeHead(200, headers).end(`#EXTM3U\n${variant}\n${media}\n`);
          return;
        }
        const file = createReadStream(path.join(this.#folder, name));
        file.once('open', () => {
          response.writeHead(200, headers);
          file.pipe(response);
        });
        file.once('error', () => response.writeHead(404, headers).end());
      });
    }
  }

  static async open(): Promise<OutsideOrigin> {
    const origin = new OutsideOrigin();
    for (const server of origin.#servers) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    return origin;
  }

  get url(): string {
    return `${originOf(this.#servers[0])}/index.m3u8`;
  }

  get origin(): string {
    return originOf(this.#servers[0]);
  }

  get mediaOrigin(): string {
    return originOf(this.#servers[1]);
  }

  /** Whether there is something to play. */
  isThere(): Promise<boolean> {
    const file = path.join(this.#folder, `media-${this.#shows}.m3u8`);
    return access(file).then(
      () => true,
      () => false,
    );
  }

  begin(): void {
    this.#shows += 1;
    this.#ffmpeg = spawn(
      'ffmpeg',
      [
        ...['-v', 'error', '-re', '-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=25'],
        ...['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'],
        ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-threads', '1'],
        ...['-g', '50', '-keyint_min', '50', '-sc_threshold', '0', '-c:a', 'aac', '-b:a', '64k'],
        ...['-f', 'hls', '-hls_time', '2', '-hls_list_size', '8'],
        ...['-hls_flags', 'program_date_time+delete_segments'],
        ...['-hls_segment_filename', path.join(this.#folder, `show${this.#shows}-%05d.ts`)],
        path.join(this.#folder, `media-${this.#shows}.m3u8`),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  }

  /** As a producer ends it: the playlist says so. */
  async end(): Promise<void> {
    await this.#stop('SIGTERM');
  }

  /** As a machine that dies: the playlist stands still. */
  async die(): Promise<void> {
    await this.#stop('SIGKILL');
  }

  async close(): Promise<void> {
    await this.#stop('SIGKILL');
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #stop(signal: NodeJS.Signals): Promise<void> {
    const ffmpeg = this.#ffmpeg;
    if (ffmpeg === null || ffmpeg.exitCode !== null || ffmpeg.signalCode !== null) return;
    const exited = once(ffmpeg, 'exit');
    ffmpeg.kill(signal);
    await exited;
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
