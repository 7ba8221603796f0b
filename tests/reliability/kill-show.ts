import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Encoder } from '../e2e/encoder.ts';
import { eventually, ServerUnderTest } from '../e2e/server-under-test.ts';
import type { Random } from '../fuzz/random.ts';
import { AcknowledgedWrites } from './acknowledged-writes.ts';
import { checkRecording, type RecordingReport } from './check-recording.ts';
import { playlistLength } from './playlist-length.ts';

const VICTIMS = ['media', 'control', 'supervisor'] as const;

type Victim = (typeof VICTIMS)[number];

/** Long enough for a show to get somewhere, short enough to hit processes that are only starting. */
const LONGEST_PAUSE_MS = 4000;

const FRAMES_PER_SECOND = 30;

/** What a kill may cost of what was published: the part that was being written, and the one before it. */
const LOST_AT_MOST_S = 1.1;

export type KillShowReport = {
  readonly kills: Readonly<Record<Victim, number>>;
  /** Acknowledged changes that were looked for at the end. */
  readonly writes: number;
  readonly recording: RecordingReport;
  readonly problems: readonly string[];
};

export type KillShowOptions = {
  readonly times: number;
  readonly random: Random;
  readonly log: (line: string) => void;
};

/**
 * A show with a real encoder that comes back by itself and with clients that change things, while processes of the server
 * are killed at random moments. At the end everything that was acknowledged has to be there.
 */
export class KillShow {
  readonly #options: KillShowOptions;
  readonly #kills: Record<Victim, number> = { media: 0, control: 0, supervisor: 0 };
  readonly #problems: string[] = [];
  #server: ServerUnderTest;
  readonly #env: Record<string, string>;
  #encoder: Encoder | null = null;
  #deck: Victim[] = [];
  #isOver = false;
  #longestS = 0;

  private constructor(
    options: KillShowOptions,
    server: ServerUnderTest,
    env: Record<string, string>,
  ) {
    this.#options = options;
    this.#server = server;
    this.#env = env;
  }

  static async run(options: KillShowOptions): Promise<KillShowReport> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'rostrum-kill-'));
    const env = { ...(await freePorts()), ROSTRUM_RECONNECT_SECONDS: '120' };
    const server = await ServerUnderTest.start(env, dataDir);
    const show = new KillShow(options, server, env);
    try {
      return await show.#run();
    } finally {
      show.#isOver = true;
      await show.#encoder?.cut();
      await show.#server.stop();
    }
  }

  async #run(): Promise<KillShowReport> {
    const publishing = this.#publish();
    const manifestUrl = await eventually('on air', () => this.#manifestUrl(), 60_000);
    const ks = await this.#server.adminSession();
    const writes = new AcknowledgedWrites(this.#server.url, ks);
    const writing = writes.run();
    for (let count = 1; count <= this.#options.times; count++) {
      await pause(this.#options.random.below(LONGEST_PAUSE_MS));
      await this.#kill(count, manifestUrl);
    }
    await this.#moves(manifestUrl);
    await this.#look(manifestUrl);
    writes.stop();
    await writing;
    this.#isOver = true;
    await this.#encoder?.stop();
    await publishing;
    const recording = await checkRecording(this.#server, ks);
    this.#compare(recording);
    this.#problems.push(...(await writes.check()));
    return {
      kills: this.#kills,
      writes: writes.count,
      recording,
      problems: this.#problems,
    };
  }

  /** An encoder as people set them up: it comes back whenever it is cut off. */
  async #publish(): Promise<void> {
    while (!this.#isOver) {
      this.#encoder = new Encoder(this.#server.publishUrl, {
        size: '160x90',
        framesPerSecond: FRAMES_PER_SECOND,
      });
      await this.#encoder.exited;
      await pause(250);
    }
  }

  async #kill(count: number, manifestUrl: string): Promise<void> {
    const { log } = this.#options;
    await this.#look(manifestUrl);
    const victim = this.#draw();
    const pid = this.#pidOf(victim);
    if (pid !== null) {
      log(`${count}: kill -9 ${victim} at ${this.#longestS.toFixed(1)} s`);
      this.#kills[victim]++;
      killIfThere(pid);
    }
    if (victim === 'supervisor') {
      await this.#server.exited;
      // What the operator's service manager does.
      this.#server = await ServerUnderTest.start(this.#env, this.#server.dataDir);
    }
  }

  /** Each of them once in three kills, in an order that nobody knows. */
  #draw(): Victim {
    if (this.#deck.length === 0) this.#deck = [...VICTIMS];
    const [victim = 'media'] = this.#deck.splice(this.#options.random.below(this.#deck.length), 1);
    return victim;
  }

  #pidOf(victim: Victim): number | null {
    try {
      return this.#server.pidOf(victim);
    } catch {
      // It is being started again at this moment.
      return null;
    }
  }

  /** What viewers have been shown once must not go away. */
  async #look(manifestUrl: string): Promise<void> {
    const lengthS = await playlistLength(manifestUrl);
    if (lengthS === null) return;
    if (lengthS < this.#longestS - LOST_AT_MOST_S) {
      this.#problems.push(
        `${lengthS.toFixed(1)} s are in the playlist, where ${this.#longestS.toFixed(1)} s were`,
      );
    }
    this.#longestS = Math.max(this.#longestS, lengthS);
  }

  /** After the last kill the show goes on, at the same address. */
  async #moves(manifestUrl: string): Promise<void> {
    const before = await eventually('a playlist', () => playlistLength(manifestUrl), 60_000);
    await eventually(
      'the playlist moves',
      async () => ((await playlistLength(manifestUrl)) ?? 0) > before + 3,
      60_000,
    );
  }

  #compare({ lengthS, frames, complaints }: RecordingReport): void {
    if (complaints !== '') this.#problems.push(`FFmpeg about the recording: ${complaints}`);
    if (lengthS < this.#longestS - LOST_AT_MOST_S) {
      this.#problems.push(
        `the recording has ${lengthS.toFixed(1)} s, the playlist had ${this.#longestS.toFixed(1)} s`,
      );
    }
    const framesS = frames / FRAMES_PER_SECOND;
    if (Math.abs(framesS - lengthS) > 1 + lengthS / 50) {
      this.#problems.push(`${frames} pictures are no ${lengthS.toFixed(1)} s`);
    }
  }

  #manifestUrl(): Promise<string | null> {
    return this.#server.manifestUrl().catch(() => null);
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself since it was listed.
  }
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

/** A server that is started again is found at the same address, as in real life. */
async function freePorts(): Promise<Record<string, string>> {
  const names = ['ROSTRUM_HTTP_PORT', 'ROSTRUM_MEDIA_PORT', 'ROSTRUM_RTMP_PORT'];
  const servers = await Promise.all(names.map(() => listen()));
  const ports = servers.map(({ port }) => String(port));
  await Promise.all(servers.map(({ close }) => close()));
  return Object.fromEntries(names.map((name, index) => [name, ports[index] ?? '0']));
}

function listen(): Promise<{ readonly port: number; close(): Promise<unknown> }> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ port, close: () => new Promise((closed) => server.close(closed)) });
    });
  });
}
