import {
  createSession,
  moderatorPrivileges,
  privilegesText,
  producerPrivileges,
  viewerPrivileges,
} from '@rostrum/sdk';
import type { Command } from '../../command.ts';
import { startSession } from '../../connect.ts';
import { UsageError } from '../../errors.ts';
import { type Flags, oneOf, wholeNumber } from '../../options.ts';

const DEFAULT_EXPIRY_SECONDS = 86_400;

/** What somebody needs for one webcast. */
const PRIVILEGES = {
  producer: producerPrivileges,
  moderator: moderatorPrivileges,
  viewer: (webcastId: string) => viewerPrivileges(webcastId),
} as const;

const ROLES = ['producer', 'moderator', 'viewer'] as const;

export const sessionsStart: Command = {
  name: 'sessions start',
  words: [],
  flags: ['account', 'admin', 'expiry', 'for', 'local', 'privileges', 'user', 'webcast'],
  usage:
    'sessions start [--user ID] [--for producer|moderator|viewer --webcast ID] [--privileges LIST] [--admin] …',
  about: 'starts a session, and shows its text',
  details: `  --user ID           whose session it is; default: nobody's
  --for ROLE          producer, moderator or viewer: with the privileges that one needs for --webcast ID
  --webcast ID        the webcast that --for speaks of
  --privileges LIST   further ones, separated by commas: sview:0_ab12cd34,setrole:WEBCAST_PRODUCER_DEVICE_ROLE
  --admin             an admin session, which may do everything
  --expiry SECONDS    how long it lasts; default: a day, which is the most that accounts allow
  --account ID        of another account of this installation: the older word for --partner
  --local             signed here with the secret, without asking the server: works while it is away, and what is
                      wrong with the secret or the privileges shows only when the session is used

  Whoever has the text has the session: it is printed to be handed on, and goes into no log.`,
  examples: [
    [
      'sessions start --user vera --for viewer --webcast 0_ab12cd34',
      'for a page that shows a webcast',
    ],
    ['sessions start --user pat --for producer --webcast 0_ab12cd34 --local', 'without the server'],
    ['sessions start --user vera --partner 101', 'of another account of this installation'],
  ],
  async run({ flags, findConnection }) {
    const privileges = privilegesIn(flags);
    const expiry =
      flags.expiry === undefined ? DEFAULT_EXPIRY_SECONDS : wholeNumber('--expiry', flags.expiry);
    const typedAccount =
      flags.account === undefined ? null : wholeNumber('--account', flags.account);
    const found = await findConnection();
    const connection = { ...found, partnerId: typedAccount ?? found.partnerId };
    const { partnerId, secret, secretPartnerId } = connection;
    const userId = flags.user ?? '';
    const isAdmin = flags.admin === true;
    if (flags.local) {
      if (partnerId !== secretPartnerId)
        throw new UsageError(
          `--local signs with the secret of account ${partnerId} itself: name both with --partner and --secret.`,
        );
      const wish = { partnerId, secret, userId, privileges, expirySeconds: expiry };
      const ks = await createSession({ ...wish, isAdmin });
      return { json: { ks }, text: ks };
    }
    const wish = { isAdmin, userId, privileges, expirySeconds: expiry };
    const ks = await startSession(connection, wish);
    return { json: { ks }, text: ks };
  },
};

/** @throws UsageError */
function privilegesIn(flags: Flags): string {
  const { for: role, webcast, privileges = '' } = flags;
  if ((role === undefined) !== (webcast === undefined))
    throw new UsageError('--for and --webcast go together: who it is for, and for which webcast.');
  if (role === undefined || webcast === undefined) return privileges;
  const needed = PRIVILEGES[oneOf('--for', role, ROLES)];
  try {
    return privilegesText([needed(webcast), privileges]);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError)
      throw new UsageError(`${error.message}.`);
    throw error;
  }
}
