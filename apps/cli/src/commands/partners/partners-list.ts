import type { Client } from '@rostrum/sdk';
import { objectsOf, type Partner } from '../../answers.ts';
import type { Command } from '../../command.ts';
import { utcText } from '../../terminal/amounts.ts';
import { table } from '../../terminal/table.ts';

/** As many as the server answers at once. */
const PAGE_SIZE = 500;
const ACTIVE = 1;

export const partnersList: Command = {
  name: 'partners list',
  words: [],
  flags: [],
  usage: 'partners list',
  about: 'shows all accounts',
  details: '  Without secrets: partners secrets shows those of one account.',
  examples: [],
  async run({ signIn }) {
    const partners = (await readAll(await signIn())).map(withoutSecrets);
    const rows = partners.map((partner) => [
      String(partner.id),
      partner.name,
      partner.status === ACTIVE ? 'active' : 'blocked',
      utcText(partner.createdAt * 1000),
    ]);
    return { json: partners, text: table([['ID', 'NAME', 'STATUS', 'CREATED (UTC)'], ...rows]) };
  },
};

async function readAll(client: Client): Promise<readonly Partner[]> {
  const all: Partner[] = [];
  for (let pageIndex = 1; ; pageIndex++) {
    const page = objectsOf<Partner>(
      await client.request('partner', 'list', {
        filter: { objectType: 'KalturaPartnerFilter', orderBy: '+id' },
        pager: { pageSize: PAGE_SIZE, pageIndex },
      }),
    );
    all.push(...page);
    if (page.length < PAGE_SIZE) return all;
  }
}

function withoutSecrets({ secret: _, adminSecret: __, ...rest }: Partner): Partner {
  return rest;
}
