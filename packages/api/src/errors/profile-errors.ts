import { error } from './error-shape.ts';

/** Profiles, flavors, configurations and widgets. What belongs to another account does not exist for this one. */
export const PROFILE_ERRORS = {
  CONVERSION_PROFILE_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `The account has no conversion profile "${id}" that could be used here`,
  ),
  CANNOT_DELETE_DEFAULT_CONVERSION_PROFILE: error(
    [],
    () =>
      'The default conversion profile cannot be deleted or disabled: make another the default first',
  ),
  CONVERSION_PROFILE_ASSET_PARAMS_NOT_FOUND: error(
    ['PROFILE_ID', 'PARAMS_ID'],
    (profile, flavor) => `Conversion profile "${profile}" has no flavor "${flavor}"`,
  ),
  ASSET_PARAMS_INVALID_TYPE: error(
    ['ASSET_PARAMS_ID', 'TYPE'],
    (id, type) =>
      `Flavor "${id}" is of type ${type}: live profiles have KalturaLiveParams, others have none`,
  ),
  FLAVOR_PARAMS_ID_NOT_FOUND: error(['ID'], (id) => `The account has no flavor "${id}"`),
  FLAVOR_PARAMS_DUPLICATE: error(['PARAMS'], (id) => `Flavor "${id}" is named twice`),
  FLAVOR_PARAMS_SOURCE_DUPLICATE: error([], () => 'A profile has one flavor with tag "source"'),
  SYSTEM_NAME_ALREADY_EXISTS: error(
    ['SYS_NAME'],
    (name) => `The account has another one with the system name "${name}"`,
  ),
  ACCESS_CONTROL_ID_NOT_FOUND: error(
    ['ID'],
    (id) => `The account has no access control profile "${id}"`,
  ),
  INVALID_UI_CONF_ID: error(['UI_CONF_ID'], (id) => `The account has no configuration "${id}"`),
  UICONF_ID_NOT_FOUND: error(['ID'], (id) => `The account has no configuration "${id}"`),
  SOURCE_WIDGET_NOT_FOUND: error(['ID'], (id) => `The account has no widget "${id}" to begin from`),
  SOURCE_WIDGET_OR_UICONF_REQUIRED: error(
    [],
    () => 'A widget needs a configuration (uiConfId) or a widget to begin from (sourceWidgetId)',
  ),
  CANNOT_DISABLE_ENTITLEMENT_FOR_WIDGET_WHEN_ENTITLEMENT_ENFORCEMENT_ENABLE: error(
    [],
    () => 'The account enforces entitlement: its widgets cannot leave it out',
  ),
  MAX_NUMBER_OF_OBJECTS_REACHED: error(
    ['TYPE', 'MAX_NUM'],
    (type, max) => `The account has ${max} objects of type ${type}: delete one first`,
  ),
  OBJECT_CHANGED_MEANWHILE: error(
    ['ID'],
    (id) => `"${id}" was changed by others again and again: send the change once more`,
  ),
} as const;
