import { describe, expect, test } from 'vitest';
import { parsePrivileges } from '../ks/privileges.ts';
import type { Session } from '../ks/session.ts';
import type { OwnedEntry } from '../session/access.ts';
import {
  dependsOnPlacements,
  FOR_ALL,
  FOR_AUTHENTICATED,
  FOR_MEMBERS,
  type Placement,
  type Rights,
  rightsTo,
} from './rights.ts';
import { viewerOf, withRedirectTargets } from './viewer.ts';

const ENTRY: OwnedEntry = {
  id: '0_entry',
  partnerId: 100,
  properties: {
    userId: 'olga',
    entitledUsersEdit: 'carl, x',
    entitledUsersPublish: 'petra',
    entitledUsersView: 'vic',
  },
};

type Who = {
  readonly userId?: string;
  readonly privileges?: string;
  readonly isAdmin?: boolean;
  readonly partnerId?: number;
};

function sessionOf({ userId = '', privileges = '', isAdmin = false, partnerId = 100 }: Who) {
  const session: Session = {
    partnerId,
    userId,
    type: isAdmin ? 2 : 0,
    expiresAtSeconds: 0,
    privileges: parsePrivileges(privileges),
    hash: '',
    version: 2,
    ks: '',
    isAdmin,
    roleName: undefined,
    restrictingRoleName: undefined,
  };
  return session;
}

const SHORT = { s: 'maySee', l: 'mayList', w: 'mayWatch', p: 'mayPublish', e: 'mayEdit' } as const;

/** `slwpe`: the first letters of what is allowed. */
function allowed(
  who: Who | null,
  placements: readonly Placement[],
  { isEnforced = true } = {},
): string {
  const session = who === null ? undefined : sessionOf(who);
  const rights: Rights = rightsTo(viewerOf(session, isEnforced), ENTRY, placements);
  return Object.entries(SHORT)
    .filter(([, name]) => rights[name])
    .map(([letter]) => letter)
    .join('');
}

const open: Placement = {
  isActive: true,
  contexts: ['web'],
  privacy: FOR_ALL,
  isMember: false,
  isModerator: false,
};
const signedIn: Placement = { ...open, privacy: FOR_AUTHENTICATED };
const members: Placement = { ...open, privacy: FOR_MEMBERS };
const ofMember: Placement = { ...members, isMember: true };
const plain: Placement = { ...members, contexts: [] };
const pending: Placement = { ...open, isActive: false };
const VERA: Who = { userId: 'vera' };

