import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type ChannelSettings,
  type ChannelStatus,
  type Composition,
  recordingPath,
  type Take,
  type TakeTrim,
} from '@rostrum/contracts';
import { FolderArchive } from '../archive/folder-archive.ts';
import { openRecordingLog } from '../archive/testing/recording-log.ts';
import { type MediaServer, openMediaServer } from '../origin/media-server.ts';
import { type Channels, openChannels } from '../stream/channels.ts';
import { SETTINGS, TestClock } from '../stream/testing/test-channels.ts';

const run = promisify(execFile);

const SECRET = new TextEncoder().encode('the playback secret of a test');

/** Later than every clock of a test. */
const EXPIRES_AT_SECONDS = 4_000_000_000;

export const RECORDED: ChannelSettings = { ...SETTINGS, isRecorded: true };

export function macOf(text: string): string {
  return createHmac('sha256', SECRET).update(text).digest('base64url');
}

export type PlayedRecording = {
  /** Packets by codec, as FFmpeg counts them. */
  readonly packets: { readonly [codec: string]: number };
  readonly durationMs: number;
  /** What FFmpeg had to complain about when it decoded everything. */
  readonly complaints: string;
};

/** Channels over a folder and the media port, as the media process has them; only the clock is moved by hand. */
export class RecordingStudio {
  readonly directory: string;
  readonly clock = new TestClock();
  readonly log = openRecordingLog();
  readonly statuses: ChannelStatus[] = [];
  archive: FolderArchive;
  channels: Channels;
  server: MediaServer;

  private constructor(directory: string, opened: Opened) {
    this.directory = directory;
    this.archive = opened.archive;
    this.channels = opened.channels;
    this.server = opened.server;
  }

  /** @param directory an archive that is there already; one of its own where it is absent */
  static async open(
    directory = mkdtempSync(join(tmpdir(), 'rostrum-recordings-')),
  ): Promise<RecordingStudio> {
    const parts = { clock: new TestClock(), log: openRecordingLog(), statuses: [] };
    return Object.assign(new RecordingStudio(directory, await openAll(directory, parts)), parts);
  }

  /** As a process that stopped, and one that starts. */
  async restart(how: 'stopped' | 'killed' = 'stopped'): Promise<void> {
    if (how === 'stopped') this.channels.close();
    await this.server.close();
    await this.archive.close();
    const opened = await openAll(this.directory, this);
    Object.assign(this, opened);
  }

  async close(): Promise<void> {
    this.channels.close();
    await this.server.close();
    await this.archive.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What control was told last. */
  get takes(): readonly Take[] {
    return this.statuses.at(-1)?.takes ?? [];
  }

  pathOf(takes: readonly (Take & { readonly trim?: TakeTrim })[]): string {
    const composition: Composition = takes.map(({ generation, trim = null }) => ({
      webcastId: SETTINGS.webcastId,
      generation,
      trim,
    }));
    return recordingPath(composition, EXPIRES_AT_SECONDS, macOf);
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.server.port}${path}`;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return await fetch(this.url(path), { headers });
  }

  async text(path: string): Promise<string> {
    return await (await this.get(path)).text();
  }

  /** Lets FFmpeg play it over HTTP. */
  async play(takes: Parameters<RecordingStudio['pathOf']>[0]): Promise<PlayedRecording> {
    const url = this.url(`${this.pathOf(takes)}/index.m3u8`);
    const decoded = await run('ffmpeg', ['-v', 'error', '-i', url, '-f', 'null', '-']);
    const shown = 'stream=codec_name,nb_read_packets:format=duration';
    const probed = await run('ffprobe', [
      ...['-v', 'error', '-count_packets', '-show_entries', shown, '-of', 'json', url],
    ]);
    const { streams, format } = JSON.parse(probed.stdout) as {
      readonly streams: readonly { codec_name: string; nb_read_packets: string }[];
      readonly format: { readonly duration: string };
    };
    return {
      packets: Object.fromEntries(
        streams.map(({ codec_name, nb_read_packets }) => [codec_name, Number(nb_read_packets)]),
      ),
      durationMs: 1000 * Number(format.duration),
      complaints: decoded.stderr,
    };
  }

  /** The picture's colour in each second of playing time: `red`, `lime`, `blue` or `black`. */
  async colours(takes: Parameters<RecordingStudio['pathOf']>[0]): Promise<string> {
    const url = this.url(`${this.pathOf(takes)}/index.m3u8`);
    const { stdout } = await run(
      'ffmpeg',
      [
        ...['-v', 'error', '-i', url, '-vf', 'fps=1,scale=1:1', '-f', 'rawvideo'],
        ...['-pix_fmt', 'rgb24', '-'],
      ],
      { encoding: 'buffer' },
    );
    let colours = '';
    for (let at = 0; at + 2 < stdout.length; at += 3) {
      const [red = 0, green = 0, blue = 0] = stdout.subarray(at, at + 3);
      colours += red > 128 ? 'R' : green > 128 ? 'G' : blue > 128 ? 'B' : '-';
    }
    return colours;
  }
}

type Opened = {
  readonly archive: FolderArchive;
  readonly channels: Channels;
  readonly server: MediaServer;
};

async function openAll(
  directory: string,
  { clock, log, statuses }: Pick<RecordingStudio, 'clock' | 'log' | 'statuses'>,
): Promise<Opened> {
  const archive = new FolderArchive({ directory, log });
  const channels = openChannels({
    ask: async () => ({ isAllowed: true, settings: RECORDED }),
    archive,
    clock,
    timers: clock,
    onStatus: (status) => statuses.push(status),
    log,
    reconnectWindowMs: 60_000,
  });
  await channels.restore();
  const server = await openMediaServer({
    host: '127.0.0.1',
    port: 0,
    generations: channels,
    archive,
    playbackSecret: SECRET,
    clock: clock.nowMs,
    log,
  });
  return { archive, channels, server };
}
