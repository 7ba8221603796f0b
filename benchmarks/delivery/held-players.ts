/**
 * Many players in one process: each keeps one connection and asks for the next part of the playlist as soon as it has
 * the one before. Says to its parent which position came when; stops when the parent lets it go.
 */
import { connect } from 'node:net';
import { argv, hrtime } from 'node:process';

const PARTS_IN_SEGMENT = 4;

const [, , port = '', path = '', players = '', firstMsn = '', firstPart = ''] = argv;
/** By position in parts from the beginning of the stream: when each answer was complete. */
const arrivals = new Map<number, number[]>();
const first = Number(firstMsn) * PARTS_IN_SEGMENT + Number(firstPart);
let waiting = 0;
let failures = 0;

for (let player = 0; player < Number(players); player++) {
  openPlayer();
  // A burst of connects would measure the listen queue.
  if (player % 100 === 99) await new Promise((resolve) => setTimeout(resolve, 5));
}

process.on('message', (message: { readonly type: string }) => {
  if (message.type !== 'report') return;
  process.send?.({ type: 'report', failures, arrivals: [...arrivals] });
});
process.on('disconnect', () => process.exit(0));

function openPlayer(): void {
  let position = first;
  let missingBytes = 0;
  const socket = connect({ host: '127.0.0.1', port: Number(port), noDelay: true }, ask);
  socket.on('error', () => failures++);
  socket.on('data', (chunk) => {
    missingBytes -= chunk.length;
    if (missingBytes < 0) missingBytes += sizeOfAnswer(chunk);
    if (missingBytes !== 0) return;
    const times = arrivals.get(position);
    if (times === undefined) arrivals.set(position, [nowMs()]);
    else times.push(nowMs());
    position += 1;
    ask();
  });

  function ask(): void {
    const msn = Math.floor(position / PARTS_IN_SEGMENT);
    const part = position % PARTS_IN_SEGMENT;
    missingBytes = 0;
    socket.write(
      `GET ${path}/video.m3u8?_HLS_msn=${msn}&_HLS_part=${part} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n`,
    );
    if (position === first && ++waiting === Number(players)) process.send?.({ type: 'waiting' });
  }
}

/** Of head and body together, from the chunk with the head. */
function sizeOfAnswer(chunk: Buffer): number {
  const end = chunk.indexOf('\r\n\r\n');
  const head = chunk.toString('latin1', 0, end);
  if (end < 0 || !head.startsWith('HTTP/1.1 200')) failures++;
  return end + 4 + Number(/content-length: (\d+)/.exec(head)?.[1]);
}

/** The same in all processes of a machine. */
function nowMs(): number {
  const [seconds, nanoseconds] = hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
