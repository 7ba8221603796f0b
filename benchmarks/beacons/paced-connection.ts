import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** A connection that stays, for requests that are sent when they are due, whether the one before was answered or not. */
export class PacedConnection {
  readonly #socket: Socket;
  readonly #waiting: ((answer: string) => void)[] = [];
  #pending: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
  }

  /** @param localAddress where it seems to come from: any of 127.0.0.0/8 */
  static async open(address: string, localAddress: string): Promise<PacedConnection> {
    const { hostname: host, port } = new URL(address);
    const socket = connect({ host, port: Number(port), localAddress }).setNoDelay(true);
    await once(socket, 'connect');
    return new PacedConnection(socket);
  }

  /** Resolves with the answer, head and body. */
  post(path: string, contentType: string, body: string): Promise<string> {
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${contentType}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    for (;;) {
      const headEnd = this.#pending.indexOf(HEAD_END);
      if (headEnd === -1) return;
      const head = this.#pending.toString('latin1', 0, headEnd);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      const end = headEnd + HEAD_END.length + length;
      if (this.#pending.length < end) return;
      this.#waiting.shift()?.(this.#pending.toString('utf8', 0, end));
      this.#pending = this.#pending.subarray(end);
    }
  }
}
