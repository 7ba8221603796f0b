import { type HttpRefusal, type HttpRequest, HttpRequestParser } from './http-request.ts';

/** Request line and fields together. */
export const MAXIMUM_HEAD_BYTES = 16 * 1024;

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

const TOO_LARGE: HttpRefusal = { status: 431, message: 'The header fields are too large.' };

/** Cuts what arrives on a connection into requests. */
export class HttpRequestReader {
  readonly #parser = new HttpRequestParser();
  #bytes: Buffer | null = null;
  #position = 0;

  /** Bytes that belong to no finished request yet. */
  get pendingBytes(): number {
    return this.#bytes === null ? 0 : this.#bytes.length - this.#position;
  }

  push(chunk: Buffer): void {
    const rest = this.#bytes?.subarray(this.#position);
    this.#bytes = rest === undefined || rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    this.#position = 0;
  }

  /** The next request, or what is wrong with it; null until the rest of it arrives. */
  next(): HttpRequest | HttpRefusal | null {
    const bytes = this.#bytes;
    if (bytes === null) return null;
    this.#skipEmptyLines(bytes);
    const end = bytes.indexOf(END_OF_HEAD, this.#position);
    if (end < 0) {
      if (bytes.length - this.#position > MAXIMUM_HEAD_BYTES) return TOO_LARGE;
      if (bytes.length === this.#position) this.#bytes = null;
      return null;
    }
    if (end - this.#position > MAXIMUM_HEAD_BYTES) return TOO_LARGE;
    const head = bytes.toString('latin1', this.#position, end + 2);
    this.#position = end + 4;
    if (this.#position === bytes.length) this.#bytes = null;
    return this.#parser.parse(head);
  }

  /** Old clients send a line end after a request (RFC 9112 clause 2.2). */
  #skipEmptyLines(bytes: Buffer): void {
    while (bytes[this.#position] === CARRIAGE_RETURN && bytes[this.#position + 1] === LINE_FEED) {
      this.#position += 2;
    }
  }
}
