import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePlaybackToken } from './playback-token.ts';
import {
  type Composition,
  decodeComposition,
  encodeComposition,
  MAX_TAKES_IN_RECORDING,
  readRecordingToken,
  recordingPath,
} from './recording-address.ts';

const macWith = (secret: string) => (text: string) =>
  createHmac('sha256', secret).update(text).digest('base64url');
const mac = macWith('a secret');
const EXPIRES = 1_900_000_000;
const FIRST = { webcastId: '0_ab12cd34', generation: 'k3f9aa00bb11', trim: null };
const SECOND = {
  webcastId: '1_zz99zz99',
  generation: '0123456789ab',
  trim: { fromMs: 0, toMs: 86_400_000 },
};
const LAST_MOMENT = 36 ** 7 - 1;

function read(path: string, secret = mac) {
  const [, , token = '', composition = ''] = path.split('/');
  return readRecordingToken(token, composition, secret);
}

describe('a composition', () => {
  it('is one path segment without anything that has to be escaped', () => {
    expect(encodeComposition([FIRST, SECOND])).toBe(
      '0_ab12cd34.k3f9aa00bb11~1_zz99zz99.0123456789ab.0.1ffuo0',
    );
  });

  it('says what was put into it, and has one text only', () => {
    const trim = fc
      .tuple(fc.nat(LAST_MOMENT), fc.nat(LAST_MOMENT))
      .filter(([from, to]) => from !== to)
      .map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }));
    const take = fc.record({
      webcastId: fc.stringMatching(/^[0-9]_[0-9a-z]{8}$/),
      generation: fc.stringMatching(/^[0-9a-z]{12}$/),
      trim: fc.option(trim),
    });
    fc.assert(
      fc.property(fc.array(take, { minLength: 1, maxLength: MAX_TAKES_IN_RECORDING }), (takes) => {
        const text = encodeComposition(takes);
        expect(text).toMatch(/^[\w.~]+$/);
        expect(decodeComposition(text)).toEqual(takes);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0az_.~-/%') }), (text) => {
        const decoded = decodeComposition(text);
        if (decoded !== null) expect(encodeComposition(decoded)).toBe(text);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no take', '~'],
    ['a take that is missing', '0_ab12cd34.k3f9aa00bb11~'],
    ['another sign between takes', '0_ab12cd34.k3f9aa00bb11+0_ab12cd34.k3f9aa00bb11'],
    ['a way out of the folder', '0_ab12cd34.../../etc/pa'],
    ['half a trim', '0_ab12cd34.k3f9aa00bb11.5'],
    ['a trim of nothing', '0_ab12cd34.k3f9aa00bb11.5.5'],
    ['a trim backwards', '0_ab12cd34.k3f9aa00bb11.z.5'],
    ['a moment with zeroes before it', '0_ab12cd34.k3f9aa00bb11.05.z'],
    ['a moment in some other year', '0_ab12cd34.k3f9aa00bb11.0.zzzzzzzz'],
    ['too many takes', Array(65).fill('0_ab12cd34.k3f9aa00bb11').join('~')],
    ['far too much', 'x'.repeat(1_000_000)],
  ])('is refused where it is none: %s', (_what, text) => {
    expect(decodeComposition(text)).toBeNull();
  });

  it.each([
    ['no takes', []],
    ['too many', Array(65).fill(FIRST)],
    ['no webcast', [{ ...FIRST, webcastId: '../../etc' }]],
    ['no generation', [{ ...FIRST, generation: 'K3F9AA00BB11' }]],
    ['a trim backwards', [{ ...FIRST, trim: { fromMs: 2, toMs: 1 } }]],
    ['half a millisecond', [{ ...FIRST, trim: { fromMs: 0, toMs: 0.5 } }]],
    ['a moment that is none', [{ ...FIRST, trim: { fromMs: Number.NaN, toMs: 1 } }]],
  ])('with %s can’t be written', (_what, composition: Composition) => {
    expect(() => encodeComposition(composition)).toThrow(RangeError);
  });
});

describe('a recording’s path', () => {
  const path = recordingPath([FIRST, SECOND], EXPIRES, mac);

  it('says what was put into it', () => {
    expect(path).toMatch(/^\/r\/[\w.-]+\/[\w.~]+$/);
    expect(read(path)).toEqual({ composition: [FIRST, SECOND], expiresAtSeconds: EXPIRES });
  });

  it('is refused under another secret', () => {
    expect(read(path, macWith('another'))).toBeNull();
  });

  it('is refused when a single character of it is changed', () => {
    for (let index = 3; index < path.length; index++) {
      const changed = `${path.slice(0, index)}${path[index] === '1' ? '2' : '1'}${path.slice(index + 1)}`;
      expect(read(changed), changed).toBeNull();
    }
  });

  it('is refused when its composition is cut or swapped', () => {
    const [, , token = ''] = path.split('/');
    const [first = '', second = ''] = encodeComposition([FIRST, SECOND]).split('~');
    for (const text of [first, second, `${second}~${first}`, `${first}~${second}~${first}`, '']) {
      expect(readRecordingToken(token, text, mac), text).toBeNull();
    }
  });

  it('can’t be made of a playback token', () => {
    const token = encodePlaybackToken({ ...FIRST, epoch: 1, expiresAtSeconds: EXPIRES }, mac);
    const macOfToken = token.slice(-22);
    const text = token.slice(0, -23);
    expect(readRecordingToken(`${text.split('.')[3]}.${macOfToken}`, text, mac)).toBeNull();
  });
});
