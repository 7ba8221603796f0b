import { ownZone } from '@rostrum/contracts';
import type { Command } from '../../command.ts';
import { clientAt, findServer } from '../../connect.ts';
import { UsageError } from '../../errors.ts';
import { lengthText, timeText } from '../../terminal/amounts.ts';
import { printable } from '../../terminal/printable.ts';
import { table } from '../../terminal/table.ts';

const ADMIN = 2;

type Held = {
  readonly partnerId: number;
  readonly userId: string;
  readonly sessionType: number;
  /** Unix seconds. */
  readonly expiry: number;
  readonly privileges: string;
};

export const sessionsShow: Command = {
  name: 'sessions show',
  words: ['KS'],
  flags: [],
  usage: 'sessions show KS',
  about: 'shows what the server reads in a session: whose it is, until when, and what it may do',
  details: `  KS                  the session's text; - reads it from the input, so that nobody sees it in the list of processes
  It needs no secret: the session is asked about itself. One that does not hold is refused (exit code 1).`,
  examples: [['sessions show - < session.txt', 'reads it from a file']],
  async run({ words: [word = ''], flags, around }) {
    const ks = (word === '-' ? await around.readInput() : word).trim();
    if (ks === '') throw new UsageError('There is no session in the input.');
    const { url } = await findServer(flags, around.env, around.folder);
    // The session names its account; nobody else has to.
    const client = clientAt(url, 0);
    client.useSession(ks);
    const [held, permissions] = await Promise.all([
      client.request('session', 'get') as Promise<Held>,
      client.request('permission', 'getCurrentPermissions'),
    ]);
    const { partnerId, userId, sessionType, expiry, privileges } = held;
    const names = String(permissions ?? '')
      .split(',')
      .filter((name) => name !== '');
    const isAdmin = Number(sessionType) >= ADMIN;
    const leftMs = Number(expiry) * 1000 - around.nowMs();
    const listed = (list: readonly string[], none: string) =>
      list.length === 0 ? [none] : list.map(printable);
    const rows = [
      ['Account', String(partnerId)],
      ['User', printable(userId || 'nobody')],
      ['Kind', isAdmin ? 'admin' : 'user'],
      ['Ends', `${timeText(Number(expiry) * 1000, ownZone())}, in ${lengthText(leftMs)}`],
      ...column('Privileges', listed(splitPrivileges(privileges ?? ''), 'none')),
      ...column('Permissions', listed(names, 'none')),
    ];
    return {
      json: {
        ...{ partnerId, userId, isAdmin, expiresAt: new Date(Number(expiry) * 1000).toISOString() },
        ...{ privileges: splitPrivileges(privileges ?? ''), permissions: names },
      },
      text: table(rows),
    };
  },
};

function splitPrivileges(text: string): readonly string[] {
  return text.split(',').filter((privilege) => privilege !== '');
}

/** A title, and lines beside and below it. */
function column(title: string, lines: readonly string[]): string[][] {
  return lines.map((line, index) => [index === 0 ? title : '', line]);
}
