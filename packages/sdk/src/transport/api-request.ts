declare const answers: unique symbol;

/**
 * A call that is described, and not yet made: `client.send` makes it, `client.multirequest` makes several at once.
 *
 * @typeParam Result what the server answers
 */
export type ApiRequest<Result = unknown> = {
  readonly service: string;
  readonly action: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** By the names of their parameters. One at a time only: not in a multirequest. */
  readonly files?: Readonly<Record<string, Blob>>;
  /** For the compiler only: no request has it. */
  readonly [answers]?: Result;
};

declare const servesFile: unique symbol;

/** A call whose answer is a file: `fileUrl` says where it is. */
export type ApiFileRequest = { readonly [servesFile]: true };

/** A call of any action, also of those that the SDK does not know. For the others, see `api`. */
export function apiRequest<Result = unknown>(
  service: string,
  action: string,
  params: Readonly<Record<string, unknown>> = {},
): ApiRequest<Result> {
  return { service, action, params };
}

export function nameOf({ service, action }: ApiRequest): string {
  return `${service}.${action}`;
}

/** Actions that change nothing by their names, and those that only make a session. */
const READS = /^(get|list|count|is[A-Z]|serve|ping|query)/;
const SESSION_MAKERS: ReadonlySet<string> = new Set([
  'session.start',
  'session.startwidgetsession',
]);

/** Whether making the call twice does no more than making it once. */
export function isRead(request: ApiRequest): boolean {
  return READS.test(request.action) || SESSION_MAKERS.has(nameOf(request).toLowerCase());
}
