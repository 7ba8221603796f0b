/** Sessions that were ended, roles, application tokens, users and their logins; conventions as in tables.ts. */
export type AccountTables = {
  account_change: { subject: 'accounts' | 'endings'; version: number };
  ended_session: EndedSessionTable;
  user_role: UserRoleTable;
  app_token: AppTokenTable;
  login: LoginTable;
  account_user: AccountUserTable;
};

export type EndedSessionTable = {
  /** `PARTNER:HASH` for one session, `PARTNER:sessionid:ID` or `PARTNER:login:GROUP` for many. */
  session_key: string;
  expires_at_s: number;
  /** Sessions of a group that were issued later go on; 0 ends them all. */
  ended_at_ms: number;
  /** The version of `endings` that this one made, so that others read only what is new. */
  change: number;
};

export type UserRoleTable = {
  id: number;
  partner_id: number;
  name: string;
  system_name: string | null;
  description: string;
  /** 1 active, 2 blocked. */
  status: number;
  /** Separated by commas. */
  permission_names: string;
  tags: string;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
};

export type AppTokenTable = {
  id: string;
  partner_id: number;
  token: string;
  /** 1 disabled, 2 active, 3 deleted. */
  status: number;
  hash_type: string;
  session_type: number | null;
  session_user_id: string | null;
  session_duration_s: number;
  session_privileges: string | null;
  expires_at_s: number | null;
  description: string | null;
  created_at_ms: number;
  updated_at_ms: number;
  revision: number;
};

/** Who may sign in with a password. One person has one login for all accounts of the installation. */
export type LoginTable = {
  id_folded: string;
  id: string;
  password_hash: string;
  /** JSON list of the hashes before this one, the newest first. */
  earlier_hashes: string;
  failed_attempts: number;
  blocked_until_ms: number;
  last_partner_id: number | null;
  updated_at_ms: number;
  revision: number;
};

export type AccountUserTable = {
  partner_id: number;
  id: string;
  type: number;
  /** 0 blocked, 1 active, 2 deleted. */
  status: number;
  is_admin: number;
  is_account_owner: number;
  role_id: number | null;
  login_id_folded: string | null;
  /** Random; in every session that a password has started, so that they can be ended together. */
  login_group: string;
  id_folded: string;
  screen_name_folded: string;
  first_name_folded: string;
  last_name_folded: string;
  email_folded: string;
  tags_folded: string;
  created_at_ms: number;
  updated_at_ms: number;
  status_updated_at_ms: number | null;
  last_login_ms: number | null;
  revision: number;
  properties: string;
};
