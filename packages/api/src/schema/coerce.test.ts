import { describe, expect, test } from 'vitest';
import { ApiError } from '../errors/api-error.ts';
import { OperationAttributes } from './base-entry.ts';
import { coerce } from './coerce.ts';
import { EntryStatus, RecordStatus } from './enums.ts';
import {
  arrayOf,
  bool,
  enumOf,
  float,
  int,
  type Kind,
  multilingual,
  nullableBoolean,
  object,
  text,
  time,
} from './kinds.ts';
import {
  LiveEntryRecordingOptions,
  LiveStreamEntry,
  LiveStreamPushPublishConfiguration,
  LiveStreamPushPublishRTMPConfiguration,
} from './live-stream-entry.ts';
import type { Raw } from './parameters.ts';

const NOW = 1_800_000_000;
const read = (kind: Kind, raw: Raw) => coerce(kind, raw, 'name', NOW);

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
  return 'none';
}

describe('a value becomes what its kind says', () => {
  test.each<[string, Kind, Raw, unknown]>([
    ['text', text, 12, '12'],
    ['text', text, true, '1'],
    ['int', int, '12abc', 12],
    ['int', int, '', 0],
    ['int', int, '-7.9', -7],
    ['int', int, true, 1],
    ['int', int, '1e999', Number.MAX_SAFE_INTEGER],
    ['int', int, '1e3', 1000],
    ['int', int, ' 12', 12],
    ['int', int, '0x10', 0],
    ['int', int, 'Infinity', 0],
    ['int', int, false, 0],
    ['float', float, '1.5x', 1.5],
    ['float', float, 'x', 0],
    ['bool', bool, 'False', false],
    ['bool', bool, '0', false],
    ['bool', bool, '', false],
    ['bool', bool, 'no', true],
    ['bool', bool, 1, true],
    ['bool', bool, 0, false],
    ['nullable boolean', nullableBoolean, '-1', null],
    ['nullable boolean', nullableBoolean, 'True', true],
    ['nullable boolean', nullableBoolean, 0, false],
    ['nullable boolean', nullableBoolean, '', false],
    ['time', time, '1900000000', 1_900_000_000],
    ['time', time, -86_400, NOW - 86_400],
    ['time', time, 0, 0],
    ['time', time, -1, -1],
    ['int enum', enumOf(RecordStatus), '2', 2],
    ['int enum', enumOf(RecordStatus), 'true', 1],
    ['int enum', enumOf(RecordStatus), 'False', 0],
    ['int enum', enumOf(RecordStatus), true, 1],
    ['string enum', enumOf(EntryStatus), 2, '2'],
    [
      'multilingual text',
      multilingual,
      [
        { language: 'DE', value: 'Hallo' },
        { language: 'default', value: 'Hello' },
      ],
      'Hello',
    ],
    ['multilingual text', multilingual, { 0: { language: 'DE', value: 'Hallo' } }, 'Hallo'],
    ['anything', int, null, null],
  ])('%s %j -> %j', (_name, kind, raw, expected) => {
    expect(read(kind, raw)).toEqual(expected);
  });
});

test.each<[Kind, Raw, string]>([
  [enumOf(RecordStatus), 3, 'INVALID_ENUM_VALUE'],
  [enumOf(EntryStatus), 'ready', 'INVALID_ENUM_VALUE'],
  [text, { a: 1 }, 'PROPERTY_VALIDATION_WRONG_FORMAT'],
  [text, 'a\u0000b', 'INVALID_PARAMETER_CHAR'],
  [int, [1], 'PROPERTY_VALIDATION_WRONG_FORMAT'],
  [object(LiveEntryRecordingOptions), 'x', 'PROPERTY_VALIDATION_WRONG_FORMAT'],
  [arrayOf(LiveStreamPushPublishConfiguration), 'x', 'PROPERTY_VALIDATION_WRONG_FORMAT'],
  [arrayOf(OperationAttributes), [{}], 'OBJECT_TYPE_ABSTRACT'],
])('%j given %j is refused with %s', (kind, raw, code) => {
  expect(codeOf(() => read(kind, raw))).toBe(code);
});

test('an object keeps what is declared, clears what is null, ignores the rest', () => {
  const sent = {
    shouldMakeHidden: '1',
    shouldAutoArchive__null: '',
    archiveVodSuffixTimezone: null,
    other: { x: 1 },
  };
  expect(read(object(LiveEntryRecordingOptions), sent)).toEqual({
    objectType: 'KalturaLiveEntryRecordingOptions',
    shouldMakeHidden: true,
    shouldAutoArchive: null,
  });
});

test('a list is not cleared by null: the key "-" makes it empty', () => {
  const kind = object(LiveStreamEntry);
  expect(read(kind, { bitrates__null: '' })).not.toHaveProperty('bitrates');
  expect(read(kind, { bitrates: { '-': '' } })).toMatchObject({ bitrates: [] });
});

test('null wins over a value that comes along', () => {
  const kind = object(LiveEntryRecordingOptions);
  for (const sent of [
    { archiveVodSuffixTimezone__null: '', archiveVodSuffixTimezone: 'x' },
    { archiveVodSuffixTimezone: 'x', archiveVodSuffixTimezone__null: 'whatever' },
  ]) {
    expect(read(kind, sent)).toMatchObject({ archiveVodSuffixTimezone: null });
  }
});

test('a subclass is honoured, another class is not', () => {
  const items = arrayOf(LiveStreamPushPublishConfiguration);
  const sent = [
    {
      objectType: 'kalturaliveStreamPushPublishRTMPConfiguration',
      userId: 'u',
      publishUrl: 'rtmp://x',
    },
    { objectType: 'KalturaBaseEntry', userId: 'u', publishUrl: 'rtmp://y' },
  ];
  expect(read(items, sent)).toEqual([
    {
      objectType: LiveStreamPushPublishRTMPConfiguration.name,
      userId: 'u',
      publishUrl: 'rtmp://x',
    },
    { objectType: LiveStreamPushPublishConfiguration.name, publishUrl: 'rtmp://y' },
  ]);
});

test('a list comes as a list, as numbered names in their order, or as a sign that it is empty', () => {
  const items = arrayOf(LiveStreamPushPublishConfiguration);
  const ports = (raw: Raw) => (read(items, raw) as { port: string }[]).map(({ port }) => port);
  expect(ports([{ port: 1 }, { port: 2 }])).toEqual(['1', '2']);
  expect(ports({ item10: { port: 10 }, item9: { port: 9 } })).toEqual(['9', '10']);
  expect(ports({ '-': '' })).toEqual([]);
  const shuffled = Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 30_000);
  const many = Object.fromEntries(shuffled.map((port) => [`item${port}`, { port }]));
  expect(ports(many)).toEqual(shuffled.toSorted((a, b) => a - b).map(String));
});
