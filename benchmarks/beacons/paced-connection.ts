import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Answer, AnswerReader } from '../api/answer-reader.ts';

/** A connection that stays, for requests that are sent when they are due, whether the one before was answered or not. */
export class PacedConnection {
  readonly #socket: Socket;
  readonly #waiting: ((answer: Answer) => void)[] = [];

  private constructor(socket: Socket) {
    this.#socket = socket;
    const reader = new AnswerReader();
    socket.on('data', (chunk) => {
      for (const answer of reader.take(chunk)) this.#waiting.shift()?.(answer);
    });
  }

  /** @param localAddress where it seems to come from: any of 127.0.0.0/8 */
  static async open(address: string, localAddress: string): Promise<PacedConnection> {
    const { hostname: host, port } = new URL(address);
    const socket = connect({ host, port: Number(port), localAddress }).setNoDelay(true);
    await once(socket, 'connect');
    return new PacedConnection(socket);
  }

  /** Resolves with the answer. */
  post(path: string, contentType: string, body: string): Promise<Answer> {
    this.#socket.write(
      `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${contentType}\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#socket.destroy();
  }
}
