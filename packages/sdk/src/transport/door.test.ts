import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClientOptions, createClient } from '../api/client.ts';
import { RostrumError } from '../rostrum-error.ts';
import { apiRequest } from './api-request.ts';
import { ref } from './result-token.ts';
import { hangUp, json, refusal, ServerForTests, status } from './server-for-tests.ts';

let server: ServerForTests;

beforeEach(async () => {
  server = await ServerForTests.open();
});
afterEach(() => server.close());

const clientWith = (options: Partial<ClientOptions> = {}) =>
  createClient({ serviceUrl: server.serviceUrl, partnerId: 100, session: 'a-session', ...options });

/** What a server does that never says a word. */
function unanswered(init: RequestInit | undefined): Promise<never> {
  return new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });
}

const INVALID = refusal('INVALID_KS', { KSID: 'x', ERR_CODE: '-5', ERR_DESC: 'EXPIRED' });

describe('a call that meets a failure', () => {
  it('is made again where it only reads', async () => {
    for (const failure of [hangUp, status(502), status(503), status(504)]) {
      server.answers(failure, failure, json(true));
      expect(await clientWith().liveStream.isLive('0_ab12cd34')).toBe(true);
      expect(server.requests).toHaveLength(3);
    }
  });

  it('is made again after no answer in time', async () => {
    let attempts = 0;
    const client = clientWith({
      timeoutMs: 20,
      fetch: async (_, init) => (++attempts < 3 ? await unanswered(init) : new Response('true')),
    });
    expect(await client.liveStream.isLive('0_ab12cd34')).toBe(true);
    expect(attempts).toBe(3);
  });

  it('is not made again where it may have been carried out', async () => {
    for (const failure of [hangUp, status(502), status(503), status(504)]) {
      server.answers(failure);
      const error = await clientWith()
        .liveStream.add({ name: 'x' })
        .catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(RostrumError);
      expect(error).toMatchObject({ isRetryable: true, action: 'liveStream.add' });
      expect(server.requests).toHaveLength(1);
    }
    let attempts = 0;
    const client = clientWith({
      timeoutMs: 20,
      fetch: async (_, init) => {
        attempts++;
        return await unanswered(init);
      },
    });
    await expect(client.liveStream.add({ name: 'x' })).rejects.toMatchObject({ code: 'timed-out' });
    expect(attempts).toBe(1);
  });

  it('is made again where the caller says that this does no harm', async () => {
    server.answers(hangUp, json(null));
    await clientWith().request('liveStream', 'delete', { entryId: 'x' }, { isRepeatable: true });
    expect(server.requests).toHaveLength(2);
  });

  it('is made again, whatever it does, where the server has turned it away until later', async () => {
    server.answers(status(503, { 'retry-after': '0' }), json({ id: '0_ab12cd34' }));
    expect(await clientWith().liveStream.add({ name: 'x' })).toMatchObject({ id: '0_ab12cd34' });
    server.answers(status(429, { 'retry-after': new Date().toUTCString() }), json({ id: '0_a' }));
    expect(await clientWith().liveStream.add({ name: 'x' })).toMatchObject({ id: '0_a' });
  });

  it('is given up where the server wants more patience than a caller has', async () => {
    server.answers(status(503, { 'retry-after': '3600' }), json(true));
    await expect(clientWith().liveStream.isLive('x')).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is made again where nobody was there to take it', async () => {
    const closed = await ServerForTests.open();
    const nobody = closed.serviceUrl;
    await closed.close();
    const waits: string[] = [];
    const client = clientWith({
      fetch: (async (...call: Parameters<typeof fetch>) => {
        waits.push(String(call[0]));
        if (waits.length < 3) return await fetch(nobody);
        return await fetch(...call);
      }) as typeof fetch,
    });
    server.answers(json({ id: '0_ab12cd34' }));
    expect(await client.liveStream.add({ name: 'x' })).toMatchObject({ id: '0_ab12cd34' });
    expect(waits).toHaveLength(3);
  });

  it('ends at once when its signal says so, also while it waits', async () => {
    const stop = new AbortController();
    server.answers((response) => {
      response.writeHead(503, { 'retry-after': '20' }).end();
      response.on('close', () => setImmediate(() => stop.abort(new Error('the page was left'))));
    });
    const call = clientWith().liveStream.isLive('x', { signal: stop.signal });
    await expect(call).rejects.toThrow('the page was left');
  });

  it('refuses limits that can’t be meant', () => {
    expect(() => clientWith({ retries: -1 })).toThrow('retries must be at least 0 (got -1)');
    expect(() => clientWith({ timeoutMs: 0 })).toThrow('timeoutMs must be at least 1 (got 0)');
  });
});

