import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEventRecord, writeEventRecord, writeWebcastRecord } from './event-record.ts';
import { readMetadata, writeMetadata } from './metadata-xml.ts';

/** Characters that XML can hold. */
const text = fc.string({ unit: 'grapheme' }).filter((each) => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that it can't
  return each.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(each);
});

describe('records', () => {
  test('come back as they were written, whatever their texts say', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{0,8}$/);
    const leaf = fc.record({ name, content: text });
    const container = fc.record({ name, content: fc.array(leaf, { minLength: 1, maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(fc.oneof(leaf, container)), (elements) => {
        expect(readMetadata(writeMetadata(elements))).toEqual(elements);
      }),
    );
  });

  test('are written in the order of their schemas, with every text escaped', () => {
    const record = {
      startTime: 1_796_140_800,
      endTime: null,
      timezone: 'Europe/Vienna',
      presenters: [{ name: 'Ada <b>&', link: 'https://a.example/?a=1&b="2"' }],
    };
    const xml = writeEventRecord(record);
    expect(xml).toBe(
      '<metadata><StartTime>1796140800</StartTime><Timezone>Europe/Vienna</Timezone><Presenter><PresenterId></PresenterId><PresenterName>Ada &lt;b&gt;&amp;</PresenterName><PresenterTitle></PresenterTitle><PresenterBio></PresenterBio><PresenterLink>https://a.example/?a=1&amp;b="2"</PresenterLink><PresenterImage></PresenterImage></Presenter></metadata>',
    );
    expect(readEventRecord(xml)).toEqual(record);
    expect(writeWebcastRecord({ slidesDocEntryId: '', isSelfServe: true })).toBe(
      '<metadata><SlidesDocEntryId></SlidesDocEntryId><IsKwebcastEntry>1</IsKwebcastEntry><IsSelfServe>1</IsSelfServe></metadata>',
    );
  });

  test('keep elements that an account has added to its schema', () => {
    const before = '<metadata><StartTime>5</StartTime><Room>A &amp; B</Room></metadata>';
    const record = { startTime: 6, endTime: 7, timezone: '', presenters: [] };
    expect(writeEventRecord(record, before)).toBe(
      '<metadata><StartTime>6</StartTime><EndTime>7</EndTime><Room>A &amp; B</Room></metadata>',
    );
  });

  test('are read as servers keep them: declared, spread over lines, with comments and character data', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <!-- by hand -->
      <metadata xmlns:x="urn:x">
        <StartTime />
        <Timezone a='1'>US/Pacific</Timezone>
        <Presenter><PresenterName><![CDATA[<Ada> ]] & co]]></PresenterName></Presenter>
        <Presenter><PresenterName>B&#246; &#x1F600;</PresenterName></Presenter>
      </metadata>`;
    expect(readEventRecord(xml)).toEqual({
      startTime: null,
      endTime: null,
      timezone: 'US/Pacific',
      presenters: [{ name: '<Ada> ]] & co' }, { name: 'Bö 😀' }],
    });
  });

  test.each([
    ['no XML', 'soon'],
    ['nothing', ''],
    ['another root', '<a/>'],
    ['two roots', '<metadata/><metadata/>'],
    ['an open end', '<metadata><a>'],
    ['crossed elements', '<metadata><a><b></a></b></metadata>'],
    ['a document type', '<!DOCTYPE metadata [<!ENTITY a "b">]><metadata>&a;</metadata>'],
    ['a depth that no record has', `<metadata>${'<a>'.repeat(50)}${'</a>'.repeat(50)}</metadata>`],
  ])('that are none are refused: %s', (_, xml) => {
    expect(() => readMetadata(xml)).toThrow(SyntaxError);
  });

  test('refuse what XML has no room for, and say where', () => {
    expect(() => writeMetadata([{ name: 'PresenterBio', content: 'a\u0000b' }])).toThrow(
      'PresenterBio must be text that XML can hold (got the character U+0000)',
    );
    expect(() => writeMetadata([{ name: 'A', content: '\ud800' }])).toThrow('half a character');
    expect(() => writeMetadata([{ name: 'a b', content: '' }])).toThrow('(got "a b")');
  });
});
