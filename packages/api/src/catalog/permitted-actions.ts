import type { PermittedAction } from '../services/account/permission-service.ts';
import { isPermissionName } from '../session/permissions.ts';
import { catalog } from './catalog.ts';

/** Every action with the permission that it asks for, by service and name. */
export function permittedActions(): readonly PermittedAction[] {
  return Object.entries(catalog).flatMap(([service, actions]) =>
    Object.entries(actions).map(([action, { permission }]) => ({
      service: service.toLowerCase(),
      action,
      permission: isPermissionName(permission) ? permission : null,
    })),
  );
}
