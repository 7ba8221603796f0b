/** The media process answers at once, where it is there and its disk works. */
const ANSWER_TIMEOUT_MS = 10_000;

/** Questions to the media process that wait for their answers, by number. */
export class MediaQuestions<Answer> {
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #nextRequestId = 1;

  /**
   * @param send asks under a number
   * @throws where there is no answer in time
   */
  ask(what: string, send: (requestId: number) => void): Promise<Answer> {
    const requestId = this.#nextRequestId++;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const timer = setTimeout(() => {
      this.#waiting.delete(requestId);
      reject(new Error(`the media process has not answered in time: ${what}`));
    }, ANSWER_TIMEOUT_MS);
    this.#waiting.set(requestId, (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    send(requestId);
    return promise;
  }

  /** What comes too late is dropped. */
  answer(requestId: number, answer: Answer): void {
    this.#waiting.get(requestId)?.(answer);
    this.#waiting.delete(requestId);
  }
}
