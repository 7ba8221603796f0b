import { RostrumError } from '../rostrum-error.ts';
import { type ApiRequest, isRead, nameOf } from './api-request.ts';
import { attempt } from './attempt.ts';
import { withClearing } from './clearing.ts';
import { parseAnswer, refusalIn } from './parse-answer.ts';
import { checkTokens } from './result-token.ts';
import { withRetries } from './retries.ts';
import { isSessionRefused, SessionHolder, type SessionSource } from './session-holder.ts';

export type DoorOptions = {
  /** Where the server is: `https://live.example.com`. A trailing slash does no harm. */
  readonly serviceUrl: string;
  readonly partnerId: number;
  readonly session?: SessionSource | undefined;
  readonly timeoutMs?: number | undefined;
  readonly retries?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
  readonly onFailure?: ((error: RostrumError) => void) | undefined;
};

export type CallOptions = {
  /** Ends the call, also while it waits for its next attempt; the call fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long each attempt may take, ms; default: the client's. */
  readonly timeoutMs?: number | undefined;
  /**
   * Whether doing it twice does no more than doing it once, so that it may be tried again after a failure that leaves
   * open whether it was done. Default: yes for actions that only read.
   */
  readonly isRepeatable?: boolean | undefined;
};

/** Makes a call of any action; the answer is what the server sent, unchecked. */
export type AnyCall = (
  service: string,
  action: string,
  params?: Readonly<Record<string, unknown>>,
  options?: CallOptions,
) => Promise<unknown>;

type Files = Readonly<Record<string, Blob>>;

/** What came of one call of several. */
export type Settled<Result = unknown> =
  | { readonly status: 'fulfilled'; readonly value: Result }
  | { readonly status: 'rejected'; readonly reason: RostrumError };

const DEFAULT_TIMEOUT_MS = 20_000;
/** Files are slower than calls. */
const UPLOAD_TIMEOUT_MS = 300_000;
const DEFAULT_RETRIES = 2;

/** The way to the server: calls become bytes, and answers values or errors. */
export class Door {
  readonly serviceUrl: string;
  readonly sessions: SessionHolder;
  readonly #options: DoorOptions;

  /** @throws TypeError, RangeError for options that can't be meant */
  constructor(options: DoorOptions) {
    this.serviceUrl = checkServiceUrl(options.serviceUrl);
    checkNumber('timeoutMs', options.timeoutMs ?? 1, 1);
    checkNumber('retries', options.retries ?? 0, 0);
    this.#options = options;
    this.sessions = new SessionHolder(options.session ?? null);
  }

