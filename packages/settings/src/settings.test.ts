import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

describe('settings', () => {
  it('have the documented defaults', () => {
    const { settings, warnings } = readSettings({}, null);
    expect(settings).toMatchObject({
      httpPort: 8080,
      mediaPort: 8081,
      rtmpPort: 1935,
      rtmpsPort: 1936,
      reconnectWindowMs: 60_000,
      partnerId: 100,
      tls: null,
      publicUrl: null,
      databaseUrl: null,
    });
    expect(settings.dataDir).toBe(`${process.cwd()}/data`);
    expect(warnings).toEqual([]);
  });

  it('come from the file in lower case, and the environment wins', () => {
    const file = { rostrum_http_port: 9000, media_port: 9001 };
    const { settings } = readSettings({ ROSTRUM_HTTP_PORT: '7000' }, file);
    expect(settings.httpPort).toBe(7000);
    expect(settings.mediaPort).toBe(9001);
  });

  it('name networks of one’s own, or say which is none', () => {
    const read = (text: string) => readSettings({ ROSTRUM_FETCH_NETWORKS: text }, null);
    expect(read('10.1.0.0/16, 192.168.1.20,fd00::/8').settings.fetchNetworks).toEqual([
      { address: '10.1.0.0', prefix: 16 },
      { address: '192.168.1.20', prefix: 32 },
      { address: 'fd00::', prefix: 8 },
    ]);
    for (const wrong of ['10.1.0.0/33', '10.1', 'origin.example', '10.0.0.0/', '::/129']) {
      expect(() => read(`10.0.0.1, ${wrong}`)).toThrow(`got "${wrong}"`);
    }
  });

  it('name the setting that was meant when a name is unknown', () => {
    expect(() => readSettings({ ROSTRUM_HTP_PORT: '1' }, null)).toThrow(
      'ROSTRUM_HTP_PORT (environment) is not a setting of Rostrum. Did you mean ROSTRUM_HTTP_PORT?',
    );
    expect(() => readSettings({}, { rostrum_data_dri: 'x' })).toThrow(
      'Did you mean ROSTRUM_DATA_DIR?',
    );
  });

  it.each([
    ['ROSTRUM_HTTP_PORT', 'http', 'whole number from 0 to 65535 (got "http")'],
    ['ROSTRUM_HTTP_PORT', '70000', '(got "70000")'],
    ['ROSTRUM_RECONNECT_SECONDS', '0', 'from 1 to 3600'],
    ['ROSTRUM_PUBLIC_URL', 'example.com', 'must begin with http:// or https://'],
    ['ROSTRUM_DATABASE_URL', 'mysql://u:geheim@h/d', 'must begin with postgres://'],
    ['ROSTRUM_ADMIN_SECRET', 'short', 'at least 8 characters (got 5)'],
    ['ROSTRUM_TLS_CERT', 'a.pem', 'go together'],
  ])('refuse %s=%s with the value and what was expected', (name, value, message) => {
    expect(() => readSettings({ [name]: value }, null)).toThrow(SettingsError);
    expect(() => readSettings({ [name]: value }, null)).toThrow(message);
  });

  it('never show the password of a database address', () => {
    expect(() => readSettings({ ROSTRUM_DATABASE_URL: 'mysql://u:geheim@h/d' }, null)).not.toThrow(
      'geheim',
    );
  });

  it('warn about a name whose part is not in this version', () => {
    const { warnings } = readSettings({ ROSTRUM_NATS_URL: 'nats://127.0.0.1:4222' }, null);
    expect(warnings).toEqual(['ROSTRUM_NATS_URL (environment) has no effect in this version.']);
  });
});
