import { enumType } from './kinds.ts';

export const UserType = enumType('KalturaUserType', { USER: 0, GROUP: 1, APPLICATIVE_GROUP: 2 });
export const UserStatus = enumType('KalturaUserStatus', { BLOCKED: 0, ACTIVE: 1, DELETED: 2 });
export const Gender = enumType('KalturaGender', { UNKNOWN: 0, MALE: 1, FEMALE: 2 });
export const UserMode = enumType('KalturaUserMode', { NONE: 0, PROTECTED_USER: 1 });
export const UserRoleStatus = enumType('KalturaUserRoleStatus', {
  ACTIVE: 1,
  BLOCKED: 2,
  DELETED: 3,
});
export const PermissionType = enumType('KalturaPermissionType', {
  NORMAL: 1,
  SPECIAL_FEATURE: 2,
  PLUGIN: 3,
  PARTNER_GROUP: 4,
});
export const PermissionStatus = enumType('KalturaPermissionStatus', {
  ACTIVE: 1,
  BLOCKED: 2,
  DELETED: 3,
});
