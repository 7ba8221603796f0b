import type { SessionVerifier } from '../../ks/session-verifier.ts';
import type { Clock, Log } from '../../ports.ts';
import type { WidgetDirectory } from '../../profiles/widget-directory.ts';
import { ensureAccountSeeds } from '../../seeds/ensure-account-seeds.ts';
import type { Accounts } from '../../session/accounts.ts';
import { Attempts } from '../../session/attempts.ts';
import type { Roles } from '../../session/roles.ts';
import type { SessionIssuer } from '../../session/session-issuer.ts';
import { AppTokensStore } from '../../store/account/app-tokens-store.ts';
import { LoginChange } from '../../store/account/login-change.ts';
import { LoginsStore } from '../../store/account/logins-store.ts';
import { PartnersStore } from '../../store/account/partners-store.ts';
import { RolesStore } from '../../store/account/roles-store.ts';
import { UsersStore } from '../../store/account/users-store.ts';
import type { Database } from '../../store/database.ts';
import { Logins } from '../../users/logins.ts';
import { Passwords } from '../../users/passwords.ts';
import { UserBook } from '../../users/user-book.ts';
import { UserLogins } from '../../users/user-logins.ts';
import { AppTokenService } from './app-token-service.ts';
import { LoginDataService } from './login-data-service.ts';
import { LoginService } from './login-service.ts';
import { PartnerRegistration } from './partner-registration.ts';
import { PartnerSecretService } from './partner-secret-service.ts';
import { PartnerService } from './partner-service.ts';
import { PermissionService, type PermittedAction } from './permission-service.ts';
import { SessionService } from './session-service.ts';
import { UserRoleService } from './user-role-service.ts';
import { UserService } from './user-service.ts';

export type AccountServicesOptions = {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly verifier: SessionVerifier;
  readonly roles: Roles;
  readonly widgets: WidgetDirectory;
  readonly issuer: SessionIssuer;
  /** All of the catalogue. */
  readonly actions: readonly PermittedAction[];
  readonly clock: Clock;
  readonly log: Log;
};

/** What carries out the actions about sessions, accounts, users and roles. */
export function accountServices(options: AccountServicesOptions) {
  const { database, accounts, verifier, roles, widgets, issuer, actions, clock, log } = options;
  const attempts = new Attempts(log);
  const users = new UsersStore(database);
  const loginsStore = new LoginsStore(database);
  const logins = new Logins({ store: loginsStore, passwords: new Passwords(), attempts, clock });
  const login = new LoginService({ logins, users, accounts, issuer, roles, clock });
  const book = new UserBook({ users, accounts, roles, clock });
  const userLogins = new UserLogins(users, logins);
  const tokens = new AppTokensStore(database);
  const partners = new PartnersStore(database);
  const seed = (partnerId: number) => ensureAccountSeeds(database, partnerId, clock.nowMs());
  return {
    session: new SessionService({ accounts, verifier, issuer, roles, attempts, widgets }),
    appToken: new AppTokenService({ tokens, accounts, issuer, attempts, clock }),
    user: new UserService({ users, book, logins: userLogins, loginsStore, roles, clock }),
    login,
    loginData: new LoginDataService({
      users,
      book,
      logins,
      userLogins,
      loginsStore,
      loginChange: new LoginChange(database),
      accounts,
      roles,
      clock,
    }),
    userRole: new UserRoleService({ roles, store: new RolesStore(database), accounts, clock }),
    permission: new PermissionService(roles, actions),
    partner: new PartnerService({
      partners,
      registration: new PartnerRegistration({ partners, users, logins, accounts, seed, clock }),
      users,
      login,
      accounts,
      clock,
    }),
    partnerSecret: new PartnerSecretService({ partners, accounts, clock }),
  };
}
