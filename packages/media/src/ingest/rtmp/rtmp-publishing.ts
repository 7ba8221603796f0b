import type { MediaLog } from '../../media-log.ts';
import { RTMP_TYPE } from '../../rtmp/rtmp-message.ts';
import { FlvToFrames } from '../flv/flv-to-frames.ts';
import type { Publication, PublicationEnd } from '../publication.ts';
import type { RtmpAddress } from './rtmp-address.ts';
import { splitAggregate } from './rtmp-aggregate.ts';

/** One publication over one connection: media messages in, frames out, and what went wrong with them reported. */
export class RtmpPublishing {
  readonly messageStreamId: number;
  readonly webcastId: string;
  readonly #publication: Publication;
  readonly #flv: FlvToFrames;
  readonly #log: MediaLog;
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #handleAbort: () => void;

  /** `handleClosed` gets the reason when the server wants the encoder gone. */
  constructor(
    messageStreamId: number,
    address: RtmpAddress,
    publication: Publication,
    log: MediaLog,
    fields: Readonly<Record<string, unknown>>,
    handleClosed: (reason: string) => void,
  ) {
    this.messageStreamId = messageStreamId;
    this.webcastId = address.webcastId;
    this.#publication = publication;
    this.#flv = new FlvToFrames((frame) => publication.write(frame));
    this.#log = log;
    this.#fields = { webcastId: address.webcastId, slot: address.slot, ...fields };
    this.#handleAbort = () => handleClosed(abortMessage(publication.closed));
    publication.closed.addEventListener('abort', this.#handleAbort);
    log.info(this.#fields, 'encoder publishes');
  }

  /** Takes an audio, video, data or aggregate message. Returns why the encoder must be refused; null as a rule. */
  take(typeId: number, timestampMs: number, payload: Uint8Array): string | null {
    switch (typeId) {
      case RTMP_TYPE.video:
        return this.#flv.readVideo(timestampMs, payload);
      case RTMP_TYPE.audio:
        return this.#flv.readAudio(timestampMs, payload);
      case RTMP_TYPE.data:
        this.#flv.readScript(payload);
        return null;
      case RTMP_TYPE.aggregate:
        return this.#takeAggregate(timestampMs, payload);
      default:
        return null;
    }
  }

  reportDrops(): void {
    const dropped = this.#flv.drops.take();
    if (dropped === null) return;
    this.#publication.countDropped(dropped.frames);
    this.#log.warn(
      { ...this.#fields, dropped: dropped.reasons },
      'parts of the stream could not be used',
    );
  }

  end(how: PublicationEnd, reason: string | null): void {
    this.#publication.closed.removeEventListener('abort', this.#handleAbort);
    this.reportDrops();
    this.#log.info({ ...this.#fields, how, reason }, 'encoder gone');
    try {
      this.#publication.end(how);
    } catch (error) {
      // A defect behind the port ends this publication; the caller may be anywhere, a signal or a timer too.
      this.#log.error({ ...this.#fields, error }, 'publication could not be ended');
    }
  }

  #takeAggregate(timestampMs: number, payload: Uint8Array): string | null {
    let refusal: string | null = null;
    const isWhole = splitAggregate(payload, timestampMs, (typeId, tagMs, tag) => {
      // An aggregate in an aggregate does not exist.
      if (typeId !== RTMP_TYPE.aggregate) refusal ??= this.take(typeId, tagMs, tag);
    });
    if (!isWhole) this.#flv.drops.count('truncated aggregate message');
    return refusal;
  }
}

/** The reason's message, where the server gave one. */
export function abortMessage(signal: AbortSignal): string {
  const { reason } = signal;
  return reason instanceof Error && reason.name !== 'AbortError'
    ? reason.message
    : 'The server has closed this stream.';
}
