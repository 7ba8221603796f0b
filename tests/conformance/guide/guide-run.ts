import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Encoder } from '../../e2e/encoder.ts';
import type { ServerUnderTest } from '../../e2e/server-under-test.ts';

type Done = { readonly entryId: string; readonly recordingId: string };

/** What a script says, a line each. */
type Line =
  | { readonly ask: 'publish'; readonly url: string; readonly streamName: string }
  | { readonly done: Done };

/** A script in some language on its way through a webcast; the encoder that it asks for is started here. */
export class GuideRun {
  /** Rejects with what the script complained of. */
  readonly finished: Promise<Done>;
  readonly #child: ChildProcess;
  #encoder: Encoder | null = null;

  constructor(command: string, script: string, server: ServerUnderTest) {
    const child = spawn(
      command,
      [path.join(import.meta.dirname, script), `${server.url}/`, '100', server.adminSecret],
      { stdio: 'pipe' },
    );
    this.#child = child;
    let complaints = '';
    child.stderr.on('data', (text: Buffer) => {
      complaints += text.toString();
    });
    this.finished = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) =>
        reject(new Error(`${script} ended with ${code}:\n${complaints}`)),
      );
      createInterface(child.stdout).on('line', (text) => {
        const line = readLine(text);
        if (line === null) complaints += `${text}\n`;
        else if ('done' in line) resolve(line.done);
        else {
          this.#publish(line);
          child.stdin.write('done\n');
        }
      });
    });
  }

  async close(): Promise<void> {
    this.#child.kill();
    await this.#encoder?.cut();
  }

  #publish({ url, streamName }: Exclude<Line, { done: Done }>): void {
    const [address = '', query = ''] = url.split('?');
    // FFmpeg asks for an address that the server does not listen at first.
    this.#encoder = new Encoder(
      `${address.replace('localhost', '127.0.0.1')}/${streamName}?${query}`,
    );
  }
}

function readLine(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}
