import { describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { NEW_WEBCAST, type WebcastValues } from '../webcast/webcast-values.ts';
import { readWebcastFile } from './read-webcast-file.ts';
import { writeWebcastFile } from './write-webcast-file.ts';

const read = (text: string) => readWebcastFile(text, 'webcasts.yml');

/** What is wrong with a file, a line each. */
function faultsOf(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UsageError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** What a file that says nothing else is read with. */
const UNSAID = { ...NEW_WEBCAST, timezone: '' };

const WHOLE = `
set: town-halls
webcasts:
  - key: town-hall-1
    name: Town hall
    description: |
      What we did,
      what comes.
    starts: 2027-01-14 15:00
    ends: 2027-01-14T17:30+02:00
    timezone: Europe/Berlin
    presenters:
      - Ada Byron, Head of Research
      - name: Grace
        link: https://example.org/grace
    recording: per-session
    dvr: 2h
    preview: off
    tags: [company, 2027]
    relays:
      - rtmp://a.example/live/secret-key
    thumbnail: pictures/hall.jpg
`;

describe('a file of webcasts', () => {
  it('says what each webcast is', () => {
    const { set, webcasts } = read(WHOLE);
    expect(set).toBe('town-halls');
    expect(webcasts).toEqual([
      {
        key: 'town-hall-1',
        line: 4,
        thumbnail: 'pictures/hall.jpg',
        values: {
          name: 'Town hall',
          description: 'What we did,\nwhat comes.\n',
          starts: Date.parse('2027-01-14T14:00:00Z'),
          ends: Date.parse('2027-01-14T15:30:00Z'),
          timezone: 'Europe/Berlin',
          presenters: [
            { id: '', name: 'Ada Byron', title: 'Head of Research', bio: '', link: '', image: '' },
            {
              id: '',
              name: 'Grace',
              title: '',
              bio: '',
              link: 'https://example.org/grace',
              image: '',
            },
          ],
          recording: 'per-session',
          dvr: 120,
          preview: false,
          tags: ['company', '2027'],
          relays: ['rtmp://a.example/live/secret-key'],
        },
      },
    ]);
  });

  it('may say nothing but key and name, and empties what it names without a value', () => {
    expect(read('webcasts:\n  - key: aa\n    name: 2027\n').webcasts[0]?.values).toEqual({
      name: '2027',
    });
    const { webcasts } = read(
      'webcasts:\n  - key: aa\n    name: A\n    starts:\n    description: ~\n    tags:\n    presenters: []\n    dvr: off\n',
    );
    expect(webcasts[0]?.values).toEqual({
      ...{ name: 'A', starts: null, description: '', tags: [], presenters: [], dvr: 0 },
    });
  });

  it('may say once what several webcasts have', () => {
    const { webcasts } = read(
      'webcasts:\n  - key: aa\n    name: A\n    tags: &tags [x, y]\n  - key: bb\n    name: B\n    tags: *tags\n',
    );
    expect(webcasts[1]?.values.tags).toEqual(['x', 'y']);
  });

  it('is refused with file and line of everything that is wrong', () => {
    const text = [
      'webcasts:',
      '  - key: aa',
      '    name: A',
      '    recordin: off',
      '    dvr: for ever',
      '  - key: aa',
      '    name: B',
      '    starts: tomorrow',
      '    presenters: Ada',
      '  - name: C',
      '    preview: maybe',
      '    timezone: Europe/Berlinn',
    ].join('\n');
    expect(faultsOf(text)).toEqual([
      'webcasts.yml:4: "recordin" is nothing that a webcast has. Did you mean "recording"?',
      'webcasts.yml:5: dvr must be off, or a length from 1m to 24h like 90m or 2h (got "for ever")',
      'webcasts.yml:6: the key "aa" is there already, in line 2',
      'webcasts.yml:8: starts must be a time like "2027-01-14 15:00" or "2027-01-14T15:00+01:00" (got "tomorrow")',
      'webcasts.yml:9: presenters must be a list: lines that begin with "- "',
      'webcasts.yml:10: key is missing',
      'webcasts.yml:11: preview must be on or off (got "maybe")',
      'webcasts.yml:12: timezone must be a timezone like Europe/Berlin (got "Europe/Berlinn"). Did you mean Europe/Berlin?',
    ]);
  });

  it.each([
    ['', 'webcasts.yml:1: the file must begin with "webcasts:" and a list below it'],
    ['- a\n', 'webcasts.yml:1: the file must begin with "webcasts:" and a list below it'],
    ['set: x\n', 'webcasts.yml:1: the list "webcasts:" is missing'],
    [
      'webcast: []\n',
      'webcasts.yml:1: "webcast" is nothing that a file of webcasts has. Did you mean "webcasts"?',
    ],
    ['webcasts:\n  - 7\n', 'webcasts.yml:2: a webcast must be lines of the form "name: Town hall"'],
    ['webcasts:\n  - {key: "a b", name: A}\n', 'key must be 2 or more letters, digits'],
    ['set: a b\nwebcasts: []\n', 'webcasts.yml:1: set must be letters'],
    [
      'webcasts:\n  - {key: aa, name: A, starts: 2027-01-14 15:00}\n',
      'starts needs a timezone beside it',
    ],
    [
      'webcasts:\n  - {key: aa, name: A, starts: "2027-01-14T15:00Z", ends: "2027-01-14T14:00Z"}\n',
      'ends must be after the start, 2027-01-14T15:00:00Z (got 2027-01-14T14:00:00Z)',
    ],
    [
      'webcasts:\n  - {key: aa, name: A, tags: ["x,y"]}\n',
      'tags must be tags without commas (got "x,y")',
    ],
    ['webcasts:\n  - {key: aa, name: [A]}\n', 'name must be a single value'],
    ['webcasts:\n  - {key: aa, name: A, tags: *no}\n', 'no'],
    ['webcasts: [\n', 'this is not YAML'],
  ])('%j is refused', (text, message) => {
    expect(faultsOf(text).join('\n')).toContain(message);
  });

  it('does not show a stream key that it refuses', () => {
    const faults = faultsOf(
      'webcasts:\n  - {key: aa, name: A, relays: ["http://a/b/top-secret"]}\n',
    );
    expect(faults.join('\n')).toContain('relays must be an address like rtmp://');
    expect(faults.join('\n')).not.toContain('top-secret');
  });

  it('reads as it was written', () => {
    const values: WebcastValues = {
      ...{ ...NEW_WEBCAST, name: 'off', description: 'a: b\n- "c"\n\n  d #e' },
      starts: Date.parse('2027-10-31T01:30:00Z'),
      ends: Date.parse('2027-10-31T02:30:07Z'),
      timezone: 'Europe/Berlin',
      presenters: [{ id: 'x', name: 'No, really', title: '', bio: 'yes', link: '', image: '~' }],
      ...{
        recording: 'off',
        dvr: 91,
        preview: false,
        tags: ['true', '007'],
        relays: ['rtmp://h/a/b'],
      },
    };
    for (const each of [values, { ...UNSAID, name: 'plain' }, { ...values, timezone: '' }]) {
      const text = writeWebcastFile([{ key: '0_1a', values: each }], {
        set: 's',
        withRelays: true,
      });
      const { set, webcasts } = read(text);
      expect(set).toBe('s');
      expect({ ...UNSAID, ...webcasts[0]?.values }).toEqual(each);
      const again = writeWebcastFile(
        [{ key: '0_1a', values: { ...UNSAID, ...webcasts[0]?.values } as WebcastValues }],
        { set: 's', withRelays: true },
      );
      expect(again).toBe(text);
    }
  });

  it('is written without stream keys where they are not asked for', () => {
    const values = { ...NEW_WEBCAST, name: 'A', relays: ['rtmp://h/a/top-secret'] };
    const text = writeWebcastFile([{ key: 'aa', values }], { set: null, withRelays: false });
    expect(text).not.toContain('top-secret');
    expect(read(text).webcasts[0]?.values.relays).toBeUndefined();
  });
});
