import type { ApiFileRequest, ApiRequest } from '../transport/api-request.ts';
import type { Client } from './client.ts';
import type { ApiServices } from './generated/services.ts';

/**
 * Every action of the API as a function that describes a call, with its parameters and its answer typed:
 *
 * ```ts
 * const entry = await client.send(api.liveStream.get({ entryId: '0_ab12cd34' }));
 * ```
 *
 * `null` clears a property. The types are those of Rostrum's catalogue, which are Kaltura's names; an answer is not
 * checked against them, and what has no value is left out of it.
 */
export const api: ApiServices = /* @__PURE__ */ services();

function services(): ApiServices {
  return byName((service) =>
    byName(
      (action) =>
        (params: Params = {}) =>
          described(service, action, params),
    ),
  ) as unknown as ApiServices;
}

/**
 * The address of a file that an action serves; with a session in it, it is a secret.
 *
 * @param session goes into the address; left out, the file must be everybody's
 */
export function fileUrl(
  { serviceUrl, partnerId }: Pick<Client, 'serviceUrl' | 'partnerId'>,
  request: ApiFileRequest,
  session?: string,
): string {
  const { service, action, params } = request as unknown as ApiRequest;
  const query = new URLSearchParams({ partnerId: String(partnerId) });
  if (session !== undefined) query.set('ks', session);
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined) query.set(name, String(value));
  }
  return `${serviceUrl}/api_v3/service/${service}/action/${action}?${query}`;
}

type Params = Readonly<Record<string, unknown>>;

/** Files travel beside the parameters. */
function described(service: string, action: string, params: Params): ApiRequest {
  const entries = Object.entries(params);
  const isFile = (value: unknown) => value instanceof Blob;
  const files = entries.filter(([, value]) => isFile(value)) as [string, Blob][];
  const values = Object.fromEntries(entries.filter(([, value]) => !isFile(value)));
  if (files.length === 0) return { service, action, params: values };
  return { service, action, params: values, files: Object.fromEntries(files) };
}

function byName<Value>(make: (name: string) => Value): Readonly<Record<string, Value>> {
  return new Proxy({} as Record<string, Value>, {
    // A promise would take it for one of its own where it has `then`.
    get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : make(name)),
  });
}
