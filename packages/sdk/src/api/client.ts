import { RostrumError } from '../rostrum-error.ts';
import type {
  LiveStreamChanges,
  LiveStreamDetails,
  LiveStreamEntry,
  NewLiveStream,
} from './live-stream-entry.ts';

export type ClientOptions = {
  /** Where the server is: `https://live.example.com`. A trailing slash does no harm. */
  readonly serviceUrl: string;
  readonly partnerId: number;
  /** The session (KS) that goes with every call; `useSession` changes it. */
  readonly session?: string;
  /** How long one call may take. Default 20 s. */
  readonly timeoutMs?: number;
  /** Hears of every refusal and failure before its call does: of a session that has ended, of a server that is away. */
  readonly onFailure?: (error: RostrumError) => void;
};

export type CallOptions = { readonly signal?: AbortSignal };

export type Client = {
  readonly partnerId: number;
  /** Sends this session with every following call; null sends none. */
  useSession(session: string | null): void;
  /** Calls any action, also those that have no method here. The answer is what the server sent, unchecked. */
  request(
    service: string,
    action: string,
    params?: Readonly<Record<string, unknown>>,
    options?: CallOptions,
  ): Promise<unknown>;
  /** Calls an action that takes files: `{ fileData: file }`. The limit of time is one for files. */
  upload(
    service: string,
    action: string,
    params: Readonly<Record<string, unknown>>,
    files: Readonly<Record<string, Blob>>,
    options?: CallOptions,
  ): Promise<unknown>;
  readonly session: {
    /** Signs a session with the account's secret. Only for servers: a secret never belongs in a page. */
    start(params: StartSession, options?: CallOptions): Promise<string>;
    /** An anonymous viewer's session. */
    startWidgetSession(
      params?: { readonly widgetId?: string; readonly expirySeconds?: number },
      options?: CallOptions,
    ): Promise<WidgetSession>;
    end(options?: CallOptions): Promise<void>;
  };
  readonly liveStream: {
    add(stream: NewLiveStream, options?: CallOptions): Promise<LiveStreamEntry>;
    get(entryId: string, options?: CallOptions): Promise<LiveStreamEntry>;
    update(
      entryId: string,
      changes: LiveStreamChanges,
      options?: CallOptions,
    ): Promise<LiveStreamEntry>;
    delete(entryId: string, options?: CallOptions): Promise<void>;
    isLive(entryId: string, options?: CallOptions): Promise<boolean>;
    getDetails(entryId: string, options?: CallOptions): Promise<LiveStreamDetails>;
    regenerateStreamToken(entryId: string, options?: CallOptions): Promise<LiveStreamEntry>;
  };
};

export type StartSession = {
  readonly secret: string;
  readonly userId?: string;
  /** 0 user, 2 admin. */
  readonly type?: 0 | 2;
  readonly expirySeconds?: number;
  /** `view:0_ab12cd34,setrole:…`; see the server's documentation. */
  readonly privileges?: string;
};

export type WidgetSession = {
  readonly partnerId: number;
  readonly session: string;
  readonly userId: string;
};

const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * A typed client for the server's API: one `POST` of JSON for each call. Works in browsers and in Node.
 * Every refusal and every failure is a {@link RostrumError}.
 */
export function createClient(options: ClientOptions): Client {
  const door = apiDoor(options);
  const { partnerId } = options;
  return {
    partnerId,
    useSession: door.useSession,
    request: door.request,
    upload: door.upload,
    session: {
      async start(params, call) {
        return asText(
          await door.request(
            'session',
            'start',
            {
              secret: params.secret,
              userId: params.userId ?? '',
              type: params.type ?? 0,
              partnerId,
              expiry: params.expirySeconds ?? 86_400,
              privileges: params.privileges ?? '',
            },
            call,
          ),
        );
      },
      async startWidgetSession(params = {}, call) {
        const answer = asRecord(
          await door.request(
            'session',
            'startWidgetSession',
            {
              widgetId: params.widgetId ?? `_${partnerId}`,
              expiry: params.expirySeconds ?? 86_400,
            },
            call,
          ),
        );
        return {
          partnerId: Number(answer.partnerId),
          session: asText(answer.ks),
          userId: String(answer.userId ?? '0'),
        };
      },
      async end(call) {
        await door.request('session', 'end', {}, call);
      },
    },
    liveStream: liveStreamCalls(door.request),
  };
}

/** Media type of every live stream, and the source type of those that this server makes. */
const LIVE_MEDIA_TYPE = 201;
const LIVE_SOURCE_TYPE = '32';

