import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';
import { readSettingsFile } from './settings-file.ts';

describe('the settings file', () => {
  let folder = '';
  const file = () => path.join(folder, 'rostrum.yml');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rostrum-settings-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('holds settings by their names in lower case', () => {
    writeFileSync(
      file(),
      '# the port of the pages\nrostrum_http_port: 9000\ndata_dir: /srv/rostrum\n',
    );
    const { settings } = readSettings({}, readSettingsFile(file()));
    expect(settings).toMatchObject({ httpPort: 9000, dataDir: '/srv/rostrum' });
  });

  it('may be missing or empty', () => {
    expect(readSettingsFile(file())).toBeNull();
    writeFileSync(file(), '# nothing yet\n');
    expect(readSettingsFile(file())).toBeNull();
  });

  it('is refused with its name and the reason where it is no settings file', () => {
    writeFileSync(file(), 'a: [1\n');
    expect(() => readSettingsFile(file())).toThrow(/rostrum\.yml is not YAML: .*line/s);
    writeFileSync(file(), '- 8080\n');
    expect(() => readSettingsFile(file())).toThrow(
      'must hold lines of the form "rostrum_http_port: 8080"',
    );
    rmSync(file());
    expect(() => readSettingsFile(folder)).toThrow("can't be read");
  });
});