describe('who may do what with an entry', () => {
  const none: readonly Placement[] = [];
  const table: readonly [string, Who | null, readonly Placement[], string][] = [
    // The account enforces, the entry is in no category.
    ['nobody sees what is in no category', null, none, 'sw'],
    ['a user sees what is in no category', VERA, none, 'sw'],
    ['with a context, what is in no category is hidden', v('privacycontext:web'), none, ''],
    ['a category without a context says nothing', VERA, [plain], 'sw'],
    ['nor does it count for a context', v('privacycontext:web'), [plain], ''],

    // Privacy.
    ['nobody sees what is for all', null, [open], 'sw'],
    ['nobody does not see what is for named users', null, [signedIn], ''],
    ['a user sees what is for named users', VERA, [signedIn], 'sw'],
    ['a session without a name does not', { userId: '' }, [signedIn], ''],
    ['a widget’s user is not named', { userId: '0', privileges: 'widget:1' }, [signedIn], ''],
    ['a user does not see what is for members', VERA, [members], ''],
    ['a member does', VERA, [ofMember], 'sw'],
    ['one open category is enough', VERA, [members, open], 'sw'],
    ['an open one of no context is not', VERA, [members, { ...plain, privacy: FOR_ALL }], ''],
    ['a placement to be approved hides', VERA, [pending], ''],
    ['and shows nothing to members', VERA, [{ ...ofMember, isActive: false }], ''],
    ['but the entry to moderators', VERA, [{ ...pending, isModerator: true }], 'sw'],
    ['it takes away nothing that another gives', VERA, [pending, open], 'sw'],

    // Contexts.
    ['of the session’s context', v('privacycontext:web'), [open], 'sw'],
    ['of another context', v('privacycontext:intranet'), [open], ''],
    ['a context is not a part of another', v('privacycontext:we'), [open], ''],
    [
      'one of several contexts',
      v('privacycontext:x/web'),
      [{ ...open, contexts: ['y', 'web'] }],
      'sw',
    ],

    // Entitled users and owners.
    ['the owner', { userId: 'olga' }, [members], 'slwpe'],
    ['the owner in another context', u('olga', 'privacycontext:x'), [members], 'slwpe'],
    ['a co-editor', { userId: 'carl' }, [members], 'slwpe'],
    ['who may publish', { userId: 'petra' }, [members], 'slwp'],
    ['who may view', { userId: 'vic' }, [members], 'slw'],
    ['nobody owns through an empty name', { userId: '' }, [members], ''],

    // Privileges.
    ['sview names it', v('sview:0_entry'), [members], 'sw'],
    ['sview names another', v('sview:0_other'), [members], ''],
    ['sview names all', v('sview:*'), [members], 'sw'],
    ['sview beats the session’s own wish', v('enableentitlement,sview:0_entry'), [members], 'sw'],
    ['edit names it', v('edit:0_entry'), [members], 'swpe'],
    ['edit names all', v('edit:*'), [members], 'swpe'],
    ['not for this entry', v('disableentitlementforentry:0_a/0_entry'), [members], 'sw'],
    ['only for another entry', v('disableentitlementforentry:0_a'), [members], ''],
    ['not at all', v('disableentitlement'), [members], 'sw'],
    ['not, although it was enabled', v('enableentitlement,disableentitlement'), [members], 'sw'],
    ['list shows all', v('list:*'), [members], 'sl'],
    ['list does not undo enableentitlement', v('list:*,enableentitlement'), [members], ''],
    ['list does not undo a context', v('list:*,privacycontext:web'), [members], ''],
    ['list within the context', v('list:*,privacycontext:web'), [open], 'slw'],
    ['list of one entry is another matter', v('list:0_entry'), [members], ''],
    ['everything', v('all:*'), [members], 'slwpe'],
    ['restrictexplicitliveview opens no category', v('restrictexplicitliveview'), [members], ''],

    // Nothing but one entry.
    ['limited to it', v('limitentry:0_entry'), none, 'sw'],
    ['limited to another', v('limitentry:0_other'), none, ''],
    ['limited to another, although named', v('limitentry:0_other,sview:*,list:*'), none, ''],
    ['limited to nothing', v('limitentry'), none, ''],
    ['an admin limited to another', { isAdmin: true, privileges: 'limitentry:0_a' }, none, ''],
    ['an owner limited to another', u('olga', 'limitentry:0_a'), none, ''],
    ['limited, and its category closed', v('limitentry:0_entry'), [members], ''],

    // Admins.
    ['an admin', { isAdmin: true }, [members], 'slwpe'],
    ['an admin with a context', { isAdmin: true, privileges: 'privacycontext:x' }, none, 'slwpe'],
    ['an admin who asks for it', { isAdmin: true, privileges: 'enableentitlement' }, [members], ''],
    [
      'and is let in',
      { isAdmin: true, userId: 'ada', privileges: 'enableentitlement' },
      [ofMember],
      'slwpe',
    ],
    ['an admin of another account', { isAdmin: true, partnerId: 200 }, none, ''],
    ['the owner’s namesake elsewhere', { userId: 'olga', partnerId: 200 }, none, ''],
  ];

  for (const [title, who, placements, expected] of table) {
    test(`${title}: ${expected || 'nothing'}`, () => {
      expect(allowed(who, placements)).toBe(expected);
    });
  }

  test('without the account’s setting only sessions that ask for it are asked', () => {
    const off = { isEnforced: false };
    expect(allowed(null, [members], off)).toBe('sw');
    expect(allowed(VERA, [members], off)).toBe('sw');
    expect(allowed(v('list:*'), [members], off)).toBe('slw');
    expect(allowed(v('enableentitlement'), [members], off)).toBe('');
    expect(allowed(v('privacycontext:web'), [members], off)).toBe('');
    expect(allowed(v('limitentry:0_other'), none, off)).toBe('');
    expect(allowed({ userId: 'petra' }, [members], off)).toBe('slwp');
  });

  test('whoever may watch an entry may watch what it redirects to', () => {
    const viewer = viewerOf(sessionOf(v('sview:0_live')), true);
    expect(viewer.watchable).toEqual(['0_live']);
    expect(rightsTo(viewer, ENTRY, [members]).mayWatch).toBe(false);
    const redirected = withRedirectTargets(viewer, ['0_entry']);
    expect(rightsTo(redirected, ENTRY, [members]).mayWatch).toBe(true);
    expect(rightsTo(redirected, ENTRY, [members]).mayEdit).toBe(false);
  });

  test('what decides without categories says the same whatever they are', () => {
    const everyone = table.map(([, who]) => who);
    const worlds = [none, [open], [members], [ofMember], [pending], [plain]];
    for (const who of everyone) {
      const viewer = viewerOf(who === null ? undefined : sessionOf(who), true);
      if (dependsOnPlacements(viewer, ENTRY)) continue;
      expect(new Set(worlds.map((world) => allowed(who, world))).size).toBe(1);
    }
  });
});

function v(privileges: string): Who {
  return { userId: 'vera', privileges };
}

function u(userId: string, privileges: string): Who {
  return { userId, privileges };
}
