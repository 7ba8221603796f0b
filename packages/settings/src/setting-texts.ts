import { nearestName } from './nearest-name.ts';
import { SettingsError } from './settings-error.ts';
import {
  SETTING_NAMES,
  SETTINGS_TABLE,
  type SettingName,
  type SettingRow,
} from './settings-table.ts';

type Source = { readonly where: string; readonly values: Readonly<Record<string, unknown>> };

export type SettingTexts = {
  /** What is set, else what holds where nothing is; null where that is nothing. */
  read(name: SettingName): string | null;
  /** Settings that are set, and belong to parts that are not in this version. */
  readonly warnings: readonly string[];
};

/**
 * What is set, as text: in the environment, else in `rostrum.yml`.
 *
 * @param file the parsed content of `rostrum.yml`, null where there is none
 * @throws SettingsError for an unknown name, with the name that was probably meant
 */
export function readSettingTexts(
  env: Readonly<Record<string, string | undefined>>,
  file: Readonly<Record<string, unknown>> | null,
): SettingTexts {
  const sources: Source[] = [
    {
      where: 'environment',
      values: Object.fromEntries(
        Object.entries(env).filter(([name, value]) => name.startsWith('ROSTRUM_') && value !== ''),
      ),
    },
    {
      where: 'rostrum.yml',
      values: Object.fromEntries(
        Object.entries(file ?? {}).map(([name, value]) => [fromFileName(name), value]),
      ),
    },
  ];
  const unknown = sources.flatMap(({ where, values }) =>
    Object.keys(values)
      .filter((name) => !(name in SETTINGS_TABLE))
      .map((name) => describeUnknown(name, where)),
  );
  if (unknown.length > 0) throw new SettingsError(unknown.join('\n'));

  const find = (name: SettingName) =>
    sources.find(({ values }) => values[name] !== undefined && values[name] !== null);
  return {
    read(name) {
      const row: SettingRow = SETTINGS_TABLE[name];
      const source = find(name);
      return source === undefined ? row.fallback : String(source.values[name]);
    },
    warnings: SETTING_NAMES.filter(isForLater).flatMap((name) => {
      const source = find(name);
      return source === undefined
        ? []
        : [`${name} (${source.where}) has no effect in this version.`];
    }),
  };
}

function isForLater(name: SettingName): boolean {
  const row: SettingRow = SETTINGS_TABLE[name];
  return row.isForLater === true;
}

/** `rostrum_http_port` and `http_port` are the same key. */
function fromFileName(name: string): string {
  const upper = name.toUpperCase();
  return upper.startsWith('ROSTRUM_') ? upper : `ROSTRUM_${upper}`;
}

function describeUnknown(name: string, where: string): string {
  const nearest = nearestName(name, SETTING_NAMES);
  const hint = nearest === null ? 'The names are in docs/settings.md.' : `Did you mean ${nearest}?`;
  return `${name} (${where}) is not a setting of Rostrum. ${hint}`;
}
