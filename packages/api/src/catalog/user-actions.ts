import { FilterPager } from '../schema/filter.ts';
import { bool, int, object, text } from '../schema/kinds.ts';
import { SessionResponse } from '../schema/result-types.ts';
import { User, UserFilter, UserListResponse, UserLoginDataFilter } from '../schema/user.ts';
import { EVERYTHING } from '../services/account/login-service.ts';
import { type Actions, action, nullable, optional, required } from './action.ts';

const EXPIRY = 'Seconds from now; more than the account allows (a day) is shortened.';
const SIGN_IN_PRIVILEGES =
  'For admins what they like, within their role; for others what restricts or describes the session.';

/** What a user that is added or changed may be refused with. */
const ROLE_ERRORS = [
  'USER_ROLE_NOT_FOUND',
  'ONLY_ONE_ROLE_PER_USER_ALLOWED',
  'NOT_ALLOWED_TO_CHANGE_ROLE',
] as const;
const PASSWORD_ERRORS = ['PASSWORD_STRUCTURE_INVALID', 'COMMON_PASSWORD'] as const;
const SIGN_IN_ERRORS = [
  'USER_WRONG_PASSWORD',
  'TOO_MANY_ATTEMPTS',
  'INVALID_ACTIONS_LIMIT',
  'UNKNOWN_ROLE_ID',
] as const;

