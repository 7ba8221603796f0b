/**
 * Roles that a session may be given by privilege `setrole`, by system name. What a session may do with a webcast comes
 * from its type and its other privileges; a role adds what goes beyond one webcast.
 */
const KNOWN_ROLES = new Set(['WEBCAST_PRODUCER_DEVICE_ROLE', 'KMS_WEBCAST_WIDGET_SESSION_ROLE']);

export function isKnownRole(name: string): boolean {
  return KNOWN_ROLES.has(name);
}
