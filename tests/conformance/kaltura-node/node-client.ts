import { createRequire } from 'node:module';

/** Kaltura's own client library for Node, as far as the tests use it. It comes without types. */

type Values = { readonly [name: string]: unknown };

export type Request = {
  /** Resolves to what the server answered; rejects with `{code, message}`. */
  execute<Answer>(client: Client): Promise<Answer>;
  /** A multirequest of this one and the next. */
  add(next: Request): Request;
  setKs(ks: string): Request;
  setResponseProfile(profile: object): Request;
};

export type Client = {
  setKs(ks: string): void;
};

type Configuration = { serviceUrl: string; setLogger(logger: object): void };

type Library = {
  readonly RequestBuilder: new (
    service: string,
    action: string,
    values: Values,
    files: { readonly [parameter: string]: Buffer },
  ) => Request;
  readonly Configuration: new () => Configuration;
  readonly Client: new (configuration: Configuration) => Client;
  readonly services: {
    readonly [service: string]: { readonly [action: string]: (...values: unknown[]) => Request };
  };
  readonly objects: { readonly [type: string]: new (values?: Values) => Values };
  readonly enums: { readonly [name: string]: { readonly [value: string]: number | string } };
};

const library = createRequire(import.meta.url)('kaltura-client') as Library;

/** @param serviceUrl base of the server, without `/api_v3` */
export function openNodeClient(serviceUrl: string): Client {
  const configuration = new library.Configuration();
  configuration.serviceUrl = serviceUrl;
  // Anything else makes it print every request.
  configuration.setLogger({ log: () => {}, debug: () => {}, error: () => {} });
  return new library.Client(configuration);
}

/** `request('liveStream', 'get', entryId)`: parameters in the library's own order. */
export function request(service: string, action: string, ...values: unknown[]): Request {
  const actions = library.services[service];
  // The library calls actions `listAction` where their name is a word of the language it was first written in.
  const method = actions?.[action] ?? actions?.[`${action}Action`];
  if (method === undefined) throw new TypeError(`The client has no ${service}.${action}`);
  return method(...values);
}

/** For an action that the library has no method for. */
export function upload(service: string, action: string, fileData: Buffer): Request {
  return new library.RequestBuilder(service, action, {}, { fileData });
}

/** `create('LiveStreamEntry', {name: '…'})`. */
export function create(type: string, values: Values = {}): Values {
  const Type = library.objects[type];
  if (Type === undefined) throw new TypeError(`The client has no type ${type}`);
  return new Type(values);
}

export function enumValue(name: string, value: string): number | string {
  const found = library.enums[name]?.[value];
  if (found === undefined) throw new TypeError(`The client has no ${name}.${value}`);
  return found;
}
