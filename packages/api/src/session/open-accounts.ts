import type { Account, Clock, Log } from '../ports.ts';
import { ensureAllSeeds } from '../seeds/ensure-account-seeds.ts';
import type { Database } from '../store/database.ts';
import { PartnersStore } from '../store/partners-store.ts';
import { RolesStore } from '../store/roles-store.ts';
import { SessionsStore } from '../store/sessions-store.ts';
import { UsersStore } from '../store/users-store.ts';
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
    await partners.configure(account, clock.nowMs());
    await ensureAllSeeds(database, clock.nowMs());
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
