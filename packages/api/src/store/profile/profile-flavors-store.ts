import type {
  ConversionProfileAssetParamsFilterValue,
  ConversionProfileAssetParamsValue,
} from '../../schema/conversion-profile.ts';
import { type Database, type Statement, statement, tryWrite } from '../database.ts';
import { allOf, conditionsOf } from '../list-filter.ts';
import { type FlavorParamsRecord, type Page, SHARED_PARTNER_ID } from './flavor-params-store.ts';
import {
  CONVERSION_PROFILE_COLUMNS,
  FLAVOR_PARAMS_COLUMNS,
  PROFILE_FLAVOR_COLUMNS,
} from './profile-columns.ts';
import type { ConversionProfileFlavorTable } from './profile-tables.ts';

/** One flavor in a profile: which, at what place, and how it is used. */
export type ProfileFlavor = {
  readonly conversionProfileId: number;
  readonly flavorParamsId: number;
  readonly partnerId: number;
  /** From 0: the order in which the account named them. */
  readonly position: number;
  readonly revision: number;
  /** What was set, under the API's names; without nulls; origin and readyBehavior always. */
  readonly properties: ConversionProfileAssetParamsValue;
};

const READY_NO_IMPACT = 0;
const READY_OPTIONAL = 2;
const MADE_HERE = 0;
const SENT_BY_ENCODER = 1;

/** What an encoder sends is taken as it comes, what it does not send is made here and may be missing. */
export function usageOf(flavor: FlavorParamsRecord): ConversionProfileAssetParamsValue {
  const isSent = (flavor.properties.tags ?? '').split(',').some((tag) => tag.trim() === 'ingest');
  return isSent
    ? { origin: SENT_BY_ENCODER, readyBehavior: READY_NO_IMPACT }
    : { origin: MADE_HERE, readyBehavior: READY_OPTIONAL };
}

/** The flavors of conversion profiles. */
export class ProfileFlavorsStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Of these profiles, or of all, by profile and in the profiles' order. */
  async ofProfiles(
    partnerId: number,
    profileIds: readonly number[] | 'all',
  ): Promise<ReadonlyMap<number, readonly ProfileFlavor[]>> {
    if (profileIds.length === 0) return new Map();
    const all = this.#own(partnerId).selectAll().orderBy('position');
    const rows = await this.#database.read(
      profileIds === 'all' ? all : all.where('conversion_profile_id', 'in', [...profileIds]),
    );
    return Map.groupBy(rows.map(flavorOf), ({ conversionProfileId }) => conversionProfileId);
  }

  async find(
    partnerId: number,
    conversionProfileId: number,
    flavorParamsId: number,
  ): Promise<ProfileFlavor | null> {
    const [row] = await this.#database.read(
      this.#own(partnerId)
        .selectAll()
        .where('conversion_profile_id', '=', conversionProfileId)
        .where('flavor_params_id', '=', flavorParamsId),
    );
    return row === undefined ? null : flavorOf(row);
  }

  /** By profile and in the profiles' order. */
  async list(
    partnerId: number,
    filter: ConversionProfileAssetParamsFilterValue,
    { limit, offset }: Page,
  ) {
    const { conversionProfileIdFilter, assetParamsIdFilter } = filter;
    let matching = this.#own(partnerId).where(allOf(conditionsOf(filter, PROFILE_FLAVOR_COLUMNS)));
    if (conversionProfileIdFilter) {
      const profiles = this.#database.builder
        .selectFrom('conversion_profile')
        .select('id')
        .where('partner_id', '=', partnerId)
        .where(allOf(conditionsOf(conversionProfileIdFilter, CONVERSION_PROFILE_COLUMNS)));
      matching = matching.where('conversion_profile_id', 'in', profiles);
    }
    if (assetParamsIdFilter) {
      const flavors = this.#database.builder
        .selectFrom('flavor_params')
        .select('id')
        .where('partner_id', 'in', [SHARED_PARTNER_ID, partnerId])
        .where(allOf(conditionsOf(assetParamsIdFilter, FLAVOR_PARAMS_COLUMNS)));
      matching = matching.where('flavor_params_id', 'in', flavors);
    }
    const [count] = await this.#database.read(
      matching.select(({ fn }) => fn.countAll<number>().as('total')),
    );
    const rows = await this.#database.read(
      matching
        .selectAll()
        .orderBy('conversion_profile_id')
        .orderBy('position')
        .limit(limit)
        .offset(offset),
    );
    return { totalCount: Number(count?.total ?? 0), flavors: rows.map(flavorOf) };
  }

  /** @returns false where the stored revision is no longer the one before this one */
  async replace(flavor: ProfileFlavor): Promise<boolean> {
    const { conversion_profile_id, flavor_params_id, ...columns } = rowOf(flavor);
    const query = this.#database.builder
      .updateTable('conversion_profile_flavor')
      .set(columns)
      .where('conversion_profile_id', '=', conversion_profile_id)
      .where('flavor_params_id', '=', flavor_params_id)
      .where('revision', '=', flavor.revision - 1);
    return tryWrite(this.#database, [statement(query, { mustChange: true })]);
  }

  /** Without those of deleted profiles. */
  #own(partnerId: number) {
    const deleted = this.#database.builder
      .selectFrom('conversion_profile')
      .select('id')
      .where('partner_id', '=', partnerId)
      .where('status', '=', '3');
    return this.#database.builder
      .selectFrom('conversion_profile_flavor')
      .where('partner_id', '=', partnerId)
      .where('conversion_profile_id', 'not in', deleted);
  }
}

export function insertProfileFlavor(database: Database, flavor: ProfileFlavor): Statement {
  return statement(database.builder.insertInto('conversion_profile_flavor').values(rowOf(flavor)));
}

/** Gives a profile exactly these flavors; one that it has already keeps how it is used. */
export function putProfileFlavors(
  database: Database,
  conversionProfileId: number,
  flavors: readonly ProfileFlavor[],
): readonly Statement[] {
  const { builder } = database;
  const others = builder
    .deleteFrom('conversion_profile_flavor')
    .where('conversion_profile_id', '=', conversionProfileId);
  const ids = flavors.map(({ flavorParamsId }) => flavorParamsId);
  return [
    statement(ids.length === 0 ? others : others.where('flavor_params_id', 'not in', ids)),
    ...flavors.map((flavor) => {
      const { position, ...rest } = rowOf(flavor);
      return statement(
        builder
          .insertInto('conversion_profile_flavor')
          .values({ position, ...rest })
          .onConflict((conflict) =>
            conflict
              .columns(['conversion_profile_id', 'flavor_params_id'])
              .doUpdateSet({ position }),
          ),
      );
    }),
  ];
}

function rowOf(flavor: ProfileFlavor): ConversionProfileFlavorTable {
  const { origin, readyBehavior, systemName } = flavor.properties;
  return {
    conversion_profile_id: flavor.conversionProfileId,
    flavor_params_id: flavor.flavorParamsId,
    partner_id: flavor.partnerId,
    position: flavor.position,
    origin: origin ?? MADE_HERE,
    ready_behavior: readyBehavior ?? READY_NO_IMPACT,
    system_name: systemName ?? '',
    revision: flavor.revision,
    properties: JSON.stringify(flavor.properties),
  };
}

function flavorOf(row: ConversionProfileFlavorTable): ProfileFlavor {
  return {
    conversionProfileId: row.conversion_profile_id,
    flavorParamsId: row.flavor_params_id,
    partnerId: row.partner_id,
    position: row.position,
    revision: row.revision,
    properties: JSON.parse(row.properties) as ConversionProfileAssetParamsValue,
  };
}
