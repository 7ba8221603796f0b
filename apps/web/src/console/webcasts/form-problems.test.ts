import { RostrumError } from '@rostrum/sdk';
import { expect, test } from 'vitest';
import { minutesText, problemsOf, refusalOf } from './form-problems.ts';
import { NEW_RELAY } from './relays.ts';
import { newValues, type WebcastValues } from './webcast-values.ts';

const fieldsWrong = (change: Partial<WebcastValues>) =>
  Object.keys(problemsOf({ ...newValues(), name: 'Town hall', zone: 'UTC', ...change }));

test('a form that can be saved has no problems', () => {
  expect(fieldsWrong({})).toEqual([]);
  expect(fieldsWrong({ start: '2026-11-26T16:00', end: '2026-11-26T16:00' })).toEqual([]);
  expect(fieldsWrong({ hasRewind: false, rewindMinutes: '' })).toEqual([]);
});

test('what can not be saved is told beside its field', () => {
  expect(fieldsWrong({ name: '  ' })).toEqual(['name']);
  expect(fieldsWrong({ start: '2026-11-26T16:00', end: '2026-11-26T15:59' })).toEqual(['end']);
  expect(fieldsWrong({ start: 'soon' })).toEqual(['start']);
  for (const rewindMinutes of ['', '0', '1441', '1.5', '-3'])
    expect(fieldsWrong({ rewindMinutes })).toEqual(['rewindMinutes']);
  expect(fieldsWrong({ referenceId: 'x' })).toEqual(['referenceId']);
  const relay = (address: string, key = '') => [{ ...NEW_RELAY, address, key }];
  for (const relays of [relay(''), relay('https://a.example/live', 'k'), relay('rtmp://a.example')])
    expect(fieldsWrong({ relays })).toEqual(['relays']);
  expect(fieldsWrong({ relays: relay('rtmps://a.example/live', 'k') })).toEqual([]);
  expect(fieldsWrong({ relays: relay('rtmp://a.example/live/k') })).toEqual([]);
  const login = (user: string, password: string) => [
    { ...NEW_RELAY, address: 'rtmp://a.example/live/k', user, password },
  ];
  for (const relays of [login('me', ''), login('', 'secret'), login('me & you', 'secret')])
    expect(fieldsWrong({ relays })).toEqual(['relays']);
  expect(fieldsWrong({ relays: login('me', 'secret') })).toEqual([]);
  const outside = (url: string, backupUrl = '') =>
    fieldsWrong({ source: 'outside', outside: { url, backupUrl, others: [] } });
  for (const url of ['', 'cdn.example.com/index.m3u8', 'rtmp://a.example/live'])
    expect(outside(url)).toEqual(['outside']);
  expect(outside('https://a.example/index.m3u8', 'ftp://b.example')).toEqual(['outside']);
  expect(outside(' https://a.example/index.m3u8')).toEqual([]);
});

test('what the server refuses is told beside the field that it names', () => {
  const refused = (code: string, args: Record<string, string>) =>
    refusalOf(new RostrumError(code, 'The message', { args }), false).problems;
  expect(
    refused('CANNOT_UPDATE_FIELDS_WHILE_ENTRY_BROADCASTING', {
      FIELD: 'recordingOptions.shouldCopyEntitlement',
    }),
  ).toHaveProperty('copiesPeople');
  expect(
    refused('PROPERTY_VALIDATION_MAX_VALUE', {
      PROP_NAME: 'KalturaLiveStreamEntry::dvrWindow',
      MAX_VAL: '1440',
    }),
  ).toEqual({ rewindMinutes: 'At most 1440.' });
  expect(refused('INVALID_ENTRY_SCHEDULE_DATES', {})).toHaveProperty('end');
  expect(refused('PROPERTY_VALIDATION_ADMIN_PROPERTY', { PROP_NAME: 'adminTags' })).toEqual({
    adminTags: 'Only an administrator may set this.',
  });
  expect(refused('SOMETHING_ELSE', {})).toEqual({});
});

test('minutes are said as people say them', () => {
  expect(minutesText('120')).toBe('2 hours');
  expect(minutesText('61')).toBe('1 hour and 1 minute');
  expect(minutesText('45')).toBe('45 minutes');
  expect(minutesText('x')).toBe('');
});
