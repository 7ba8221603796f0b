import type { PublishDecision, PublishRequest } from '@rostrum/contracts';
import type { Frame } from '../stream/frame.ts';

/** How an encoder went: `clean` said goodbye (FCUnpublish, deleteStream), `broken` just vanished. */
export type PublicationEnd = 'clean' | 'broken';

/** The write side of a stream, as every ingest protocol sees it. */
export interface Publication {
  /** Takes a frame. Never throws and never waits: what can't be used is counted. */
  write(frame: Frame): void;
  /** Counts frames that were damaged on their way, or that were no frames. */
  countDropped(frames: number): void;
  /** Ends the publication; only the first call counts. */
  end(how: PublicationEnd): void;
  /** Aborted when the server wants the encoder gone; the reason's message is for the encoder's log. */
  readonly closed: AbortSignal;
}

/** What ingest needs from outside: one question, and a place for the frames. */
export interface PublicationGate {
  /** Asks whether this encoder may publish; with a yes, the publication is open and must be ended by the caller. */
  open(
    request: PublishRequest,
  ): Promise<Publication | Extract<PublishDecision, { isAllowed: false }>>;
}
