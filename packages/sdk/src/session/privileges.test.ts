import { expect, test } from 'vitest';
import {
  moderatorPrivileges,
  privilegesText,
  producerPrivileges,
  viewerPrivileges,
} from './privileges.ts';

test('privileges are said in three ways', () => {
  const text = 'sview:0_a/0_b,list:*,disableentitlement';
  expect(privilegesText(text)).toBe(text);
  expect(privilegesText(['sview:0_a', 'sview:0_b', 'list:*,disableentitlement'])).toBe(text);
  expect(privilegesText({ sview: ['0_a', '0_b'], list: '*', disableentitlement: true })).toBe(text);
  expect(privilegesText('')).toBe('');
  expect(privilegesText(' appid:a:b , ,x')).toBe('appid:a:b,x');
});

test('a name comes once: lists of ids are joined, and two values of another are refused', () => {
  const both = [producerPrivileges('0_a'), producerPrivileges('0_b')];
  expect(privilegesText(both)).toBe(
    'setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:0_a/0_b,download:0_a/0_b,edit:0_a/0_b',
  );
  expect(privilegesText('edit:0_a,edit:*')).toBe('edit:*');
  expect(() => privilegesText('setrole:A,setrole:B')).toThrow(
    'Privilege setrole has one value (got "A" and "B")',
  );
});

test('producers, moderators and viewers get those of the guide', () => {
  expect(moderatorPrivileges('0_a')).toBe(
    'setrole:WEBCAST_PRODUCER_DEVICE_ROLE,sview:*,list:0_a,download:0_a',
  );
  expect(producerPrivileges('0_a')).toBe(`${moderatorPrivileges('0_a')},edit:0_a`);
  expect(viewerPrivileges('0_a')).toBe('sview:0_a');
  expect(viewerPrivileges('0_a', { canPreview: true })).toBe(
    'sview:0_a,restrictexplicitliveview:0_a',
  );
});

test('no value brings privileges of its own', () => {
  expect(() => viewerPrivileges('0_a,edit:*')).toThrow('(got "0_a,edit:*")');
  expect(() => producerPrivileges('*')).toThrow('(got "*")');
  expect(() => privilegesText({ sview: '0_a,edit:*' })).toThrow('no commas (got "0_a,edit:*")');
  expect(() => privilegesText({ 'a:b': true })).toThrow('(got "a:b")');
});
