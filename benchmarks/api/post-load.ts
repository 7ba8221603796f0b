import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

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

const HEAD_END = Buffer.from('\r\n\r\n');

/** How many answers came on one connection. */
function exchange(socket: Socket, request: Buffer, endsAt: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    let pending = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const headEnd = pending.indexOf(HEAD_END);
      if (headEnd === -1) return;
      const head = pending.toString('latin1', 0, headEnd);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      const answerEnd = headEnd + HEAD_END.length + length;
      if (pending.length < answerEnd) return;
      const answer = pending.toString('utf8', headEnd + HEAD_END.length, answerEnd);
      if (!head.startsWith('HTTP/1.1 200') || answer.includes('KalturaAPIException')) {
        socket.destroy();
        reject(new Error(`a call was refused: ${answer.slice(0, 200)}`));
        return;
      }
      pending = pending.subarray(answerEnd);
      count++;
      if (performance.now() < endsAt) socket.write(request);
      else socket.end(() => resolve(count));
    });
    socket.write(request);
  });
}
