export { type MediaStoreSettings, readMediaStore } from './media-store.ts';
export { nearestName } from './nearest-name.ts';
export { type Network, readNetworks } from './networks.ts';
export { readSettingTexts, type SettingTexts } from './setting-texts.ts';
export { readSettings, type Settings } from './settings.ts';
export { SettingsError } from './settings-error.ts';
export { readSettingsFile } from './settings-file.ts';
export {
  SETTING_NAMES,
  SETTINGS_TABLE,
  type SettingKind,
  type SettingName,
  type SettingRow,
} from './settings-table.ts';
