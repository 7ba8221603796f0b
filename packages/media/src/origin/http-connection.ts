import type { Socket } from 'node:net';
import type { HttpRefusal, HttpRequest } from './http-request.ts';
import { HttpRequestReader } from './http-request-reader.ts';
import { encodeHead, type MediaReply, type RestOfBody, textReply } from './media-reply.ts';
import type { MediaRequest } from './media-request.ts';

/** What a connection does with a request: see `HlsRoutes.answer`. */
export type AnswerRequest = (
  request: MediaRequest,
  respond: (reply: MediaReply) => void,
) => (() => void) | null;

/** Times are in sweeps: the connection is told about each one. */
export type ConnectionLimits = {
  /** For a request's line and fields, from its first byte. */
  readonly headSweeps: number;
  /** Between an answer and the next request. */
  readonly idleSweeps: number;
  /** From a question to its answer; held requests are answered much earlier. */
  readonly questionSweeps: number;
  /** For the client to take an answer, whatever its size. */
  readonly answerSweeps: number;
  /** For each sweep more, an answer may be this much larger. */
  readonly minimumBytesPerSweep: number;
};

/** What the connections of a server have in common. */
export type ConnectionHost = {
  readonly answer: AnswerRequest;
  readonly limits: ConnectionLimits;
  /** The Date field of this moment. */
  readonly date: () => string;
  readonly counters: { requests: number; sentBytes: number; refusedRequests: number };
  readonly onClose: (connection: HttpConnection) => void;
};

/**
 * A client that has sent this much ahead of its answers is no player, and is closed. To stop reading instead would also
 * hide that it has gone away.
 */
const MAXIMUM_AHEAD_BYTES = 16 * 1024;

/** Up to this size an answer is one buffer that all its viewers share; larger ones go out beside their head. */
const PACKET_BYTES = 128 * 1024;

const TOO_SLOW = textReply(408, 'The request took too long.');

