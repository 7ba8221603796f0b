import type { Partner } from '../answers.ts';
import type { Command } from '../command.ts';
import { signIn } from '../connect.ts';
import { table } from '../table.ts';

export const partnersAdd: Command = {
  name: 'partners add',
  words: ['NAME'],
  flags: ['email'],
  usage: 'partners add NAME [--email ADDRESS]',
  about: 'makes an account, and shows its secrets',
  details:
    '  --email ADDRESS     the owner, who signs in with it; the password is chosen and shown this one time',
  async run({ words: [name = ''], flags, connection }) {
    const client = await signIn(connection);
    const partner = {
      objectType: 'KalturaPartner',
      name,
      ...(flags.email === undefined ? {} : { adminEmail: flags.email }),
    };
    const made = (await client.request('partner', 'register', { partner })) as Partner;
    const rows = [
      ['Account', `${made.id} (${made.name})`],
      ['Admin secret', made.adminSecret ?? ''],
      ['User secret', made.secret ?? ''],
      ...(flags.email === undefined
        ? []
        : [
            ['Owner', flags.email],
            ['Password', made.cmsPassword ?? ''],
          ]),
    ];
    return { json: made, text: table(rows) };
  },
};
