import type { RostrumError } from '../rostrum-error.ts';
import { type ApiRequest, apiRequest } from '../transport/api-request.ts';
import { type AnyCall, type CallOptions, Door, type Settled } from '../transport/door.ts';
import type { SessionSource } from '../transport/session-holder.ts';
import { type LiveStreamCalls, liveStreamCalls } from './live-stream-calls.ts';
import { type SessionCalls, sessionCalls } from './session-calls.ts';

export type { CallOptions, Settled } from '../transport/door.ts';
export type { SessionSource } from '../transport/session-holder.ts';
export type { StartSession, WidgetSession } from './session-calls.ts';

export type ClientOptions = {
  /** Where the server is: `https://live.example.com`, `https://www.kaltura.com`. A trailing slash does no harm. */
  readonly serviceUrl: string;
  readonly partnerId: number;
  /**
   * The session (KS) that goes with every call; `useSession` changes it. A function is asked for one before the first
   * call, and again when the server no longer takes the last: the call that met that is made again, once.
   */
  readonly session?: SessionSource;
  /** How long one attempt of a call may take, ms. Default 20 s; for files, at least 5 minutes. */
  readonly timeoutMs?: number;
  /**
   * How often a call is tried again after a failure that may pass, with growing and scattered waits. Default 2. What
   * only reads is tried again after every such failure; what changes something only where it has certainly not reached
   * the server.
   */
  readonly retries?: number;
  /** In place of the platform's own: for a proxy, or for tests. */
  readonly fetch?: typeof fetch;
  /** Hears of every refusal and failure before its call does: of a session that has ended, of a server that is away. */
  readonly onFailure?: (error: RostrumError) => void;
};

/** What each request of a list answers. */
export type ResultsOf<Requests extends readonly ApiRequest[]> = {
  -readonly [Place in keyof Requests]: Requests[Place] extends ApiRequest<infer Result>
    ? Result
    : never;
};

/** What came of each request of a list. */
export type SettledOf<Requests extends readonly ApiRequest[]> = {
  -readonly [Place in keyof Requests]: Requests[Place] extends ApiRequest<infer Result>
    ? Settled<Result>
    : never;
};

export type Client = {
  /** Without a slash at its end. */
  readonly serviceUrl: string;
  readonly partnerId: number;
  /** Sends this session with every following call; null sends none. */
  useSession(session: SessionSource | null): void;
  /** Makes one call. The answer is what the server sent: its type is what the contract says, unchecked. */
  send<Result>(request: ApiRequest<Result>, options?: CallOptions): Promise<Result>;
  /**
   * Makes several calls in one request, in order; `ref(0).id` in one of them stands for what an earlier one answers.
   * There is no way back: where one fails, the others are done all the same.
   *
   * @returns what each of them answers
   * @throws RostrumError of the first that was refused; its `action` says which
   */
  multirequest<const Requests extends readonly ApiRequest[]>(
    requests: Requests,
    options?: CallOptions,
  ): Promise<ResultsOf<Requests>>;
  /** The same, with an answer or an error for each, as `Promise.allSettled` has them. */
  multirequestSettled<const Requests extends readonly ApiRequest[]>(
    requests: Requests,
    options?: CallOptions,
  ): Promise<SettledOf<Requests>>;
  /** Calls any action, also those that have no method here. The answer is what the server sent, unchecked. */
  readonly request: AnyCall;
  /** Calls an action that takes files: `{ fileData: file }`. The limit of time is one for files. */
  upload(
    service: string,
    action: string,
    params: Readonly<Record<string, unknown>>,
    files: Readonly<Record<string, Blob>>,
    options?: CallOptions,
  ): Promise<unknown>;
  readonly session: SessionCalls;
  readonly liveStream: LiveStreamCalls;
};

/**
 * A typed client for the server's API: one `POST` of JSON for each call. Works in browsers and in Node, against Rostrum
 * and against Kaltura's service. Every refusal and every failure is a {@link RostrumError}.
 *
 * @throws TypeError for a `serviceUrl` that is none
 */
export function createClient(options: ClientOptions): Client {
  const door = new Door(options);
  const { partnerId } = options;
  const request: AnyCall = (service, action, params = {}, call = {}) =>
    door.send(apiRequest(service, action, params), call);
  return {
    serviceUrl: door.serviceUrl,
    partnerId,
    useSession: (session) => door.sessions.use(session),
    send: <Result>(described: ApiRequest<Result>, call?: CallOptions) =>
      door.send(described, call) as Promise<Result>,
    multirequest: async (requests, call) =>
      valuesOf(await door.sendAll(requests, call)) as ResultsOf<typeof requests>,
    multirequestSettled: async (requests, call) =>
      (await door.sendAll(requests, call)) as SettledOf<typeof requests>,
    request,
    upload: (service, action, params, files, call = {}) =>
      door.send({ ...apiRequest(service, action, params), files }, call),
    session: sessionCalls(request, partnerId),
    liveStream: liveStreamCalls(request),
  };
}

function valuesOf(settled: readonly Settled[]): readonly unknown[] {
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}
