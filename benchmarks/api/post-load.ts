import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { AnswerReader, isRefusal } from './answer-reader.ts';

/** Sends one request again and again on some connections, the next as soon as the answer is there. */
export async function postLoad(
  address: string,
  path: string,
  body: object,
  options: { readonly connections: number; readonly seconds: number },
): Promise<{ readonly requests: number; readonly seconds: number }> {
  const { hostname, port } = new URL(address);
  const text = JSON.stringify(body);
  const request = Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
  const startedAt = performance.now();
  const endsAt = startedAt + options.seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const socket = connect(Number(port), hostname).setNoDelay(true);
      await once(socket, 'connect');
      return exchange(socket, request, endsAt);
    }),
  );
  const requests = counts.reduce((sum, count) => sum + count, 0);
  return { requests, seconds: (performance.now() - startedAt) / 1000 };
}

/** How many answers came on one connection. */
function exchange(socket: Socket, request: Buffer, endsAt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    const reader = new AnswerReader();
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      const [answer] = reader.take(chunk);
      if (answer === undefined) return;
      if (isRefusal(answer)) {
        socket.destroy();
        reject(new Error(`a call was refused: ${answer.body.slice(0, 200)}`));
        return;
      }
      count++;
      if (performance.now() < endsAt) socket.write(request);
      else socket.end(() => resolve(count));
    });
    socket.write(request);
  });
}