  async send(request: ApiRequest, options: CallOptions = {}): Promise<unknown> {
    const isRepeatable = options.isRepeatable ?? isRead(request);
    const { service, action, params, files } = request;
    const path = `${service}/action/${action}`;
    const name = nameOf(request);
    return await this.#heard(() =>
      this.#withSession(request, async (common) => {
        const body = { ...common, ...withClearing(params) };
        const call = { path, name, body, files, isRepeatable };
        return await this.#post(call, options);
      }),
    );
  }

  /** All in one request, in order; each may use what earlier ones have answered. One that is refused stops no other. */
  async sendAll(
    requests: readonly ApiRequest[],
    options: CallOptions = {},
  ): Promise<readonly Settled[]> {
    if (requests.length === 0) return [];
    for (const [index, request] of requests.entries()) {
      checkTokens(request.params, index, nameOf(request));
      if (request.files === undefined) continue;
      throw new TypeError(`${nameOf(request)} takes a file, and can't be in a multirequest`);
    }
    const isRepeatable = options.isRepeatable ?? requests.every(isRead);
    const name = `multirequest of ${requests.map(nameOf).join(', ')}`;
    const numbered = Object.fromEntries(
      requests.map(({ service, action, params }, index) => [
        index + 1,
        { ...withClearing(params), service, action },
      ]),
    );
    const answers = await this.#heard(() =>
      this.#withSession(null, async (common) => {
        const body = { ...common, ...numbered };
        const call = { path: 'multirequest', name, body, files: undefined, isRepeatable };
        const answer = await this.#post(call, options);
        if (Array.isArray(answer) && answer.length === requests.length) {
          // Refused at the door, all of them: nothing was done.
          const refusals = answer.map((each) => refusalIn(each, name));
          const [first] = refusals;
          if (first && refusals.every(isSessionRefused)) throw first;
          return answer as unknown[];
        }
        throw new RostrumError('bad-answer', `${name} was not answered with as many answers`, {
          action: name,
        });
      }),
    );
    return requests.map((request, index): Settled => {
      const reason = refusalIn(answers[index], nameOf(request));
      if (reason === null) return { status: 'fulfilled', value: answers[index] };
      this.#options.onFailure?.(reason);
      return { status: 'rejected', reason };
    });
  }

  async #post(
    call: {
      readonly path: string;
      readonly name: string;
      readonly body: Readonly<Record<string, unknown>>;
      readonly files: Files | undefined;
      readonly isRepeatable: boolean;
    },
    options: CallOptions,
  ): Promise<unknown> {
    const { path, name, body, files, isRepeatable } = call;
    const { signal } = options;
    const usual = this.#options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const timeoutMs =
      options.timeoutMs ?? (files === undefined ? usual : Math.max(usual, UPLOAD_TIMEOUT_MS));
    const { status, text } = await withRetries(
      () =>
        attempt({
          fetch: this.#options.fetch ?? fetch,
          url: `${this.serviceUrl}/api_v3/service/${path}`,
          body: files === undefined ? JSON.stringify(body) : formOf(body, files),
          action: name,
          timeoutMs,
          signal,
        }),
      { retries: this.#options.retries ?? DEFAULT_RETRIES, isRepeatable, signal },
    );
    return parseAnswer(text, status, name);
  }

  /** Makes a call with the session that there is, and once more with a new one where that is refused and can be renewed. */
  async #withSession<Answer>(
    request: ApiRequest | null,
    make: (common: Readonly<Record<string, unknown>>) => Promise<Answer>,
  ): Promise<Answer> {
    const common = {
      format: 1,
      clientTag: 'rostrum-sdk',
      partnerId: this.#options.partnerId,
    };
    // What makes a session needs none; asking for one could ask for itself.
    if (request !== null && (request.params.ks !== undefined || makesSession(request)))
      return await make(common);
    const now = this.sessions.current();
    const ks = typeof now === 'string' || now === null ? now : await now;
    if (ks === null) return await make(common);
    try {
      return await make({ ...common, ks });
    } catch (error) {
      if (!isSessionRefused(error)) throw error;
      const renewed = await this.sessions.renewed(ks);
      if (renewed === null) throw error;
      return await make({ ...common, ks: renewed });
    }
  }

  async #heard<Answer>(make: () => Promise<Answer>): Promise<Answer> {
    try {
      return await make();
    } catch (error) {
      if (error instanceof RostrumError) this.#options.onFailure?.(error);
      throw error;
    }
  }
}

const SESSION_MAKERS: ReadonlySet<string> = new Set([
  'session.start',
  'session.startwidgetsession',
  'session.impersonate',
  'user.login',
  'user.loginbyloginid',
]);

function makesSession(request: ApiRequest): boolean {
  return SESSION_MAKERS.has(nameOf(request).toLowerCase());
}

function formOf(body: Readonly<Record<string, unknown>>, files: Files): FormData {
  const form = new FormData();
  // Before the files: the server wants to know who sends them.
  form.append('json', JSON.stringify(body));
  for (const [name, file] of Object.entries(files)) form.append(name, file);
  return form;
}

function checkServiceUrl(serviceUrl: string): string {
  if (!/^https?:\/\/[^/]/.test(serviceUrl) || !URL.canParse(serviceUrl)) {
    throw new TypeError(`serviceUrl must be an http or https address (got "${serviceUrl}")`);
  }
  return serviceUrl.replace(/\/+$/, '');
}

function checkNumber(name: string, value: number, least: number): void {
  if (!Number.isFinite(value) || value < least) {
    throw new RangeError(`${name} must be at least ${least} (got ${value})`);
  }
}