describe('a multirequest', () => {
  it('carries its calls in order, with tokens for what earlier ones answer', async () => {
    server.answers(json([{ totalCount: 1, objects: [{ id: 7 }] }, { id: '0_ab12cd34' }]));
    const [list, entry] = await clientWith().multirequest([
      apiRequest<{ totalCount: number }>('conversionProfile', 'list'),
      apiRequest<{ id: string }>('liveStream', 'add', {
        liveStreamEntry: {
          conversionProfileId: ref(0).objects[0].id,
          tags: [ref(0, 'totalCount')],
        },
      }),
    ]);
    expect(list.totalCount).toBe(1);
    expect(entry.id).toBe('0_ab12cd34');
    expect(server.requests).toMatchObject([
      {
        url: '/api_v3/service/multirequest',
        body: {
          ks: 'a-session',
          format: 1,
          1: { service: 'conversionProfile', action: 'list' },
          2: {
            service: 'liveStream',
            action: 'add',
            liveStreamEntry: {
              conversionProfileId: '{1:result:objects:0:id}',
              tags: ['{1:result:totalCount}'],
            },
          },
        },
      },
    ]);
  });

  it('tells what became of each call', async () => {
    server.answers(json([{ id: 'a' }, refusal('ENTRY_ID_NOT_FOUND', { ENTRY_ID: 'b' })]));
    const requests = ['a', 'b'].map((entryId) => apiRequest('liveStream', 'get', { entryId }));
    const settled = await clientWith().multirequestSettled(requests);
    expect(settled).toMatchObject([
      { status: 'fulfilled', value: { id: 'a' } },
      {
        status: 'rejected',
        reason: { code: 'ENTRY_ID_NOT_FOUND', args: { ENTRY_ID: 'b' }, action: 'liveStream.get' },
      },
    ]);
    const error = await clientWith()
      .multirequest(requests)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'ENTRY_ID_NOT_FOUND' });
  });

  it('is made again only where all of it reads', async () => {
    const read = apiRequest('liveStream', 'get', { entryId: 'a' });
    server.answers(hangUp, json([{ id: 'a' }]));
    expect(await clientWith().multirequest([read])).toEqual([{ id: 'a' }]);
    server.answers(hangUp, json([{ id: 'a' }, { id: 'b' }]));
    const both = clientWith().multirequest([read, apiRequest('liveStream', 'add')]);
    await expect(both).rejects.toMatchObject({ code: 'unreachable' });
    expect(server.requests).toHaveLength(1);
  });

  it('takes no text for a token that somebody has typed', async () => {
    const call = (params: object) =>
      clientWith().multirequest([apiRequest('a', 'b'), apiRequest('c', 'add', { ...params })]);
    await expect(call({ entry: { name: '{1:result:ks}' } })).rejects.toThrow(
      `c.add.entry.name would be taken for another call's answer (got "{1:result:ks}")`,
    );
    await expect(call({ id: ref(1).id })).rejects.toThrow('must be the answer of an earlier call');
    expect(() => ref(-1)).toThrow('(got -1)');
    expect(server.requests).toHaveLength(0);
  });

  it('refuses files, and an answer of another length', async () => {
    const upload = { ...apiRequest('media', 'add'), files: { fileData: new Blob(['x']) } };
    await expect(clientWith().multirequest([upload])).rejects.toThrow('media.add takes a file');
    server.answers(json([1, 2]));
    await expect(clientWith().multirequest([apiRequest('a', 'get')])).rejects.toMatchObject({
      code: 'bad-answer',
    });
    expect(await clientWith().multirequest([])).toEqual([]);
  });
});

