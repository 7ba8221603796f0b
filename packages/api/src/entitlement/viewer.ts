import { grants, hasPrivilege, valuesOf } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import { isPerson, mayListAll } from '../session/access.ts';

/**
 * Who holds an account's categories against somebody: nobody (off), the account's setting (account), or the session
 * itself (session), which then also limits what its own `list:*` shows.
 */
export type Enforcement = 'off' | 'account' | 'session';

/** What a session, or the lack of one, says about which entries it may see. */
export type Viewer = {
  readonly session: Session | undefined;
  /** Null for nobody by name. */
  readonly userId: string | null;
  readonly enforcement: Enforcement;
  /** Only categories of one of these contexts count; empty for those of any context. */
  readonly contexts: readonly string[];
  /** Nothing but these entries, whatever else the session says; null for no such limit. */
  readonly limitedTo: readonly string[] | null;
  /** Entries that the session names, so that no category keeps them from it. */
  readonly named: 'all' | readonly string[];
  /** Of `named`: whoever may watch these may also watch what they redirect to. */
  readonly watchable: readonly string[];
  /** Lists what others own. */
  readonly listsAll: boolean;
};

/** @param isEnforcedByAccount the account's setting for sessions that say nothing about it */
export function viewerOf(session: Session | undefined, isEnforcedByAccount: boolean): Viewer {
  if (session === undefined) return isEnforcedByAccount ? ENFORCED_NOBODY : NOBODY;
  const { privileges } = session;
  const watchable = idsOf(session, 'sview');
  return {
    session,
    userId: isPerson(session) ? session.userId : null,
    enforcement: enforcementOf(session, isEnforcedByAccount),
    contexts: idsOf(session, 'privacycontext'),
    limitedTo: hasPrivilege(privileges, 'limitentry') ? idsOf(session, 'limitentry') : null,
    named:
      grants(privileges, 'sview', '*') || grants(privileges, 'edit', '*')
        ? 'all'
        : [
            ...watchable,
            ...idsOf(session, 'edit'),
            ...idsOf(session, 'disableentitlementforentry'),
          ],
    watchable,
    listsAll: mayListAll(session),
  };
}

/** Lets the viewer also see what its watchable entries redirect to. */
export function withRedirectTargets(viewer: Viewer, targets: readonly string[]): Viewer {
  return viewer.named === 'all' ? viewer : { ...viewer, named: [...viewer.named, ...targets] };
}

const NOBODY: Viewer = {
  session: undefined,
  userId: null,
  enforcement: 'off',
  contexts: [],
  limitedTo: null,
  named: [],
  watchable: [],
  listsAll: false,
};
const ENFORCED_NOBODY: Viewer = { ...NOBODY, enforcement: 'account' };

/** Admin sessions see everything unless they ask not to. */
function enforcementOf({ privileges, isAdmin }: Session, isEnforcedByAccount: boolean) {
  if (hasPrivilege(privileges, 'disableentitlement')) return 'off';
  if (hasPrivilege(privileges, 'enableentitlement')) return 'session';
  if (isAdmin) return 'off';
  if (hasPrivilege(privileges, 'privacycontext')) return 'session';
  return isEnforcedByAccount ? 'account' : 'off';
}

/** A session's text bounds them anyway; databases limit the number of parameters. */
const MAX_IDS = 1000;

function idsOf({ privileges }: Session, name: string): readonly string[] {
  return valuesOf(privileges, name)
    .filter((id) => id !== '')
    .slice(0, MAX_IDS);
}
