import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { RequestOrigin } from '../ks/session-verifier.ts';
import type { PermissionSet } from './permissions.ts';

/** One action that is being carried out, apart from its parameters. */
export type Call = {
  /** `livestream->get`, as errors name it. */
  readonly actionName: string;
  /** Verified; absent where the action needs none and none was sent, or where it ignores sessions. */
  readonly session: Session | undefined;
  /** What the session may do; empty without one. */
  readonly permissions: PermissionSet;
  /** What was sent as `ks`, verified or not. */
  readonly ks: string | undefined;
  /** Of the request that it came with; stands in the logs. */
  readonly callId: string;
  /** As the client calls itself; empty where it does not. */
  readonly userAgent: string;
  /** The host that the client named, with its port: links that are answered go there. */
  readonly requestHost: string;
  readonly origin: RequestOrigin;
};

/** The session of an action that needs one. */
export function sessionOf(call: Call): Session {
  if (call.session === undefined) throw new ApiError('MISSING_KS');
  return call.session;
}
