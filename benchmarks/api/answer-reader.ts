const HEAD_END = Buffer.from('\r\n\r\n');

export type Answer = { readonly head: string; readonly body: string };

/** Cuts what comes on a connection that stays into answers; each names its length. */
export class AnswerReader {
  #pending: Buffer = Buffer.alloc(0);

  /** @returns the answers that a chunk completes */
  take(chunk: Buffer): readonly Answer[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const answers: Answer[] = [];
    for (;;) {
      const headEnd = this.#pending.indexOf(HEAD_END);
      if (headEnd === -1) return answers;
      const head = this.#pending.toString('latin1', 0, headEnd);
      const start = headEnd + HEAD_END.length;
      const end = start + Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (this.#pending.length < end) return answers;
      answers.push({ head, body: this.#pending.toString('utf8', start, end) });
      this.#pending = this.#pending.subarray(end);
    }
  }
}

export function isRefusal({ head, body }: Answer): boolean {
  return !head.startsWith('HTTP/1.1 200') || body.includes('KalturaAPIException');
}
