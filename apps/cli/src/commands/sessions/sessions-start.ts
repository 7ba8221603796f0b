import type { Command } from '../../command.ts';
import { wholeNumber } from '../../options.ts';

const DEFAULT_EXPIRY_SECONDS = 86_400;

export const sessionsStart: Command = {
  name: 'sessions start',
  words: [],
  flags: ['account', 'admin', 'expiry', 'privileges', 'user'],
  usage:
    'sessions start [--user ID] [--admin] [--privileges LIST] [--expiry SECONDS] [--account ID]',
  about: 'starts a session, and shows its text',
  details: `  --user ID           whose session it is; default: nobody's
  --admin             an admin session
  --privileges LIST   separated by commas: sview:0_ab12cd34,setrole:WEBCAST_PRODUCER_DEVICE_ROLE
  --expiry SECONDS    how long it lasts; default: a day, which is the most that accounts allow
  --account ID        of another account of this installation`,
  examples: [],
  async run({ flags, findConnection }) {
    const { client, partnerId, secret } = await findConnection();
    const account =
      flags.account === undefined ? partnerId : wholeNumber('--account', flags.account);
    const expiry =
      flags.expiry === undefined ? DEFAULT_EXPIRY_SECONDS : wholeNumber('--expiry', flags.expiry);
    const wish = {
      secret,
      partnerId,
      userId: flags.user ?? '',
      type: flags.admin ? 2 : 0,
      expiry,
      privileges: flags.privileges ?? '',
    };
    const ks =
      account === partnerId
        ? await client.request('session', 'start', wish)
        : await client.request('session', 'impersonate', {
            ...wish,
            impersonatedPartnerId: account,
          });
    return { json: { ks }, text: String(ks) };
  },
};
