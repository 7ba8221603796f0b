import path from 'node:path';
import {
  readSettings,
  readSettingsFile,
  readSettingTexts,
  SETTING_NAMES,
  SETTINGS_TABLE,
  SettingsError,
  type SettingTexts,
} from '@rostrum/settings';
import type { Environment } from '../surroundings.ts';
import { type Finding, fault, fine, warning } from './finding.ts';

/** What a server that is started here would be set to. */
export type Place = {
  readonly env: Environment;
  /** The folder that it is started in. */
  readonly folder: string;
  readonly texts: SettingTexts;
  /** Absolute. */
  readonly dataDir: string;
};

/** Reads the settings as the server does; what can't be used is a finding, and the usual value stands in for it. */
export function readPlace(
  env: Environment,
  folder: string,
  typedDataDir: string | undefined,
): { readonly place: Place; readonly findings: readonly Finding[] } {
  let file: Record<string, unknown> | null = null;
  let texts: SettingTexts;
  const faults: Finding[] = [];
  const found = (error: unknown) => {
    if (!(error instanceof SettingsError)) throw error;
    faults.push(
      fault('settings', error.message, 'The settings are explained in docs/settings.md.'),
    );
  };
  try {
    file = readSettingsFile(path.join(folder, 'rostrum.yml'));
  } catch (error) {
    found(error);
  }
  try {
    texts = readSettingTexts(env, file);
    readSettings(env, file);
  } catch (error) {
    found(error);
    texts = readSettingTexts(onlyKnown(env), onlyKnownOfFile(file));
  }
  const dataDir = path.resolve(folder, typedDataDir ?? texts.read('ROSTRUM_DATA_DIR') ?? 'data');
  const place = { env, folder, texts, dataDir };
  const where = file === null ? 'the environment' : 'rostrum.yml and the environment';
  const findings = [
    ...(faults.length > 0 ? faults : [fine('settings', `${where} can be read`)]),
    ...texts.warnings.map((text) =>
      warning('settings', text, 'Take it out until a later version.'),
    ),
  ];
  return { place, findings };
}

function onlyKnown(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('ROSTRUM_') || name in SETTINGS_TABLE),
  );
}

function onlyKnownOfFile(file: Record<string, unknown> | null): Record<string, unknown> {
  const names = new Set<string>(SETTING_NAMES);
  return Object.fromEntries(
    Object.entries(file ?? {}).filter(
      ([name]) => names.has(name.toUpperCase()) || names.has(`ROSTRUM_${name.toUpperCase()}`),
    ),
  );
}
