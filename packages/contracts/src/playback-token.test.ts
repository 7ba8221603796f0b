import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodePlaybackToken, encodePlaybackToken } from './playback-token.ts';

const mac = (text: string) => createHmac('sha256', 'a secret').update(text).digest('base64url');
const CLAIMS = {
  webcastId: '0_ab12cd34',
  generation: 'k3f9aa00bb11',
  epoch: 3,
  expiresAtSeconds: 1_900_000_000,
};

describe('a playback token', () => {
  it('says what was put into it, in one path segment', () => {
    const token = encodePlaybackToken(CLAIMS, mac);
    expect(token).toMatch(/^[\w.-]+$/);
    expect(decodePlaybackToken(token, mac)).toEqual(CLAIMS);
  });

  it('is refused under another secret', () => {
    const other = (text: string) =>
      createHmac('sha256', 'another').update(text).digest('base64url');
    expect(decodePlaybackToken(encodePlaybackToken(CLAIMS, other), mac)).toBeNull();
  });

  it('is refused when a single character of it is changed', () => {
    const token = encodePlaybackToken(CLAIMS, mac);
    for (let index = 0; index < token.length; index++) {
      const changed = `${token.slice(0, index)}${token[index] === 'x' ? 'y' : 'x'}${token.slice(index + 1)}`;
      expect(decodePlaybackToken(changed, mac)).toBeNull();
    }
  });

  it.each(['', '.', 'a.b.c.d.e', 'x'.repeat(10_000)])(
    'is refused where it is none: %#',
    (token) => {
      expect(decodePlaybackToken(token, mac)).toBeNull();
    },
  );
});
