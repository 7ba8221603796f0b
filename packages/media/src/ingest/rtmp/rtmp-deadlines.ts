import type { RtmpLimits } from './rtmp-limits.ts';

/** The states of a session, as far as time is concerned. */
export type RtmpPhase =
  | 'opening'
  | 'connected'
  | 'authorizing'
  | 'publishing'
  | 'closing'
  | 'closed';

export type RtmpProgress = { readonly isHandshakeDone: boolean; readonly receivedBytes: number };

/** Says when a session has waited too long, by a clock that ticks about once a second. */
export class RtmpDeadlines {
  readonly #limits: RtmpLimits;
  #nowMs: number;
  /** When the present deadline began to run, by the last tick. */
  #sinceMs: number;
  #wasHandshakeDone = false;
  #lastReceivedBytes = 0;

  constructor(limits: RtmpLimits, nowMs: number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
    this.#sinceMs = nowMs;
  }

  /** The session has entered another phase. */
  restart(): void {
    this.#sinceMs = this.#nowMs;
  }

  /** Why the time is up; null where it is not. */
  check(nowMs: number, phase: RtmpPhase, progress: RtmpProgress): string | null {
    this.#nowMs = nowMs;
    switch (phase) {
      case 'opening':
      case 'connected':
        return this.#checkOpening(progress.isHandshakeDone);
      case 'authorizing':
        return this.#hasWaited(this.#limits.authorizeTimeoutMs) ? 'no answer from the gate' : null;
      case 'publishing':
        return this.#checkIdle(progress.receivedBytes);
      case 'closing':
        return this.#hasWaited(this.#limits.lingerMs) ? 'told to go and still there' : null;
      case 'closed':
        return null;
    }
  }

  #checkOpening(isHandshakeDone: boolean): string | null {
    if (!isHandshakeDone) {
      return this.#hasWaited(this.#limits.handshakeTimeoutMs) ? 'no handshake in time' : null;
    }
    if (!this.#wasHandshakeDone) this.restart();
    this.#wasHandshakeDone = true;
    return this.#hasWaited(this.#limits.publishTimeoutMs) ? 'nothing published in time' : null;
  }

  #checkIdle(receivedBytes: number): string | null {
    if (receivedBytes !== this.#lastReceivedBytes) this.restart();
    this.#lastReceivedBytes = receivedBytes;
    return this.#hasWaited(this.#limits.idleTimeoutMs) ? 'the encoder has fallen silent' : null;
  }

  #hasWaited(durationMs: number): boolean {
    return this.#nowMs - this.#sinceMs >= durationMs;
  }
}
