import { randomUUID } from 'node:crypto';
import type { RoomRefusalCode, RoomRole } from '@rostrum/contracts';
import type { Entitlement } from '../entitlement/entitlement.ts';
import type { Entry } from '../entries/entry.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Session } from '../ks/session.ts';
import type { SessionVerifier } from '../ks/session-verifier.ts';
import { isEditor, isPerson, isPresenter, mayPreview } from '../session/access.ts';
import type { EntriesStore } from '../store/entry/entries-store.ts';

export type RoomAdmission =
  | {
      readonly isAdmitted: true;
      readonly role: RoomRole;
      readonly mayPreview: boolean;
      /** Wall clock, ms; null without a session. */
      readonly sessionEndsAtMs: number | null;
      /** The same for one person on every device; of its own for each anonymous visitor. */
      readonly viewerId: string;
    }
  | { readonly isAdmitted: false; readonly code: RoomRefusalCode; readonly message: string };

export type RoomAccessServices = {
  readonly entries: EntriesStore;
  readonly verifier: SessionVerifier;
  readonly entitlement: Entitlement;
};

/** Whether somebody may come into the room of a webcast or a recording, and as what: whoever may watch may come in. */
export async function admitToRoom(
  { entries, verifier, entitlement }: RoomAccessServices,
  ks: string | undefined,
  entryId: string,
): Promise<RoomAdmission> {
  const session = ks === undefined || ks === '' ? undefined : inspect(verifier, ks);
  if (session === null)
    return refusal('bad-session', 'The session has expired or is not valid: open the page again');
  const entry = (await entries.find(entryId))?.entry;
  const isShown = entry !== undefined && entry.kind !== 'document';
  if (!isShown || !(await entitlement.rightsTo(session, entry)).mayWatch) {
    return refusal('not-found', 'There is no such webcast or recording');
  }
  return {
    isAdmitted: true,
    role: roleOf(session, entry),
    mayPreview: mayPreview(session, entry),
    sessionEndsAtMs: session === undefined ? null : session.expiresAtSeconds * 1000,
    viewerId:
      session !== undefined && isPerson(session)
        ? `user:${session.userId}`
        : `anonymous:${randomUUID()}`,
  };
}

function roleOf(session: Session | undefined, entry: Entry): RoomRole {
  if (session === undefined) return 'viewer';
  if (isEditor(session, entry)) return 'producer';
  return isPresenter(session, entry) ? 'presenter' : 'viewer';
}

function inspect(verifier: SessionVerifier, ks: string): Session | null {
  try {
    return verifier.inspect(ks);
  } catch (error) {
    if (error instanceof ApiError) return null;
    throw error;
  }
}

function refusal(code: RoomRefusalCode, message: string): RoomAdmission {
  return { isAdmitted: false, code, message };
}
