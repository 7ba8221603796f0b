import { randomBytes } from 'node:crypto';
import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { Accounts } from '../../session/accounts.ts';
import type { Partner, PartnersStore } from '../../store/account/partners-store.ts';
import { newUser, type UsersStore } from '../../store/account/users-store.ts';
import { isDatabaseError, type Statement } from '../../store/database.ts';
import { type Logins, refuseNoAddress } from '../../users/logins.ts';

export type PartnerRegistrationOptions = {
  readonly partners: PartnersStore;
  readonly users: UsersStore;
  readonly logins: Logins;
  readonly accounts: Accounts;
  /** Gives a new account what each begins with; repeating it does no harm. */
  readonly seed: (partnerId: number) => Promise<void>;
  readonly clock: Clock;
};

/** How often an account is made anew because its id was taken. */
const MAX_ATTEMPTS = 8;

/** What whoever makes an account says about it. */
export type AccountWish = Pick<Partner, 'name' | 'isEntitlementEnforced' | 'properties'>;

/** An account that was just made, and the password that the server has chosen for its owner. */
export type Registration = { readonly partner: Partner; readonly chosenPassword: string | null };

/** Makes accounts: with secrets, with what each begins with, and perhaps with an owner who signs in. */
export class PartnerRegistration {
  readonly #options: PartnerRegistrationOptions;

  constructor(options: PartnerRegistrationOptions) {
    this.#options = options;
  }

  /** @throws ApiError PARTNER_REGISTRATION_ERROR, and for a weak password */
  async register(
    account: AccountWish,
    adminEmail: string,
    password: string,
  ): Promise<Registration> {
    const owner = await this.#ownerOf(adminEmail, password);
    const partner = await this.#insert(account, owner);
    const isChosen = owner !== null && password === '';
    return { partner, chosenPassword: isChosen ? owner.password : null };
  }

  /** Who signs in as the new account's owner; null where nobody does. */
  async #ownerOf(email: string, sent: string): Promise<Owner | null> {
    if (email === '') {
      if (sent !== '')
        throw new ApiError('PARTNER_REGISTRATION_ERROR', 'a password needs adminEmail');
      return null;
    }
    refuseNoAddress(email);
    const { logins } = this.#options;
    if ((await logins.find(email)) !== null)
      throw new ApiError('PARTNER_REGISTRATION_ERROR', `${email} signs in to another account`);
    const password = sent || randomBytes(PASSWORD_BYTES).toString('base64url');
    const { login, statement } = await logins.create(email, password);
    return { password, loginId: login.key, email, statement };
  }

  async #insert(account: AccountWish, owner: Owner | null): Promise<Partner> {
    const { partners, accounts, clock, seed } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const partnerId = Math.max(...accounts.all().map(({ id }) => id)) + 1;
      const partner = {
        ...account,
        partnerId,
        adminSecret: newSecret(),
        userSecret: newSecret(),
      };
      try {
        await partners.insert(partner, clock.nowMs(), this.#ownerStatements(partnerId, owner));
      } catch (error) {
        // Another process has made an account at the same moment, or a login for the owner.
        if (!isDatabaseError(error, 'duplicate')) throw error;
        if (attempt === MAX_ATTEMPTS)
          throw new ApiError('PARTNER_REGISTRATION_ERROR', 'others were made at the same moment');
        await accounts.refresh();
        continue;
      }
      await seed(partnerId);
      await accounts.refresh();
      const made = accounts.find(partnerId);
      if (made === undefined) throw new ApiError('UNKNOWN_PARTNER_ID', partnerId);
      return made;
    }
  }

  #ownerStatements(partnerId: number, owner: Owner | null): readonly Statement[] {
    if (owner === null) return [];
    const { users, clock } = this.#options;
    const user = {
      ...newUser(partnerId, owner.email, clock.nowMs()),
      isAdmin: true,
      isAccountOwner: true,
      loginId: owner.loginId,
      properties: { email: owner.email },
    };
    return [owner.statement, users.insertion(user)];
  }
}

type Owner = {
  readonly password: string;
  readonly loginId: string;
  readonly email: string;
  readonly statement: Statement;
};

/** 144 bits, 24 characters. */
const PASSWORD_BYTES = 18;

/** 128 bits, as the installation's own. */
export function newSecret(): string {
  return randomBytes(16).toString('hex');
}

/** In columns of their own. */
