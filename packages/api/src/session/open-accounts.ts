import type { Account, Clock, Log } from '../ports.ts';
import { ensureAllSeeds } from '../seeds/ensure-account-seeds.ts';
import { PartnersStore } from '../store/account/partners-store.ts';
import { RolesStore } from '../store/account/roles-store.ts';
import { SessionsStore } from '../store/account/sessions-store.ts';
import { UsersStore } from '../store/account/users-store.ts';
import { type Database, isDatabaseError } from '../store/database.ts';
import { Accounts } from './accounts.ts';
import type { Roles } from './roles.ts';

/** Accounts with everything that sessions ask for; every account has what each begins with. */
export async function openAccounts(
  database: Database,
  roles: Roles,
  { account, clock, log }: { readonly account: Account; readonly clock: Clock; readonly log: Log },
): Promise<Accounts> {
  try {
    const partners = new PartnersStore(database);
    await unlessDiskIsFull(partners.configure(account, clock.nowMs()), log);
    await unlessDiskIsFull(ensureAllSeeds(database, clock.nowMs()), log);
    const stores = {
      partners,
      rolesStore: new RolesStore(database),
      sessions: new SessionsStore(database),
      users: new UsersStore(database),
    };
    return await Accounts.open({ database, ...stores, roles, clock, log });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** All of this is there since the first start, as a rule: a full disk must not keep a server from starting again. */
async function unlessDiskIsFull(work: Promise<void>, log: Log): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isDatabaseError(error, 'full')) throw error;
    log.error({}, 'the disk is full: changed settings of the account hold from the next start on');
  }
}
