import { objectsOf, type Secret } from '../../answers.ts';
import type { Command } from '../../command.ts';
import { UsageError } from '../../errors.ts';
import { type Flags, wholeNumber } from '../../options.ts';
import { utcText } from '../../terminal/amounts.ts';
import { table } from '../../terminal/table.ts';

/** Kaltura has no such service. */
const SERVICE = 'rostrum_partnerSecret';

export const partnersSecrets: Command = {
  name: 'partners secrets',
  words: ['ID'],
  flags: ['add', 'kind', 'remove', 'rotate'],
  usage: 'partners secrets ID [--rotate | --add | --remove SECRET_ID] [--kind admin|user]',
  about: 'shows the secrets of an account, or changes them',
  details: `  --rotate            a new secret in the place of all others of its kind; what they have signed ends at once
  --add               a further secret; those that there are stay, until --remove takes them away
  --remove SECRET_ID  takes one secret away; what it has signed ends at once
  --kind admin|user   for --rotate and --add; default: admin`,
  examples: [
    ['partners secrets 101', 'shows them'],
    ['partners secrets 101 --rotate', 'ends what was signed with the old one, at once'],
  ],
  async run({ words: [idText = ''], flags, signIn }) {
    const id = wholeNumber('ID', idText);
    const change = changeOf(flags);
    const client = await signIn();
    if (change !== null) await client.request(SERVICE, change.action, { id, ...change.params });
    const secrets = objectsOf<Secret>(await client.request(SERVICE, 'list', { id }));
    const rows = secrets.map((secret) => [
      secret.id,
      secret.kind,
      secret.secret,
      secret.isConfigured ? 'from the settings' : utcText(secret.createdAt * 1000),
    ]);
    return {
      json: secrets,
      text: table([['SECRET ID', 'KIND', 'SECRET', 'CREATED (UTC)'], ...rows]),
    };
  },
};

function changeOf(flags: Flags): {
  readonly action: string;
  readonly params: Readonly<Record<string, string>>;
} | null {
  const { rotate, add, remove, kind = 'admin' } = flags;
  if ([rotate, add, remove].filter((each) => each !== undefined).length > 1)
    throw new UsageError('--rotate, --add and --remove do not go together.');
  if (kind !== 'admin' && kind !== 'user')
    throw new UsageError(`--kind must be admin or user (got "${kind}").`);
  if (remove !== undefined) return { action: 'delete', params: { secretId: remove } };
  if (rotate) return { action: 'rotate', params: { kind } };
  return add ? { action: 'add', params: { kind } } : null;
}