function liveStreamCalls(request: Client['request']): Client['liveStream'] {
  const objectType = 'KalturaLiveStreamEntry';
  return {
    async add(stream, call) {
      const liveStreamEntry = {
        objectType,
        mediaType: LIVE_MEDIA_TYPE,
        sourceType: LIVE_SOURCE_TYPE,
        ...stream,
      };
      return asEntry(
        await request('liveStream', 'add', { liveStreamEntry, sourceType: LIVE_SOURCE_TYPE }, call),
      );
    },
    async get(entryId, call) {
      return asEntry(await request('liveStream', 'get', { entryId }, call));
    },
    async update(entryId, changes, call) {
      const liveStreamEntry = { objectType, ...changes };
      return asEntry(await request('liveStream', 'update', { entryId, liveStreamEntry }, call));
    },
    async delete(entryId, call) {
      await request('liveStream', 'delete', { entryId }, call);
    },
    async isLive(entryId, call) {
      const answer = await request('liveStream', 'isLive', { id: entryId, protocol: 'auto' }, call);
      return answer === true || answer === 1 || answer === '1';
    },
    async getDetails(entryId, call) {
      const answer = asRecord(await request('liveStream', 'getDetails', { id: entryId }, call));
      return {
        primaryStreamStatus: Number(answer.primaryStreamStatus),
        secondaryStreamStatus: Number(answer.secondaryStreamStatus),
        viewMode: Number(answer.viewMode),
        wasBroadcast: answer.wasBroadcast === true || answer.wasBroadcast === 1,
        broadcastStatus: Number(answer.broadcastStatus),
      };
    },
    async regenerateStreamToken(entryId, call) {
      return asEntry(await request('liveStream', 'regenerateStreamToken', { entryId }, call));
    },
  };
}

type ApiDoor = Pick<Client, 'request' | 'upload' | 'useSession'>;

function apiDoor(options: ClientOptions): ApiDoor {
  const { onFailure } = options;
  const door = plainDoor(options);
  if (onFailure === undefined) return door;
  const heard = (error: unknown): never => {
    if (error instanceof RostrumError) onFailure(error);
    throw error;
  };
  return {
    ...door,
    request: (...call) => door.request(...call).catch(heard),
    upload: (...call) => door.upload(...call).catch(heard),
  };
}

/** Files are slower than calls. */
const UPLOAD_TIMEOUT_MS = 300_000;

function plainDoor(options: ClientOptions): ApiDoor {
  const base = serviceBase(options.serviceUrl);
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  let session = options.session ?? null;
  const bodyOf = (params: Readonly<Record<string, unknown>>) =>
    JSON.stringify({
      format: 1,
      clientTag: 'rostrum-sdk',
      partnerId: options.partnerId,
      ...(session === null ? {} : { ks: session }),
      ...params,
    });
  const send = async (
    service: string,
    action: string,
    body: BodyInit,
    limitMs: number,
    call: CallOptions,
  ): Promise<unknown> => {
    const limit = AbortSignal.timeout(limitMs);
    const signal = call.signal === undefined ? limit : AbortSignal.any([limit, call.signal]);
    const url = `${base}/api_v3/service/${service}/action/${action}`;
    const text = await post(url, body, signal).catch((cause: unknown) => {
      if (call.signal?.aborted === true) throw cause;
      if (limit.aborted) {
        throw new RostrumError('timed-out', `No answer within ${limitMs} ms`, { cause });
      }
      throw new RostrumError('unreachable', `Can't reach ${base}`, { cause });
    });
    return parseAnswer(text, `${service}.${action}`);
  };
  return {
    useSession(next) {
      session = next;
    },
    request: (service, action, params = {}, call = {}) =>
      send(service, action, bodyOf(params), timeoutMs, call),
    async upload(service, action, params, files, call = {}) {
      const form = new FormData();
      // Before the files: the server wants to know who sends them.
      form.append('json', bodyOf(params));
      for (const [name, file] of Object.entries(files)) form.append(name, file);
      return await send(service, action, form, Math.max(timeoutMs, UPLOAD_TIMEOUT_MS), call);
    },
  };
}

async function post(url: string, body: BodyInit, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    // Of a form, the browser itself says where its parts begin.
    ...(typeof body === 'string' ? { headers: { 'content-type': 'application/json' } } : {}),
    body,
    signal,
    credentials: 'omit',
  });
  return await response.text();
}

function parseAnswer(text: string, what: string): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new RostrumError('bad-answer', `${what} did not answer with JSON`, { cause });
  }
  if (isRecord(answer) && answer.objectType === 'KalturaAPIException') {
    throw new RostrumError(String(answer.code), String(answer.message), {
      args: stringsOf(answer.args),
    });
  }
  return answer;
}

function serviceBase(serviceUrl: string): string {
  if (!/^https?:\/\/[^/]/.test(serviceUrl)) {
    throw new TypeError(`serviceUrl must be an http or https address (got "${serviceUrl}")`);
  }
  return serviceUrl.replace(/\/+$/, '');
}

function asEntry(answer: unknown): LiveStreamEntry {
  const entry = asRecord(answer);
  if (typeof entry.id !== 'string') {
    throw new RostrumError('bad-answer', 'The answer is not a live stream');
  }
  return entry as LiveStreamEntry;
}

function asRecord(answer: unknown): Record<string, unknown> {
  if (!isRecord(answer)) throw new RostrumError('bad-answer', 'The answer is not an object');
  return answer;
}

function asText(answer: unknown): string {
  if (typeof answer !== 'string') throw new RostrumError('bad-answer', 'The answer is not a text');
  return answer;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}
