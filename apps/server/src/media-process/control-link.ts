import type {
  ControlToMedia,
  MediaToControl,
  PublishDecision,
  PublishRequest,
} from '@rostrum/contracts';
import type { SupervisorLink } from '../link/supervisor-link.ts';

type Question = {
  readonly request: PublishRequest;
  readonly answer: (decision: PublishDecision) => void;
};

/** The media process's side of the line to the control process. */
export class ControlLink {
  readonly #link: SupervisorLink<MediaToControl, ControlToMedia>;
  readonly #questions = new Map<number, Question>();
  #nextRequestId = 1;

  constructor(link: SupervisorLink<MediaToControl, ControlToMedia>) {
    this.#link = link;
  }

  /**
   * Asks whether an encoder may publish. While the control process is down the question waits, and is asked again when
   * it is back.
   *
   * @throws the signal's reason when it is aborted first
   */
  authorizePublish(request: PublishRequest, signal: AbortSignal): Promise<PublishDecision> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const requestId = this.#nextRequestId++;
      const stop = () => {
        this.#questions.delete(requestId);
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
      this.#questions.set(requestId, {
        request,
        answer: (decision) => {
          signal.removeEventListener('abort', stop);
          resolve(decision);
        },
      });
      this.#link.send({ type: 'authorize-publish', requestId, request });
    });
  }

  /** The control process is (again) there: asks what is still unanswered. */
  repeatQuestions(): void {
    for (const [requestId, { request }] of this.#questions) {
      this.#link.send({ type: 'authorize-publish', requestId, request });
    }
  }

  decide(requestId: number, decision: PublishDecision): void {
    this.#questions.get(requestId)?.answer(decision);
    this.#questions.delete(requestId);
  }
}
