import { metadataProfileSeeds, SHARED_METADATA_PROFILES } from '../metadata/metadata-seeds.ts';
import { type Database, isDatabaseError, type Statement, statement } from '../store/database.ts';
import { putMetadataProfile } from '../store/metadata/metadata-profiles-store.ts';
import { putFlavorParams } from '../store/profile/flavor-params-store.ts';
import { putUiConf } from '../store/profile/ui-confs-store.ts';
import { profileSeeds } from './profile-seeds.ts';
import { SHARED_FLAVORS } from './shared-flavors.ts';
import { uiConfSeeds } from './ui-conf-seeds.ts';
import { UI_CONF_TEMPLATES } from './ui-conf-templates.ts';

/** What an account begins with, by a name that is kept: later seeds come to older accounts too, deleted ones stay away. */
const SEEDS: readonly {
  readonly name: string;
  readonly statements: (
    database: Database,
    partnerId: number,
    nowMs: number,
  ) => readonly Statement[];
}[] = [
  { name: 'conversion and access control profiles', statements: profileSeeds },
  { name: 'configurations and the standard widget', statements: uiConfSeeds },
  { name: 'metadata profiles', statements: metadataProfileSeeds },
];

/** Random ids are taken once in a hundred thousand times. */
const MAX_ATTEMPTS = 5;

/**
 * Gives an account what it begins with, unless it was given it before: each seed is all or nothing, and repeating the
 * call does no harm. To be called for every account that is made, right after it.
 */
export async function ensureAccountSeeds(
  database: Database,
  partnerId: number,
  nowMs: number,
): Promise<void> {
  const given = await seedsOf(database, partnerId);
  for (const { name, statements } of SEEDS) {
    for (let attempt = 1; !given.has(name); attempt++) {
      const job = [
        // First, so that of two processes that do the same the second changes nothing.
        statement(
          database.builder
            .insertInto('account_seed')
            .values({ partner_id: partnerId, seed: name, made_at_ms: nowMs }),
        ),
        ...statements(database, partnerId, nowMs),
      ];
      try {
        await database.write(job);
        break;
      } catch (error) {
        if (!isDatabaseError(error, 'duplicate') || attempt === MAX_ATTEMPTS) throw error;
        if ((await seedsOf(database, partnerId)).has(name)) break;
      }
    }
  }
}

/** What all accounts share, as this version has it, and what each account that is there begins with. */
export async function ensureAllSeeds(database: Database, nowMs: number): Promise<void> {
  await database.write([
    ...SHARED_FLAVORS.map((flavor) => putFlavorParams(database, flavor)),
    ...UI_CONF_TEMPLATES.map((template) => putUiConf(database, template)),
    ...SHARED_METADATA_PROFILES.flatMap((profile) => putMetadataProfile(database, profile)),
  ]);
  for (const { name } of SEEDS) {
    const without = await database.read(
      database.builder
        .selectFrom('partner')
        .leftJoin('account_seed', (join) =>
          join.onRef('account_seed.partner_id', '=', 'partner.id').on('seed', '=', name),
        )
        .where('account_seed.seed', 'is', null)
        .select('partner.id'),
    );
    for (const { id } of without) await ensureAccountSeeds(database, id, nowMs);
  }
}

async function seedsOf(database: Database, partnerId: number): Promise<ReadonlySet<string>> {
  const rows = await database.read(
    database.builder.selectFrom('account_seed').select('seed').where('partner_id', '=', partnerId),
  );
  return new Set(rows.map(({ seed }) => seed));
}