/** Users: whom an account knows, and how they sign in. */
export const userActions = {
  add: action({
    summary: 'Adds a user; with loginEnabled they sign in with email and password.',
    parameters: { user: required(object(User)) },
    result: object(User),
    session: 'required',
    permission: 'ADMIN_USER_ADD',
    errors: [
      'DUPLICATE_USER_BY_ID',
      'DUPLICATE_USER_BY_LOGIN_ID',
      'LOGIN_ID_ALREADY_USED',
      'PROPERTY_VALIDATION_CANNOT_BE_NULL',
      'INVALID_FIELD_VALUE',
      ...ROLE_ERRORS,
      ...PASSWORD_ERRORS,
    ],
    run: ({ user }, call, values) => user.add(call, values),
    example: { user: { id: 'grace', screenName: 'Grace', email: 'grace@example.org' } },
  }),
  get: action({
    summary: 'Answers a user: oneself, or anybody for admins; producers are told name and picture.',
    parameters: { userId: nullable(text, 'The session’s own user where it is absent.') },
    result: object(User),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['INVALID_USER_ID', 'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION'],
    run: ({ user }, call, values) => user.get(call, values),
  }),
  getByLoginId: action({
    summary: 'Answers the account’s user who signs in with this id.',
    parameters: { loginId: required(text) },
    result: object(User),
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: ['LOGIN_DATA_NOT_FOUND'],
    run: ({ user }, call, values) => user.getByLoginId(call, values),
  }),
  update: action({
    summary:
      'Changes a user; people (and sessions with edituser:ID) change what they say about themselves.',
    parameters: { userId: required(text), user: required(object(User)) },
    result: object(User),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: [
      'INVALID_USER_ID',
      'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION',
      'CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER',
      'CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN',
      'ACCOUNT_OWNER_NEEDS_PARTNER_ADMIN_ROLE',
      'CANNOT_CHANGE_OWN_ROLE',
      'OBJECT_CHANGED_MEANWHILE',
      ...ROLE_ERRORS,
    ],
    run: ({ user }, call, values) => user.update(call, values),
  }),
  delete: action({
    summary: 'Deletes a user; sessions that the password has started end.',
    parameters: { userId: required(text) },
    result: object(User),
    session: 'required',
    permission: 'ADMIN_USER_ADD',
    errors: [
      'INVALID_USER_ID',
      'CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER',
      'NOT_ALLOWED_TO_CHANGE_ROLE',
    ],
    run: ({ user }, call, values) => user.delete(call, values),
  }),
  list: action({
    summary: 'Finds users of the account; producers are told names and pictures.',
    parameters: { filter: nullable(object(UserFilter)), pager: nullable(object(FilterPager)) },
    result: object(UserListResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    errors: ['SERVICE_FORBIDDEN', 'PROPERTY_VALIDATION_NO_USAGE_PERMISSION'],
    run: ({ user }, call, values) => user.list(call, values),
  }),
  notifyBan: action({
    summary: 'Tells that a user was banned: no session of the user holds any more.',
    parameters: { userId: required(text) },
    result: null,
    session: 'required',
    permission: 'ADMIN_USER_ADD',
    errors: ['INVALID_USER_ID', 'CANNOT_DELETE_OR_BLOCK_ROOT_ADMIN_USER'],
    run: ({ user }, call, values) => user.notifyBan(call, values),
  }),
  demoteAdmin: action({
    summary: 'Makes an admin an ordinary user, without a role.',
    parameters: { userId: required(text) },
    result: object(User),
    session: 'required',
    permission: 'ADMIN_USER_ADD',
    errors: ['INVALID_USER_ID', 'DEMOTE_ONLY_ADMIN', 'CANNOT_SET_ROOT_ADMIN_AS_NO_ADMIN'],
    run: ({ user }, call, values) => user.demoteAdmin(call, values),
  }),
  login: action({
    summary: 'Starts a session for a user of an account who knows the password.',
    parameters: {
      partnerId: required(int),
      userId: required(text),
      password: required(text),
      expiry: optional(int, 86_400, EXPIRY),
      privileges: optional(text, EVERYTHING, SIGN_IN_PRIVILEGES),
    },
    result: text,
    session: 'ignored',
    permission: 'secret',
    cacheSeconds: 0,
    errors: SIGN_IN_ERRORS,
    run: ({ login }, call, values) => login.login(call, values),
  }),
  loginByLoginId: action({
    summary: 'Starts a session for whoever knows the password of a login id.',
    parameters: {
      loginId: required(text, 'An email address.'),
      password: required(text),
      partnerId: nullable(int, 'The account of the last sign-in where it is absent.'),
      expiry: optional(int, 86_400, EXPIRY),
      privileges: optional(text, EVERYTHING, SIGN_IN_PRIVILEGES),
    },
    result: text,
    session: 'ignored',
    permission: 'secret',
    cacheSeconds: 0,
    errors: SIGN_IN_ERRORS,
    run: ({ login }, call, values) => login.loginByLoginId(call, values),
  }),
  loginByKs: action({
    summary:
      'Starts a session in another account of the same person; the session must come from a password.',
    parameters: { requestedPartnerId: required(int) },
    result: object(SessionResponse),
    session: 'required',
    permission: 'BASE_USER_SESSION_PERMISSION',
    trail: 'refusals',
    errors: [
      'PARTNER_CHANGE_ACCOUNT_DISABLED',
      'LOGIN_DATA_NOT_FOUND',
      'ADMIN_KUSER_NOT_FOUND',
      'USER_IS_BLOCKED',
    ],
    run: ({ login }, call, values) => login.loginByKs(call, values),
  }),
  enableLogin: action({
    summary: 'Lets a user sign in with a password, which the admin chooses: no mail is sent.',
    parameters: {
      userId: required(text),
      loginId: required(text, 'An email address.'),
      password: nullable(text, 'Where the login id signs in to other accounts: its own password.'),
    },
    result: object(User),
    session: 'required',
    permission: 'ADMIN_USER_ADD',
    errors: [
      'USER_NOT_FOUND',
      'USER_LOGIN_ALREADY_ENABLED',
      'LOGIN_ID_ALREADY_USED',
      'DUPLICATE_USER_BY_LOGIN_ID',
      'INVALID_FIELD_VALUE',
      'NOT_ALLOWED_TO_CHANGE_ROLE',
      ...PASSWORD_ERRORS,
    ],
    run: ({ loginData }, call, values) => loginData.enableLogin(call, values),
  }),
  disableLogin: action({
    summary: 'Takes the password from a user; sessions that it has started end.',
    parameters: {
      userId: nullable(text, 'The user, or else the login id.'),
      loginId: nullable(text),
    },
    result: object(User),
    session: 'required',
    permission: 'ADMIN_USER_ADD',
    errors: [
      'USER_NOT_FOUND',
      'USER_LOGIN_ALREADY_DISABLED',
      'CANNOT_DISABLE_LOGIN_FOR_ADMIN_USER',
      'PROPERTY_VALIDATION_CANNOT_BE_NULL',
    ],
    run: ({ loginData }, call, values) => loginData.disableLogin(call, values),
    example: { userId: 'grace' },
  }),
  updateLoginData: action({
    summary: 'Changes password, login id and name for whoever knows the password, in all accounts.',
    parameters: {
      oldLoginId: required(text),
      password: required(text),
      newLoginId: optional(text, ''),
      newPassword: optional(text, '', 'Sessions that the old password has started end.'),
      newFirstName: nullable(text),
      newLastName: nullable(text),
    },
    result: null,
    session: 'ignored',
    permission: 'secret',
    cacheSeconds: 0,
    errors: [
      'ADMIN_KUSER_NOT_FOUND',
      'LOGIN_RETRIES_EXCEEDED',
      'LOGIN_BLOCKED',
      'LOGIN_ID_ALREADY_USED',
      'PASSWORD_ALREADY_USED',
      'INVALID_FIELD_VALUE',
      'TOO_MANY_ATTEMPTS',
      ...PASSWORD_ERRORS,
    ],
    run: ({ loginData }, call, values) => loginData.updateLoginData(call, values),
  }),
  loginDataResetPassword: action({
    summary: 'Gives a user of this account only another password, which the admin chooses.',
    parameters: { loginDataId: required(text, 'The login id.'), newPassword: required(text) },
    result: object(User),
    session: 'required',
    permission: 'ADMIN_USER_ADD',
    errors: [
      'ADMIN_KUSER_NOT_FOUND',
      'CANNOT_UPDATE_LOGIN_DATA',
      'NOT_ALLOWED_TO_CHANGE_ROLE',
      'PASSWORD_ALREADY_USED',
      ...PASSWORD_ERRORS,
    ],
    run: ({ loginData }, call, values) => loginData.resetPassword(call, values),
  }),
  checkLoginDataExists: action({
    summary: 'Says whether somebody of the account signs in with this id.',
    parameters: { filter: required(object(UserLoginDataFilter)) },
    result: bool,
    session: 'required',
    permission: 'ADMIN_BASE',
    errors: [],
    run: ({ loginData }, call, values) => loginData.checkLoginDataExists(call, values),
  }),
} as const satisfies Actions;