/**
 * One client's HTTP/1.1 connection: a request, its answer, the next request. The answers are buffers that all viewers
 * share, and the next one is made when the client has taken the one before, so that a slow client costs what it has not
 * taken of one answer, and no copy of it.
 *
 * Between requests neither `#isAnswering` nor `#isSending` holds; while an answer is waited for, `#giveUp` withdraws the
 * question; `#isSending` until the client has taken the answer; `#isLast` from the moment when no more will come.
 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #host: ConnectionHost;
  readonly #reader = new HttpRequestReader();
  #giveUp: (() => void) | null = null;
  #isAnswering = false;
  #isSending = false;
  /** What is to be read once the client has taken what it was sent. */
  #rest: RestOfBody | null = null;
  #missingBytes = 0;
  #isReading = false;
  #isLast = false;
  /** Sweeps that are left for what is going on. */
  #sweepsLeft: number;

  constructor(socket: Socket, host: ConnectionHost) {
    this.#socket = socket;
    this.#host = host;
    this.#sweepsLeft = host.limits.idleSweeps;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('drain', () => this.#continue());
    // What went wrong with a client's network is told by the close that follows.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#close());
  }

  /** Counts the time down; the server calls it at regular intervals. */
  sweep(): void {
    this.#sweepsLeft -= 1;
    if (this.#sweepsLeft > 0) return;
    if (this.#isBusy || this.#reader.pendingBytes === 0) this.#socket.destroy();
    else this.#refuse(TOO_SLOW);
  }

  /** Ends the connection: at once where nothing is to be answered, otherwise with the answer that is under way. */
  shutDown(): void {
    this.#isLast = true;
    if (!this.#isAnswering && !this.#isSending) this.#socket.destroy();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    if (this.#isLast && !this.#isAnswering) return;
    this.#reader.push(chunk);
    this.#serve();
    if (this.#isLast) return;
    if (this.#isBusy && this.#reader.pendingBytes > MAXIMUM_AHEAD_BYTES) {
      this.#host.counters.refusedRequests += 1;
      this.#socket.destroy();
    }
  }

  get #isBusy(): boolean {
    return this.#isAnswering || this.#isSending || this.#isLast;
  }

  /** Answers what has arrived, until an answer has to be waited for. */
  #serve(): void {
    while (!this.#isBusy) {
      const request = this.#reader.next();
      if (request === null) {
        this.#expectRequest();
        return;
      }
      if ('status' in request) {
        this.#host.counters.refusedRequests += 1;
        this.#refuse(refusalReply(request));
        return;
      }
      this.#answer(request);
      if (this.#rest !== null) this.#continue();
    }
  }

  #expectRequest(): void {
    const { headSweeps, idleSweeps } = this.#host.limits;
    if (this.#reader.pendingBytes === 0) this.#sweepsLeft = idleSweeps;
    else if (this.#sweepsLeft > headSweeps) this.#sweepsLeft = headSweeps;
  }

  #answer(request: HttpRequest): void {
    this.#host.counters.requests += 1;
    this.#isAnswering = true;
    this.#sweepsLeft = this.#host.limits.questionSweeps;
    let isAnsweredNow = true;
    const giveUp = this.#host.answer(request, (reply) => {
      this.#isAnswering = false;
      this.#giveUp = null;
      this.#send(request, reply);
      if (!isAnsweredNow) this.#continue();
    });
    isAnsweredNow = false;
    if (this.#isAnswering) this.#giveUp = giveUp;
  }

  #send(request: HttpRequest, reply: MediaReply): void {
    const socket = this.#socket;
    if (socket.destroyed) {
      reply.rest?.close?.();
      return;
    }
    if (!request.isKeepAlive) this.#isLast = true;
    const { host, isLast } = { host: this.#host, isLast: this.#isLast };
    const isHead = request.method === 'HEAD';
    host.counters.sentBytes += isHead ? 0 : reply.sizeBytes;
    let isTaken: boolean;
    if (!isHead && !isLast && isPacket(reply)) {
      isTaken = socket.write(reply.packet(host.date()));
    } else {
      isTaken = writeReply(
        socket,
        encodeHead(reply, host.date(), isLast),
        isHead ? [] : reply.body,
      );
    }
    this.#isSending = !isTaken;
    if (!isHead && reply.rest !== null) {
      this.#expectToBeTaken(reply.sizeBytes - reply.rest.sizeBytes);
      this.#isSending = true;
      this.#rest = reply.rest;
      this.#missingBytes = reply.rest.sizeBytes;
      return;
    }
    this.#expectToBeTaken(reply.sizeBytes);
    reply.rest?.close?.();
    if (isLast) socket.end();
  }

  /** Gives the client time for what it has just been sent: of hours of a download no more than for its next piece. */
  #expectToBeTaken(sizeBytes: number): void {
    const { answerSweeps, minimumBytesPerSweep } = this.#host.limits;
    this.#sweepsLeft = answerSweeps + sizeBytes / minimumBytesPerSweep;
  }

  /** The next piece of an answer that is not in memory. */
  async #sendRest(rest: RestOfBody): Promise<void> {
    this.#isReading = true;
    const piece = await rest.next().catch(() => null);
    this.#isReading = false;
    // The size has been announced: all that can be done about a missing piece is not to seem to be whole.
    if (piece === null) this.#socket.destroy();
    if (piece === null || this.#socket.destroyed) return;
    this.#missingBytes -= piece.length;
    this.#expectToBeTaken(piece.length);
    if (this.#missingBytes === 0) {
      this.#rest = null;
      rest.close?.();
    }
    if (this.#socket.write(piece)) this.#continue();
  }

  /** After an answer has been taken: the next request. */
  #continue(): void {
    if (this.#socket.writableNeedDrain || this.#isReading) return;
    if (this.#rest !== null) {
      void this.#sendRest(this.#rest);
      return;
    }
    this.#isSending = false;
    if (this.#isLast && !this.#isAnswering) this.#socket.end();
    this.#serve();
  }

  /** Says what is wrong and closes: where the next request would begin is not known. */
  #refuse(reply: MediaReply): void {
    this.#isLast = true;
    writeReply(this.#socket, encodeHead(reply, this.#host.date(), true), reply.body);
    this.#socket.end();
    this.#sweepsLeft = this.#host.limits.answerSweeps;
  }

  #close(): void {
    this.#giveUp?.();
    this.#giveUp = null;
    this.#rest?.close?.();
    this.#rest = null;
    this.#host.onClose(this);
  }
}

/** Whether a reply goes out as one buffer that all its viewers share. */
function isPacket({ body, rest, sizeBytes }: MediaReply): boolean {
  return rest === null && body.length === 1 && sizeBytes <= PACKET_BYTES;
}

function writeReply(socket: Socket, head: string, body: readonly Uint8Array[]): boolean {
  if (body.length === 0) return socket.write(head, 'latin1');
  socket.cork();
  let isTaken = socket.write(head, 'latin1');
  for (const buffer of body) isTaken = socket.write(buffer);
  socket.uncork();
  return isTaken;
}

function refusalReply({ status, message }: HttpRefusal): MediaReply {
  return textReply(status, message, status === 405 ? [['allow', 'GET, HEAD, OPTIONS']] : []);
}
