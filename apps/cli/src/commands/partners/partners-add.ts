import type { Partner } from '../../answers.ts';
import type { Command } from '../../command.ts';
import { table } from '../../terminal/table.ts';

export const partnersAdd: Command = {
  name: 'partners add',
  words: ['NAME'],
  flags: ['email'],
  usage: 'partners add NAME [--email ADDRESS]',
  about: 'makes an account, and shows its secrets',
  details:
    '  --email ADDRESS     the owner, who signs in with it; the password is chosen and shown this one time',
  examples: [['partners add "Acme" --email owner@acme.example', 'with somebody who may sign in']],
  async run({ words: [name = ''], flags, signIn }) {
    const client = await signIn();
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
