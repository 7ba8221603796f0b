import { readSettings } from '@rostrum/settings';
import { describe, expect, it } from 'vitest';
import { Links } from './links.ts';

const ports = () => ({ media: 8081, rtmp: 1935, rtmps: null });

describe('links', () => {
  it('carry the host by which the viewer came', () => {
    const links = new Links(readSettings({}, null).settings, ports);
    expect(links.publicUrl('live.example.com:8080')).toBe('http://live.example.com:8080');
    expect(links.mediaUrl('live.example.com:8080')).toBe('http://live.example.com:8081');
    expect(links.mediaUrl('[::1]:8080')).toBe('http://[::1]:8081');
    expect(links.rtmp('live.example.com:8080')).toEqual({ host: 'live.example.com', port: 1935 });
  });

  it('carry the settings where they are set', () => {
    const env = {
      ROSTRUM_PUBLIC_URL: 'https://webcast.example.com/',
      ROSTRUM_MEDIA_URL: 'https://cdn.example.net',
    };
    const links = new Links(readSettings(env, null).settings, ports);
    expect(links.publicUrl('10.0.0.7')).toBe('https://webcast.example.com');
    expect(links.mediaUrl('10.0.0.7')).toBe('https://cdn.example.net');
    expect(links.rtmp('10.0.0.7').host).toBe('webcast.example.com');
  });

  it('name a port for encrypted encoders only where there is a certificate', () => {
    const env = { ROSTRUM_TLS_CERT: 'cert.pem', ROSTRUM_TLS_KEY: 'key.pem' };
    const secured = new Links(readSettings(env, null).settings, () => ({ rtmps: 40_123 }));
    expect(secured.rtmps('live.example.com')).toEqual({ host: 'live.example.com', port: 40_123 });
    expect(new Links(readSettings({}, null).settings, ports).rtmps('live.example.com')).toBeNull();
  });

  it.each(['evil.com/path', 'a b', '"><script>', 'x'.repeat(300), ''])(
    'never carry a host that is none: %s',
    (host) => {
      const links = new Links(readSettings({}, null).settings, ports);
      expect(links.publicUrl(host)).toBe('http://localhost');
      expect(links.mediaUrl(host)).toBe('http://localhost:8081');
    },
  );
});
