import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type RunningProcess = {
  readonly name: string;
  readonly pid: number;
  readonly isReady: boolean;
};

/** The whole server as `npm start` runs it, on free ports and a data folder of its own. */
export class ServerUnderTest {
  readonly dataDir: string;
  readonly #child: ChildProcess;
  readonly #output: string[] = [];
  readonly exited: Promise<number | null>;

  private constructor(dataDir: string, env: Record<string, string>) {
    this.dataDir = dataDir;
    this.#child = spawn(process.execPath, ['apps/server/src/main.ts'], {
      cwd: ROOT,
      env: {
        ...process.env,
        ROSTRUM_HTTP_PORT: '0',
        ROSTRUM_MEDIA_PORT: '0',
        ROSTRUM_RTMP_PORT: '0',
        ROSTRUM_DATA_DIR: dataDir,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data: Buffer) => this.#output.push(data.toString()));
    }
    this.exited = new Promise((resolve) => this.#child.once('exit', (code) => resolve(code)));
  }

  /** Starts a server and waits until all of it accepts work. */
  static async start(env: Record<string, string> = {}, dataDir?: string): Promise<ServerUnderTest> {
    const folder = dataDir ?? mkdtempSync(path.join(tmpdir(), 'rostrum-e2e-'));
    const server = new ServerUnderTest(folder, env);
    await server.#printed('Rostrum is ready');
    return server;
  }

  /** Everything the server has printed so far. */
  get output(): string {
    return this.#output.join('');
  }

  get #run() {
    return JSON.parse(readFileSync(path.join(this.dataDir, 'run.json'), 'utf8')) as {
      readonly processes: readonly RunningProcess[];
      readonly publicUrl: string;
      readonly rtmpPort: number;
      readonly sample: { webcastId: string; streamName: string; streamToken: string };
    };
  }

  get url(): string {
    return this.#run.publicUrl;
  }

  get sample() {
    return this.#run.sample;
  }

  get rtmpPort(): number {
    return this.#run.rtmpPort;
  }

  /** The address of the sample webcast as FFmpeg takes it. */
  get publishUrl(): string {
    const { rtmpPort, sample } = this.#run;
    return `rtmp://127.0.0.1:${rtmpPort}/kLive/${sample.streamName}?t=${sample.streamToken}`;
  }

  get adminSecret(): string {
    return JSON.parse(readFileSync(path.join(this.dataDir, 'secrets.json'), 'utf8')).adminSecret;
  }

  pidOf(name: string): number {
    const pid = this.#run.processes.find((process) => process.name === name)?.pid;
    if (pid === undefined) throw new Error(`no process ${name} is running\n${this.output}`);
    return pid;
  }

  async health(): Promise<{ status: number; body: { processes: readonly RunningProcess[] } }> {
    const response = await fetch(`${this.url}/healthz`);
    return { status: response.status, body: (await response.json()) as never };
  }

  /** Calls an action of the API and returns what it answered; throws its error. */
  async call<T>(service: string, action: string, parameters: Record<string, unknown>): Promise<T> {
    const response = await fetch(`${this.url}/api_v3/service/${service}/action/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 1, ...parameters }),
    });
    const answer = (await response.json()) as { code?: string; message?: string } | null;
    if (answer?.code !== undefined && answer.message !== undefined) {
      throw new Error(`${service}.${action}: ${answer.code}: ${answer.message}`);
    }
    return answer as T;
  }

  adminSession(): Promise<string> {
    return this.call('session', 'start', { secret: this.adminSecret, type: 2, partnerId: 100 });
  }

  /** Whether viewers of the sample webcast get the picture. */
  isLive(): Promise<boolean> {
    return this.call('liveStream', 'isLive', { id: this.sample.webcastId });
  }

  /** The media address that the sample webcast's viewers are sent to; null while there is neither show nor replay. */
  async manifestUrl(webcastId = this.sample.webcastId): Promise<string | null> {
    const response = await fetch(
      `${this.url}/p/100/sp/10000/playManifest/entryId/${webcastId}/protocol/http/format/applehttp/a.m3u8`,
      { redirect: 'manual' },
    );
    return response.status === 302 ? response.headers.get('location') : null;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Stops the server as an operator would. */
  async stopKeepingData(): Promise<number | null> {
    this.signal('SIGTERM');
    return await this.exited;
  }

  /** Stops the server as an operator would, and removes its data. */
  async stop(): Promise<number | null> {
    const code = await this.stopKeepingData();
    rmSync(this.dataDir, { recursive: true, force: true });
    return code;
  }

  #printed(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = () => {
        if (!this.output.includes(text)) return;
        this.#child.stdout?.off('data', check);
        resolve();
      };
      this.#child.stdout?.on('data', check);
      this.exited.then(() => reject(new Error(`the server ended:\n${this.output}`)));
    });
  }
}

/** Waits until `probe` gives something, asking again and again; fails with `what` after the limit. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  limitMs = 20_000,
): Promise<T> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const value = await probe();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > deadline) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
