import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderArchive } from '../../archive/folder-archive.ts';
import { openRecordingLog } from '../../archive/testing/recording-log.ts';
import { SAMPLE_GENERATION, SAMPLE_SETTINGS } from '../../archive/testing/sample-media.ts';
import type { GenerationArchive } from '../../package/segment-archive.ts';
import { type MediaServer, type MediaServerOptions, openMediaServer } from '../media-server.ts';
import {
  PLAYBACK_SECRET,
  playbackPath,
  SampleGeneration,
  type SampleOptions,
} from './sample-generation.ts';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** A media server over a real archive in a folder of its own, with one generation. */
export type OriginFixture = {
  readonly server: MediaServer;
  readonly generation: SampleGeneration;
  readonly archive: GenerationArchive;
  readonly takes: Pick<FolderArchive, 'findTake'>;
  /** Where the generation's files are. */
  readonly folder: string;
  readonly log: ReturnType<typeof openRecordingLog>;
  /** Unix time of the server's clock, ms; may be set. */
  readonly time: { nowMs: number };
  /** Asks for a file of the generation, or for a whole path. */
  get(file: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  /** A connection to the port, with everything that has come back so far. */
  connect(): Promise<{ readonly socket: Socket; received(): string }>;
  close(): Promise<void>;
};

export async function openOriginFixture(
  options: Partial<MediaServerOptions> & SampleOptions = {},
): Promise<OriginFixture> {
  const directory = mkdtempSync(join(tmpdir(), 'rostrum-origin-'));
  const log = openRecordingLog();
  const folder = new FolderArchive({ directory, log });
  const archive = folder.create(SAMPLE_SETTINGS, SAMPLE_GENERATION, 'on-air', 0);
  const generation = new SampleGeneration(archive, options);
  const time = { nowMs: 1_800_000_000_000 };
  const server = await openMediaServer({
    host: '127.0.0.1',
    port: 0,
    generations: generation,
    archive: folder,
    playbackSecret: PLAYBACK_SECRET,
    clock: () => time.nowMs,
    log,
    ...options,
  });
  return {
    server,
    generation,
    archive,
    takes: folder,
    folder: join(directory, SAMPLE_SETTINGS.webcastId, SAMPLE_GENERATION),
    log,
    time,
    get: (file, headers = {}, method = 'GET') => {
      const path = file.startsWith('/') ? file : `${playbackPath()}/${file}`;
      return ask(server.port, path, headers, method);
    },
    connect: () => openConnection(server.port),
    close: async () => {
      await server.close();
      await folder.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function ask(
  port: number,
  path: string,
  headers: Record<string, string>,
  method: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        resolve({ status, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    asked.end();
  });
}

function openConnection(port: number): Promise<{ readonly socket: Socket; received(): string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect({ host: '127.0.0.1', port }, () =>
      resolve({ socket, received: () => text }),
    );
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
  });
}
