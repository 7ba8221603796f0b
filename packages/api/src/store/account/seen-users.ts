import { BoundedCache } from '../../bounded-cache.ts';
import { MAX_USER_ID_LENGTH } from '../../schema/user.ts';
import { type OwnedEntry, userIdsOf } from '../../session/access.ts';
import type { Database, Statement } from '../database.ts';
import { UsersStore } from './users-store.ts';

/** Of whom it is known that the account has them; the others are asked about once more. */
const MAX_KNOWN = 50_000;

/** An entry with a longer list of people makes users of the first ones. */
const MAX_SIGHTINGS = 1000;

export type NamingEntry = OwnedEntry & {
  readonly updatedAtMs: number;
  readonly properties: { readonly creatorId?: string | null };
};

/** People whom an entry names for the first time become users of its account. */
export class SeenUsers {
  readonly #users: UsersStore;
  readonly #known = new BoundedCache<string, true>(MAX_KNOWN);

  constructor(database: Database) {
    this.#users = new UsersStore(database);
  }

  /** Part of the job that writes the entry; none where all of them are known. */
  statementsFor(entry: NamingEntry): readonly Statement[] {
    const { partnerId, updatedAtMs } = entry;
    const strangers = peopleIn(entry).filter((id) => !this.#known.get(`${partnerId}:${id}`));
    return this.#users.sightings(partnerId, strangers, updatedAtMs);
  }

  /** The job was written. */
  remember(entry: NamingEntry): void {
    for (const id of peopleIn(entry)) this.#known.set(`${entry.partnerId}:${id}`, true);
  }
}

function peopleIn({ properties }: NamingEntry): readonly string[] {
  const { userId, creatorId, entitledUsersEdit, entitledUsersPublish, entitledUsersView } =
    properties;
  const ids = new Set([
    ...[userId ?? '', creatorId ?? ''].filter((id) => id !== '' && !id.includes(',')),
    ...userIdsOf(entitledUsersEdit),
    ...userIdsOf(entitledUsersPublish),
    ...userIdsOf(entitledUsersView),
  ]);
  return [...ids].filter((id) => id.length <= MAX_USER_ID_LENGTH).slice(0, MAX_SIGHTINGS);
}
