import http, {
  type IncomingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

export type Received = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

type Answer = (response: ServerResponse, received: Received) => void;

/** Somebody's server that webhooks go to, on this machine. */
export class ReceiverForTests {
  readonly received: Received[] = [];
  /** How the next requests are answered. */
  answer: Answer = (response) => response.end();
  readonly #server: http.Server;
  readonly #isSecure: boolean;
  #arrived = Promise.withResolvers<void>();

  private constructor(tls: https.ServerOptions | null) {
    const listener: RequestListener = (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const received = {
          path: request.url ?? '',
          headers: request.headers,
          body: Buffer.concat(chunks).toString(),
        };
        this.received.push(received);
        this.#arrived.resolve();
        this.#arrived = Promise.withResolvers<void>();
        this.answer(response, received);
      });
    };
    this.#isSecure = tls !== null;
    this.#server = tls === null ? http.createServer(listener) : https.createServer(tls, listener);
  }

  static async start(tls: https.ServerOptions | null = null): Promise<ReceiverForTests> {
    const receiver = new ReceiverForTests(tls);
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.#isSecure ? 'https' : 'http'}://localhost:${this.port}/hooks`;
  }

  /** What was told, in the order in which it came. */
  get events(): { readonly type: string; readonly timestamp: string; readonly data: never }[] {
    return this.received.map(({ body }) => JSON.parse(body));
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  /** Answers all with a status. */
  answerWith(status: number, body = '', headers: Record<string, string> = {}): void {
    this.answer = (response) => response.writeHead(status, headers).end(body);
  }

  /** Resolves once there are so many requests. */
  async until(count: number): Promise<void> {
    while (this.received.length < count) await this.#arrived.promise;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
