import type { Readable } from 'node:stream';

/** What an action answers that serves a file instead of a value (its result is `servedFile`). */
export class FileAnswer {
  readonly contentType: string;
  readonly content: Uint8Array | Readable;
  /** What browsers call it when they save it; null where it has no name. */
  readonly fileName: string | null;
  /** How long the client that asked may keep it; 0 for not at all. */
  readonly cacheSeconds: number;
  /** Of a stream, where it is known. */
  readonly sizeBytes: number | null;
  /** Browsers save it, and never show it as a page of ours. */
  readonly isAttachment: boolean;

  constructor(facts: {
    readonly contentType: string;
    readonly content: Uint8Array | Readable;
    readonly fileName?: string;
    readonly cacheSeconds?: number;
    readonly sizeBytes?: number;
    readonly isAttachment?: boolean;
  }) {
    this.contentType = facts.contentType;
    this.content = facts.content;
    this.fileName = facts.fileName ?? null;
    this.cacheSeconds = facts.cacheSeconds ?? 0;
    this.sizeBytes = facts.sizeBytes ?? null;
    this.isAttachment = facts.isAttachment ?? false;
  }
}
