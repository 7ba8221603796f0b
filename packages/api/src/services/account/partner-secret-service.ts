import { ApiError } from '../../errors/api-error.ts';
import type { Clock } from '../../ports.ts';
import type { Accounts } from '../../session/accounts.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type {
  Partner,
  PartnersStore,
  Secret,
  SecretKind,
} from '../../store/account/partners-store.ts';
import { newSecret } from './partner-registration.ts';

export type PartnerSecretServices = {
  readonly partners: PartnersStore;
  readonly accounts: Accounts;
  readonly clock: Clock;
};

type Named = {
  /** The account; the session's own where it is null. */
  readonly id: number | null;
};

/**
 * An account's secrets. It may have several at the same time, so that a new one can go into use before the old one goes:
 * sessions that a secret has signed last as long as the secret does.
 */
export class PartnerSecretService {
  readonly #services: PartnerSecretServices;

  constructor(services: PartnerSecretServices) {
    this.#services = services;
  }

  list(call: Call, { id }: Named) {
    const partner = this.#partner(call, id);
    return {
      objectType: 'RostrumPartnerSecretListResponse',
      totalCount: partner.secrets.length,
      objects: partner.secrets.map((secret) => toSecret(partner, secret)),
    };
  }

  /** New sessions are signed with it from now on, unless the settings of the installation name one. */
  add(call: Call, { id, kind }: Named & { readonly kind: SecretKind }) {
    return this.#change(this.#partner(call, id), kind, []);
  }

  /** A new one in the place of all others of its kind: what those have signed ends at once. */
  rotate(call: Call, { id, kind }: Named & { readonly kind: SecretKind }) {
    const partner = this.#partner(call, id);
    const old = partner.secrets.filter((secret) => secret.kind === kind);
    const configured = old.find(({ isConfigured }) => isConfigured);
    if (configured !== undefined) throw new ApiError('SECRET_IS_CONFIGURED', configured.id);
    return this.#change(partner, kind, old);
  }

  async delete(call: Call, { id, secretId }: Named & { readonly secretId: string }): Promise<null> {
    const { partners, accounts, clock } = this.#services;
    const partner = this.#partner(call, id);
    const secret = partner.secrets.find((each) => each.id === secretId);
    if (secret === undefined) throw new ApiError('SECRET_NOT_FOUND', secretId);
    if (secret.isConfigured) throw new ApiError('SECRET_IS_CONFIGURED', secretId);
    if (secret.kind === 'admin' && partner.adminSecrets.length === 1)
      throw new ApiError('SECRET_IS_NEEDED', secretId);
    await partners.replaceSecrets(partner.id, [secret], null, clock.nowMs());
    await accounts.refresh();
    return null;
  }

  async #change(partner: Partner, kind: SecretKind, removed: readonly Secret[]) {
    const { partners, accounts, clock } = this.#services;
    const text = newSecret();
    await partners.replaceSecrets(partner.id, removed, { kind, text }, clock.nowMs());
    await accounts.refresh();
    const changed = accounts.find(partner.id);
    const secret = changed?.secrets.find((each) => each.text === text);
    if (changed === undefined || secret === undefined)
      throw new ApiError('UNKNOWN_PARTNER_ID', partner.id);
    return toSecret(changed, secret);
  }

  #partner(call: Call, id: number | null): Partner {
    const { partnerId } = sessionOf(call);
    const wanted = id === null || id <= 0 ? partnerId : id;
    const isVisible = wanted === partnerId || call.permissions.has('MANAGE_ACCOUNTS');
    const partner = isVisible ? this.#services.accounts.find(wanted) : undefined;
    if (partner === undefined) throw new ApiError('UNKNOWN_PARTNER_ID', wanted);
    return partner;
  }
}

function toSecret({ id: partnerId }: Partner, secret: Secret): object {
  return {
    objectType: 'RostrumPartnerSecret',
    id: secret.id,
    partnerId,
    kind: secret.kind,
    secret: secret.text,
    isConfigured: secret.isConfigured,
    createdAt: Math.floor(secret.createdAtMs / 1000),
  };
}