describe('a session', () => {
  const sessions = () => {
    const made: string[] = [];
    const session = async () => {
      made.push(`session-${made.length + 1}`);
      return made.at(-1) ?? '';
    };
    return { made, session };
  };
  const onlyFor =
    (ks: string, value: unknown) =>
    (...[response, { body }]: Parameters<ReturnType<typeof json>>) =>
      void response.end(JSON.stringify(body.ks === ks ? value : INVALID));

  it('is made before the first call, and goes with all', async () => {
    const { made, session } = sessions();
    const client = clientWith({ session });
    server.answers(onlyFor('session-1', true));
    await Promise.all([client.liveStream.isLive('a'), client.liveStream.isLive('b')]);
    await client.liveStream.isLive('c');
    expect(made).toEqual(['session-1']);
  });

  it('is made anew, once for all calls, when the server no longer takes it; those calls are made again', async () => {
    const { made, session } = sessions();
    const client = clientWith({ session });
    server.answers(onlyFor('session-2', { id: '0_ab12cd34' }));
    const added = await Promise.all([1, 2, 3].map(() => client.liveStream.add({ name: 'x' })));
    expect(added).toHaveLength(3);
    expect(made).toEqual(['session-1', 'session-2']);
  });

  it('is made anew for a multirequest of which nothing was carried out', async () => {
    const { session } = sessions();
    server.answers(json([INVALID, INVALID]), json([1, 2]));
    const requests = [apiRequest('a', 'add'), apiRequest('b', 'add')];
    expect(await clientWith({ session }).multirequest(requests)).toEqual([1, 2]);
    server.answers(json([1, INVALID]), json([1, 2]));
    await expect(clientWith({ session }).multirequest(requests)).rejects.toMatchObject({
      code: 'INVALID_KS',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is not made anew where another one would meet the same', async () => {
    const { made, session } = sessions();
    server.answers(json(refusal('INVALID_KS', { ERR_CODE: '-4' })));
    await expect(clientWith({ session }).liveStream.get('x')).rejects.toMatchObject({
      args: { ERR_CODE: '-4' },
    });
    server.answers(json(INVALID));
    await expect(clientWith({ session }).liveStream.get('x')).rejects.toThrow('INVALID_KS');
    expect(server.requests).toHaveLength(2);
    expect(made).toHaveLength(3);
  });

  it('is neither asked for nor sent by the calls that make one', async () => {
    const { made, session } = sessions();
    server.answers(json('made-by-the-server'));
    expect(await clientWith({ session }).session.start({ secret: 'x' })).toBe('made-by-the-server');
    expect(made).toEqual([]);
    expect(server.requests[0]?.body).not.toHaveProperty('ks');
  });

  it('that can’t be made fails the call, and the next one tries again', async () => {
    let isBroken = true;
    const client = clientWith({
      session: () => (isBroken ? Promise.reject(new Error('no such page')) : 'good'),
    });
    server.answers(json(true));
    await expect(client.liveStream.isLive('x')).rejects.toMatchObject({
      code: 'no-session',
      message: 'The session could not be made: no such page',
    });
    isBroken = false;
    expect(await client.liveStream.isLive('x')).toBe(true);
  });
});

describe('what Kaltura’s servers send', () => {
  it('is understood: refusals without a type, arguments as a list, yes as a number or a text', async () => {
    server.answers(json({ code: 'X', message: 'x', args: [{ name: 'A', value: 1 }] }));
    await expect(clientWith().liveStream.get('x')).rejects.toMatchObject({
      code: 'X',
      args: { A: '1' },
    });
    for (const yes of [true, 1, '1']) {
      server.answers(json(yes));
      expect(await clientWith().liveStream.isLive('x')).toBe(true);
    }
    for (const no of [false, 0, '0', '']) {
      server.answers(json(no));
      expect(await clientWith().liveStream.isLive('x')).toBe(false);
    }
  });

  it('is shown where it is none', async () => {
    server.answers((response) => void response.writeHead(404).end('<html>not here'));
    await expect(clientWith().liveStream.get('x')).rejects.toThrow(
      'liveStream.get was not answered with JSON (HTTP 404, it begins with "<html>not here")',
    );
  });

  it('is asked to clear what is null inside an object', async () => {
    server.answers(json(null));
    await clientWith().request('a', 'update', {
      id: null,
      entry: { name: null, tags: [{ x: null }] },
    });
    expect(server.requests[0]?.body).toMatchObject({
      id: null,
      entry: { name__null: '', tags: [{ x__null: '' }] },
    });
  });
});
