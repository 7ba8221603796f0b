import { BoundedCache } from '../bounded-cache.ts';
import type { AccessControl } from '../entries/access-control.ts';
import type { LiveBitrate, LiveProfile, LiveProfiles } from '../live/live-profiles.ts';
import type { Clock } from '../ports.ts';
import type { FlavorParamsValue } from '../schema/flavor-params.ts';
import { ensureAccountSeeds } from '../seeds/ensure-account-seeds.ts';
import type { Database } from '../store/database.ts';
import { AccessControlStore } from '../store/profile/access-control-store.ts';
import {
  type ConversionProfileRecord,
  ConversionProfilesStore,
  ENABLED,
  LIVE_PROFILE,
} from '../store/profile/conversion-profiles-store.ts';
import { FlavorParamsStore } from '../store/profile/flavor-params-store.ts';
import { ProfileFlavorsStore } from '../store/profile/profile-flavors-store.ts';

/** What entries ask about the account that they belong to. */
export type AccountProfiles = {
  readonly live: LiveProfiles;
  /** Conversion profiles for uploaded media and documents. */
  readonly media: {
    /** Undefined where the account has made none the default. */
    readonly defaultId: number | undefined;
    readonly enabledIds: ReadonlySet<number>;
  };
  readonly accessControl: AccessControl;
};

/** Accounts whose webcasts are asked for at one time; each entry is a few kilobytes. */
const MAX_ACCOUNTS = 1000;

/** How long another process's change may go unseen, ms. This process sees its own at once. */
const MAX_AGE_MS = 5000;

/** More than anybody has; the excess would not be found by entries. */
const MAX_PROFILES = 10_000;

type Kept = { readonly readAtMs: number; readonly profiles: Promise<AccountProfiles> };

/** Profiles in memory, because every answer about an entry shows some of them. */
export class AccountProfilesDirectory {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #kept = new BoundedCache<number, Kept>(MAX_ACCOUNTS);

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The account must exist. */
  of(partnerId: number): Promise<AccountProfiles> {
    const nowMs = this.#clock.nowMs();
    const kept = this.#kept.get(partnerId);
    if (kept !== undefined && Math.abs(nowMs - kept.readAtMs) < MAX_AGE_MS) return kept.profiles;
    const profiles = this.#read(partnerId);
    this.#kept.set(partnerId, { readAtMs: nowMs, profiles });
    // What could not be read is asked for anew by the next call.
    profiles.catch(() => this.forget(partnerId));
    return profiles;
  }

  /** The account has changed a profile: what is remembered holds no longer. */
  forget(partnerId: number): void {
    this.#kept.delete(partnerId);
  }

  async #read(partnerId: number): Promise<AccountProfiles> {
    const profiles = await this.#readOnce(partnerId);
    if (profiles !== null) return profiles;
    await ensureAccountSeeds(this.#database, partnerId, this.#clock.nowMs());
    const seeded = await this.#readOnce(partnerId);
    if (seeded === null) throw new Error(`Account ${partnerId} has no default profiles`);
    return seeded;
  }

  /** Null where the account has not been given its beginnings. */
  async #readOnce(partnerId: number): Promise<AccountProfiles | null> {
    const { records } = await new ConversionProfilesStore(this.#database).list(
      partnerId,
      {},
      { limit: MAX_PROFILES, offset: 0 },
    );
    const accessControls = await new AccessControlStore(this.#database).all(partnerId);
    const live = await this.#liveProfiles(partnerId, records);
    const defaultAccessControl = accessControls.find(({ isDefault }) => isDefault);
    if (live === null || defaultAccessControl === undefined) return null;
    const media = records.filter(({ type }) => type !== LIVE_PROFILE);
    return {
      live,
      media: {
        defaultId: media.find(({ isDefault }) => isDefault)?.id,
        enabledIds: new Set(media.filter(isEnabled).map(({ id }) => id)),
      },
      accessControl: {
        defaultId: defaultAccessControl.id,
        ids: new Set(accessControls.map(({ id }) => id)),
      },
    };
  }

  async #liveProfiles(
    partnerId: number,
    records: readonly ConversionProfileRecord[],
  ): Promise<LiveProfiles | null> {
    const usages = await new ProfileFlavorsStore(this.#database).ofProfiles(partnerId, 'all');
    const flavorIds = new Set(
      [...usages.values()].flat().map(({ flavorParamsId }) => flavorParamsId),
    );
    const flavors = await new FlavorParamsStore(this.#database).findMany(partnerId, [...flavorIds]);
    const propertiesOf = new Map(flavors.map(({ id, properties }) => [id, properties]));
    const profiles = new Map<number, LiveProfile>();
    let standard: LiveProfile | undefined;
    for (const record of records) {
      if (record.type !== LIVE_PROFILE) continue;
      const ids = (usages.get(record.id) ?? []).map(({ flavorParamsId }) => flavorParamsId);
      const profile = {
        id: record.id,
        isEnabled: isEnabled(record),
        flavorParamsIds: ids.join(','),
        bitrates: ids.flatMap((id) => bitrateOf(propertiesOf.get(id)) ?? []),
      };
      profiles.set(record.id, profile);
      if (record.isDefault) standard = profile;
    }
    if (standard === undefined) return null;
    return { default: standard, find: (id) => profiles.get(id) };
  }
}

/** Undefined for a sound without a picture. */
function bitrateOf(flavor: FlavorParamsValue | undefined): LiveBitrate | undefined {
  if (!flavor?.videoBitrate) return undefined;
  const { videoBitrate, width, height, tags } = flavor;
  return { bitrate: videoBitrate, width: width ?? 0, height: height ?? 0, tags: tags ?? '' };
}

function isEnabled({ status }: ConversionProfileRecord): boolean {
  return status === ENABLED;
}
