/**
 * The one error of the SDK.
 *
 * `code` is the server's own code (`ENTRY_ID_NOT_FOUND`, `INVALID_KS`), or one of the SDK's:
 * - `unreachable`: no answer came (network, DNS, CORS, a server that is down)
 * - `timed-out`: the answer took longer than the client's limit
 * - `bad-answer`: something answered that does not speak this API
 */
export class RostrumError extends Error {
  readonly code: string;
  /** What the message is about, by name: `{ ENTRY_ID: '0_ab12cd34' }`. Empty where the server names nothing. */
  readonly args: Readonly<Record<string, string>>;

  constructor(
    code: string,
    message: string,
    details: { readonly args?: Readonly<Record<string, string>>; readonly cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'RostrumError';
    this.code = code;
    this.args = details.args ?? {};
  }
}
