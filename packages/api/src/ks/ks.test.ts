import { createCipheriv, createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeKs } from './decode-ks.ts';
import type { KsFields } from './ks.ts';
import { encodeKsV1 } from './ks-v1.ts';
import { encodeKsV2 } from './ks-v2.ts';
import { formatPrivileges, grants, isUnlimited, parsePrivileges, valuesOf } from './privileges.ts';

const SECRET = 'a secret of thirty-two characters';
const decode = (ks: string) =>
  decodeKs(ks, (partnerId) => (partnerId === 100 ? ['old', SECRET] : []));

const fields: KsFields = {
  partnerId: 100,
  userId: 'vera@example.org',
  type: 2,
  expiresAtSeconds: 1_795_431_013,
  privileges: parsePrivileges('edit:0_a/0_b,list:*,disableentitlement'),
};

test('version 2 is what its description says, byte for byte', () => {
  // Made here by hand, so that encoder and decoder can't be wrong together.
  const body = Buffer.concat([
    Buffer.alloc(16, 0x5a),
    Buffer.from('edit=0_a%2F0_b&all=*&x=a+b&_e=2000000000&_t=0&_u=v%40x'),
  ]);
  const plain = Buffer.concat([createHash('sha1').update(body).digest(), body]);
  const padded = Buffer.concat([plain, Buffer.alloc((16 - (plain.length % 16)) % 16)]);
  const key = createHash('sha1').update(SECRET).digest().subarray(0, 16);
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16)).setAutoPadding(false);
  const bytes = Buffer.concat([Buffer.from('v2|100|'), cipher.update(padded), cipher.final()]);
  const expected = {
    version: 2,
    hash: createHash('sha1').update(body).digest('hex'),
    partnerId: 100,
    userId: 'v@x',
    type: 0,
    expiresAtSeconds: 2_000_000_000,
    privileges: [
      { name: 'edit', value: '0_a/0_b' },
      { name: 'all', value: '*' },
      { name: 'x', value: 'a b' },
    ],
  };

  expect(decode(bytes.toString('base64url'))).toEqual(expected);
  expect(decode(bytes.toString('base64'))).toEqual(expected);
});

test('version 1 is what its description says, byte for byte', () => {
  const info = '100;100;2000000000;2;24705;u@x;a:b';
  const signature = createHash('sha1')
    .update(SECRET + info)
    .digest('hex');
  const ks = Buffer.from(`${signature}|${info}`).toString('base64');

  expect(decode(ks)).toEqual({
    version: 1,
    hash: signature,
    partnerId: 100,
    userId: 'u@x',
    type: 2,
    expiresAtSeconds: 2_000_000_000,
    privileges: [{ name: 'a', value: 'b' }],
  });
});

test('a session of the PHP client is read as one of its account, and refused without its secret', () => {
  const captured =
    'MTc1MWRjMzgwZWU0YzhiNzlhMTE1OWFiOGMxNmZmMjlkYTg5YzgyYnwxMjM7MTIzOzE3OTU0MzEwMTM7MjsyNDcwNTt1QHg7YTpi';
  const asked: number[] = [];
  const decoded = decodeKs(captured, (partnerId) => {
    asked.push(partnerId);
    return [SECRET];
  });
  expect(asked).toEqual([123]);
  expect(decoded).toBeNull();
});

test.each([encodeKsV1, encodeKsV2])(
  '%o keeps every field, in any of the secrets of the account',
  (encode) => {
    for (const secret of ['old', SECRET]) {
      const extended = { ...fields, masterPartnerId: 7, additionalData: 'data & more' };
      expect(decode(encode(extended, secret))).toMatchObject(extended);
    }
    expect(decode(encode(fields, 'another secret'))).toBeNull();
  },
);

test('whatever the text of user and privileges, it comes back', () => {
  const text = fc.string({ unit: 'grapheme' });
  const name = fc.stringMatching(/^[a-z][a-z0-9.]{0,20}$/);
  const value = text.map((each) => each.replaceAll(',', '').trim());
  const privileges = fc.uniqueArray(fc.record({ name, value }), { selector: (each) => each.name });
  fc.assert(
    fc.property(text, privileges, (userId, given) => {
      const decoded = decode(encodeKsV2({ ...fields, userId, privileges: given }, SECRET));
      expect(decoded?.userId).toBe(userId.toWellFormed());
      expect(decoded?.privileges).toEqual(given);
    }),
    { numRuns: 200 },
  );
});

test('a changed session is refused, wherever it was changed', () => {
  for (const ks of [encodeKsV1(fields, SECRET), encodeKsV2(fields, SECRET)]) {
    const bytes = Buffer.from(ks, 'base64');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(decode(changed.toString('base64'))).toBeNull();
    }
  }
});

test('a privilege that is called like a field of the session does not become one', () => {
  const privileges = parsePrivileges('_t:2,_e:9999999999,_u:root,_m:1,_d:x');
  const decoded = decode(encodeKsV2({ ...fields, type: 0, privileges }, SECRET));
  expect(decoded).toMatchObject({
    type: 0,
    userId: fields.userId,
    expiresAtSeconds: fields.expiresAtSeconds,
    privileges: [],
  });
});

test.each([
  '',
  'x',
  'v2|',
  'djJ8',
  'djJ8MTAwfA',
  Buffer.from('v2|100|1234567890123456').toString('base64'),
  '='.repeat(99),
  'A'.repeat(20_000),
])('the text %j is no session', (ks) => {
  expect(decode(ks)).toBeNull();
});

test('privileges: only the first colon splits, spaces go, unknown names stay', () => {
  const privileges = parsePrivileges(' urirestrict:http://x/* , a,,appid : my app');
  expect(privileges).toEqual([
    { name: 'urirestrict', value: 'http://x/*' },
    { name: 'a', value: '' },
    { name: 'appid', value: 'my app' },
  ]);
  expect(formatPrivileges(privileges)).toBe('urirestrict:http://x/*,a,appid:my app');
  expect(valuesOf(parsePrivileges('list:1/2,list:3'), 'list')).toEqual(['1', '2', '3']);
});

test.each([
  ['edit:0_a', true],
  ['edit:0_b/0_a', true],
  ['edit:*', true],
  ['*', true],
  ['all:*', true],
  ['edit:0_b', false],
  ['edit', false],
  ['view:*', false],
  ['all:0_a', false],
  ['', false],
])('privileges "%s" grant edit for 0_a: %s', (text, isGranted) => {
  expect(grants(parsePrivileges(text), 'edit', '0_a')).toBe(isGranted);
  expect(isUnlimited(parsePrivileges(text))).toBe(text === '*' || text === 'all:*');
});
