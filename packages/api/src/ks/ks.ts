import type { Privileges } from './privileges.ts';

/** 0 is a user, 2 an admin; old signers also wrote 1 for an admin. */
export type KsType = number;

/** What a session says, before anybody has asked whether it still holds. */
export type KsFields = {
  readonly partnerId: number;
  readonly userId: string;
  readonly type: KsType;
  /** Unix seconds from which on it is refused. */
  readonly expiresAtSeconds: number;
  readonly privileges: Privileges;
  readonly masterPartnerId?: number;
  readonly additionalData?: string;
};

export type DecodedKs = KsFields & {
  readonly version: 1 | 2;
  /** Hexadecimal SHA-1 that names the session where it was ended or counted. */
  readonly hash: string;
};

export const KS_TYPE_USER = 0;
export const KS_TYPE_ADMIN = 2;

/** Why a session is refused: number and name as clients know them. */
export const KS_REFUSALS = {
  INVALID_STR: -1,
  INVALID_PARTNER: -2,
  INVALID_USER: -3,
  INVALID_TYPE: -4,
  EXPIRED: -5,
  LOGOUT: -6,
  EXCEEDED_ACTIONS_LIMIT: -8,
  EXCEEDED_RESTRICTED_IP: -9,
  EXCEEDED_RESTRICTED_URI: -11,
} as const;

export type KsRefusal = keyof typeof KS_REFUSALS;

export function isAdminType(type: KsType): boolean {
  return type >= 1;
}

/** A partner id as text in a session: 1 to 10 digits, so that it stays an exact number. */
export function parsePartnerId(text: string): number | null {
  return /^-?\d{1,10}$/.test(text) ? Number(text) : null;
}
