import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SeenRequest = {
  readonly url: string;
  // biome-ignore lint/suspicious/noExplicitAny: what was sent is what the tests are about
  readonly body: any;
};

export type Answer = (response: ServerResponse, request: SeenRequest) => void;

/** A server that answers as a test says, one answer for each request in turn; the last one goes on. */
export class ServerForTests {
  readonly requests: SeenRequest[] = [];
  readonly #server: Server;
  #answers: readonly Answer[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<ServerForTests> {
    const server = createServer();
    const opened = new ServerForTests(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = request.headers['content-type'] === 'application/json';
        const seen = { url: request.url ?? '', body: isJson ? JSON.parse(text) : text };
        opened.requests.push(seen);
        const answer =
          opened.#answers[Math.min(opened.requests.length, opened.#answers.length) - 1];
        if (answer === undefined) throw new Error(`Nobody has said what to answer ${seen.url}`);
        answer(response, seen);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return opened;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  answers(...answers: readonly Answer[]): void {
    this.requests.length = 0;
    this.#answers = answers;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function json(value: unknown): Answer {
  return (response) => void response.end(JSON.stringify(value));
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (response) => void response.writeHead(code, headers).end('<html>');
}

export const hangUp: Answer = (response) => void response.destroy();

export function refusal(code: string, args: unknown = []): object {
  return { objectType: 'KalturaAPIException', code, message: `${code}, in words`, args };
}
