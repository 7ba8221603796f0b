import type { PublishRefusalCode, PublishRequest } from '@rostrum/contracts';
import type { Frame } from '../../stream/frame.ts';
import type { Publication, PublicationEnd, PublicationGate } from '../publication.ts';

/** A publication for tests: keeps its frames, and can be waited for. */
export class TestPublication implements Publication {
  readonly request: PublishRequest;
  readonly frames: Frame[] = [];
  readonly ended: Promise<PublicationEnd>;
  readonly closed: AbortSignal;
  droppedFrames = 0;
  readonly #controller = new AbortController();
  readonly #resolveEnd: (how: PublicationEnd) => void;
  #waiting: { readonly isEnough: () => boolean; readonly resolve: () => void } | null = null;

  constructor(request: PublishRequest) {
    this.request = request;
    this.closed = this.#controller.signal;
    const { promise, resolve } = Promise.withResolvers<PublicationEnd>();
    this.ended = promise;
    this.#resolveEnd = resolve;
  }

  write(frame: Frame): void {
    this.frames.push(frame);
    if (this.#waiting?.isEnough()) {
      this.#waiting.resolve();
      this.#waiting = null;
    }
  }

  countDropped(frames: number): void {
    this.droppedFrames += frames;
  }

  end(how: PublicationEnd): void {
    this.#resolveEnd(how);
  }

  /** What the server does to send the encoder away. */
  abort(reason: Error): void {
    this.#controller.abort(reason);
  }

  /** Resolves once there are as many frames of a kind. */
  async framesOf<Kind extends Frame['kind']>(
    kind: Kind,
    count: number,
  ): Promise<readonly Extract<Frame, { kind: Kind }>[]> {
    const found = () =>
      this.frames.filter((frame): frame is Extract<Frame, { kind: Kind }> => frame.kind === kind);
    const isEnough = () => found().length >= count;
    if (!isEnough()) {
      await new Promise<void>((resolve) => {
        this.#waiting = { isEnough, resolve };
      });
    }
    return found();
  }
}

/** A gate for tests: opens for every token but `wrong`, and only once for each slot at a time. */
export class TestGate implements PublicationGate {
  readonly publications: TestPublication[] = [];
  readonly #open = new Set<string>();
  readonly #waiting: ((publication: TestPublication) => void)[] = [];

  async open(
    request: PublishRequest,
  ): Promise<Publication | { isAllowed: false; code: PublishRefusalCode; message: string }> {
    const place = `${request.webcastId} ${request.slot}`;
    if (request.streamToken === 'wrong') {
      return { isAllowed: false, code: 'wrong-token', message: 'The stream token is wrong.' };
    }
    if (this.#open.has(place)) {
      return { isAllowed: false, code: 'slot-in-use', message: 'Another encoder is publishing.' };
    }
    this.#open.add(place);
    const publication = new TestPublication(request);
    void publication.ended.then(() => this.#open.delete(place));
    this.publications.push(publication);
    this.#waiting.shift()?.(publication);
    return publication;
  }

  /** Resolves with the next publication that is opened. */
  next(): Promise<TestPublication> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

export type LogLine = {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: Record<string, unknown>;
  readonly message: string;
};

/** A log for tests, as lines. */
export function testLog() {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, fields, message });
  };
  return {
    lines,
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
  };
}
