import { FilterPager } from '../schema/filter.ts';
import { bool, enumOf, int, object, text } from '../schema/kinds.ts';
import {
  Partner,
  PartnerFilter,
  PartnerListResponse,
  PartnerPublicInfo,
  PartnerSecret,
  PartnerSecretListResponse,
  SecretKind,
} from '../schema/partner.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

/** Accounts. */
export const partnerActions = {
  register: action({
    summary:
      'Makes an account, and answers it with its secrets; only sessions of the installation’s own account may.',
    parameters: {
      partner: required(object(Partner)),
      cmsPassword: optional(
        text,
        '',
        'The owner’s, who signs in as adminEmail; chosen by the server where it is absent.',
      ),
    },
    result: object(Partner),
    session: 'required',
    permission: 'MANAGE_ACCOUNTS',
    errors: [
      'PARTNER_REGISTRATION_ERROR',
      'INVALID_FIELD_VALUE',
      'PASSWORD_STRUCTURE_INVALID',
      'COMMON_PASSWORD',
    ],
    run: ({ partner }, _call, values) => partner.register(values),
    example: { partner: { name: 'Acme' } },
  }),
  update: action({
    summary: 'Changes what the account says about itself.',
    parameters: {
      partner: required(object(Partner)),
      allowEmpty: optional(bool, false, 'Every value that is sent counts, with or without this.'),
    },
    result: object(Partner),
    session: 'required',
    permission: 'ACCOUNT_UPDATE_SETTINGS',
    errors: ['UNKNOWN_PARTNER_ID', 'OBJECT_CHANGED_MEANWHILE'],
    run: ({ partner }, call, values) => partner.update(call, values),
    example: { partner: { description: 'Town halls and product launches' } },
  }),
  get: action({
    summary: 'Answers an account: one’s own, or any for the installation’s own account.',
    parameters: { id: nullable(int) },
    result: object(Partner),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_PARTNER_ID'],
    run: ({ partner }, call, values) => partner.get(call, values),
  }),
  getInfo: action({
    summary: 'Answers one’s own account.',
    parameters: {},
    result: object(Partner),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['UNKNOWN_PARTNER_ID'],
    run: ({ partner }, call) => partner.get(call, { id: null }),
  }),
  getSecrets: action({
    summary:
      'Answers the account with its secrets, for an admin’s login id and password, or a session that may read them.',
    parameters: {
      partnerId: required(int),
      adminEmail: optional(text, '', 'The login id; without it the session decides.'),
      cmsPassword: optional(text, ''),
    },
    result: object(Partner),
    session: 'optional',
    permission: 'secret',
    trail: 'views',
    cacheSeconds: 0,
    errors: [
      'ADMIN_KUSER_NOT_FOUND',
      'LOGIN_BLOCKED',
      'LOGIN_RETRIES_EXCEEDED',
      'TOO_MANY_ATTEMPTS',
    ],
    run: ({ partner }, call, values) => partner.getSecrets(call, values),
  }),
  getPublicInfo: action({
    summary: 'Answers what pages of an account may know before anybody has signed in.',
    parameters: { id: nullable(int) },
    result: object(PartnerPublicInfo),
    session: 'optional',
    permission: 'anyone',
    errors: ['INVALID_PARTNER_ID'],
    run: ({ partner }, call, values) => partner.getPublicInfo(call, values),
  }),
  list: action({
    summary: 'Finds accounts: one’s own, or all for the installation’s own account.',
    parameters: { filter: nullable(object(PartnerFilter)), pager: nullable(object(FilterPager)) },
    result: object(PartnerListResponse),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ partner }, call, values) => partner.list(call, values),
  }),
  count: action({
    summary: 'Counts accounts: one’s own, or all for the installation’s own account.',
    parameters: { filter: nullable(object(PartnerFilter)) },
    result: int,
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ partner }, call, values) => partner.count(call, values),
  }),
  listPartnersForUser: action({
    summary: 'Finds the accounts that whoever has signed in may change to.',
    parameters: {
      partnerFilter: nullable(object(PartnerFilter)),
      pager: nullable(object(FilterPager)),
    },
    result: object(PartnerListResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [],
    run: ({ partner }, call, values) => partner.listForUser(call, values),
  }),
} as const satisfies Actions;

const account = nullable(int, 'The account, for the installation’s own; one’s own where absent.');
const kind = optional(enumOf(SecretKind), 'admin');

/** Secrets of accounts. Kaltura has no such service. */
export const partnerSecretActions = {
  list: action({
    summary: 'Answers the account’s secrets, the one that signs new sessions first.',
    parameters: { id: account },
    result: object(PartnerSecretListResponse),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    trail: 'views',
    errors: ['UNKNOWN_PARTNER_ID'],
    run: ({ partnerSecret }, call, values) => partnerSecret.list(call, values),
  }),
  add: action({
    summary: 'Gives the account a further secret; those that it has stay.',
    parameters: { id: account, kind },
    result: object(PartnerSecret),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: ['UNKNOWN_PARTNER_ID'],
    run: ({ partnerSecret }, call, values) => partnerSecret.add(call, values),
  }),
  rotate: action({
    summary:
      'Gives the account a new secret in the place of all others of its kind; sessions that those have signed end.',
    parameters: { id: account, kind },
    result: object(PartnerSecret),
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: ['UNKNOWN_PARTNER_ID', 'SECRET_IS_CONFIGURED'],
    run: ({ partnerSecret }, call, values) => partnerSecret.rotate(call, values),
  }),
  delete: action({
    summary: 'Takes a secret from the account; sessions that it has signed end.',
    parameters: { id: account, secretId: required(text, 'Of `list`.') },
    result: null,
    session: 'required',
    permission: 'INTEGRATION_BASE',
    errors: ['UNKNOWN_PARTNER_ID', 'SECRET_NOT_FOUND', 'SECRET_IS_CONFIGURED', 'SECRET_IS_NEEDED'],
    run: ({ partnerSecret }, call, values) => partnerSecret.delete(call, values),
  }),
} as const satisfies Actions;
