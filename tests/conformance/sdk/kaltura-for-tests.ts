import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Record<string, unknown>;

const EXCEPTION = 'KalturaAPIException';

/**
 * A service that answers as Kaltura's does where that differs from what one expects: numbers and types as text or the
 * other way round, yes as 1, nothing where a value is empty, refusals with status 200 and a list for no arguments, tokens
 * that count from 1. It knows what a webcast needs, and nothing that only Rostrum has.
 */
export class KalturaForTests {
  readonly calls: string[] = [];
  readonly entries = new Map<string, Fields>();
  readonly records = new Map<number, Fields>();
  /** Answers for the next calls of an action, instead of its own: `liveStream.add`. */
  readonly failures = new Map<string, 'hang-up-after' | Fields | (() => unknown)>();
  readonly #server: Server;
  #count = 0;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<KalturaForTests> {
    const server = createServer();
    const kaltura = new KalturaForTests(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Fields;
        const [, service = '', action = ''] =
          /^\/+api_v3\/service\/(\w+)(?:\/action\/(\w+))?$/.exec(request.url ?? '') ?? [];
        const answer =
          service === 'multirequest' ? kaltura.#all(body) : kaltura.#call(service, action, body);
        if (answer === HANG_UP) return void response.destroy();
        // PHP's way of writing JSON.
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer).replaceAll('/', '\\/'));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return kaltura;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #all(body: Fields): unknown {
    const results: unknown[] = [];
    let isCut = false;
    for (let index = 1; body[index] !== undefined; index++) {
      const request = withTokens(body[index], results) as Fields;
      const { service, action, ...params } = request;
      const result = this.#call(String(service), String(action), { ks: body.ks, ...params });
      isCut ||= result === HANG_UP;
      results.push(result);
    }
    return isCut ? HANG_UP : results;
  }

  #call(service: string, action: string, params: Fields): unknown {
    const name = `${service}.${action}`;
    this.calls.push(name);
    const failure = this.failures.get(name);
    this.failures.delete(name);
    if (typeof failure === 'function') return failure();
    if (typeof failure === 'object') return failure;
    if (params.ks === undefined && !['system.getTime', 'liveStream.isLive'].includes(name)) {
      return refusal('MISSING_KS');
    }
    const answer = this.#answer(name, params);
    return failure === 'hang-up-after' ? HANG_UP : answer;
  }

  #answer(name: string, params: Fields): unknown {
    const filter = (params.filter ?? {}) as Fields;
    switch (name) {
      case 'system.getTime':
        return Math.floor(Date.now() / 1000);
      case 'conversionProfile.list':
        return list([{ id: '17', systemName: filter.systemNameEqual, type: '2', isDefault: 1 }]);
      case 'metadata_metadataprofile.list':
        return list([{ id: filter.systemNameEqual === 'KMS_EVENTS3' ? '501' : 502 }]);
      case 'liveStream.add':
        return this.#add(params.liveStreamEntry as Fields);
      case 'liveStream.update': {
        const changes = params.liveStreamEntry as Fields;
        const entry = this.entries.get(String(params.entryId));
        return entry === undefined ? notFound(params.entryId) : Object.assign(entry, changes);
      }
      case 'liveStream.get':
      case 'baseEntry.get':
        return this.entries.get(String(params.entryId)) ?? notFound(params.entryId);
      case 'liveStream.delete':
        this.entries.delete(String(params.entryId));
        return null;
      case 'liveStream.list':
        return list(
          [...this.entries.values()].filter((each) => each.referenceId === filter.referenceIdEqual),
        );
      case 'liveStream.isLive':
        return this.entries.get(String(params.id))?.isLiveNow === 1 ? 1 : 0;
      case 'baseEntry.list':
        return list(
          [...this.entries.values()].filter((each) => each.rootEntryId === filter.rootEntryIdEqual),
        );
      case 'metadata_metadata.add':
        return this.#record(params);
      case 'metadata_metadata.list':
        return list(
          [...this.records.values()].filter((each) => each.objectId === filter.objectIdEqual),
        );
      case 'metadata_metadata.update': {
        const record = this.records.get(Number(params.id));
        if (record?.version !== params.version) return refusal('INVALID_METADATA_VERSION');
        return Object.assign(record ?? {}, {
          xml: params.xmlData,
          version: Number(record?.version) + 1,
        });
      }
    }
    throw new Error(`Nobody has said what Kaltura answers to ${name}`);
  }

  #add(sent: Fields): Fields {
    const id = `1_kaltura${++this.#count}`;
    const entry = {
      ...sent,
      id,
      partnerId: '100',
      // The service has answered these with the other type.
      type: 7,
      mediaType: '201',
      dvrStatus: String(sent.dvrStatus ?? 0),
      recordStatus: String(sent.recordStatus ?? 0),
      explicitLive: sent.explicitLive === true ? 1 : 0,
      createdAt: String(Math.floor(Date.now() / 1000)),
      streamName: `${id}_%i`,
      primaryBroadcastingUrl: `rtmp://${id}.p.kpublish.example:1935/kLive?t=secret`,
    };
    this.entries.set(id, entry);
    return entry;
  }

  #record({ metadataProfileId, objectId, xmlData }: Fields): unknown {
    if (!this.entries.has(String(objectId))) return refusal('METADATA_OBJECT_ID_NOT_FOUND');
    const isTaken = [...this.records.values()].some(
      (each) => each.objectId === objectId && each.metadataProfileId === metadataProfileId,
    );
    if (isTaken) return refusal('METADATA_ALREADY_EXISTS');
    const id = 900 + ++this.#count;
    // Its ids are big numbers, which it sends as they are or as text.
    const record = { id: String(id), metadataProfileId, objectId, version: 1, xml: xmlData };
    this.records.set(id, record);
    return record;
  }
}

const HANG_UP = Symbol('hang up');

function list(objects: readonly Fields[]): Fields {
  return { objects, totalCount: objects.length, objectType: 'KalturaListResponse' };
}

export function refusal(code: string, args: unknown = []): Fields {
  return { code, message: `${code}, in words`, objectType: EXCEPTION, args };
}

function notFound(entryId: unknown): Fields {
  return refusal('ENTRY_ID_NOT_FOUND', { ENTRY_ID: entryId });
}

function withTokens(value: unknown, results: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withTokens(each, results));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, withTokens(each, results)]),
    );
  }
  const match = typeof value === 'string' ? /^\{(\d+):result(.*)\}$/.exec(value) : null;
  if (match === null) return value;
  const steps = (match[2] ?? '').split(':').slice(1);
  return (
    steps.reduce<unknown>(
      (found, step) => (found as Fields | undefined)?.[step],
      results[Number(match[1]) - 1],
    ) ?? ''
  );
}
