import { describe, expect, test } from 'vitest';
import { MetadataSchema } from './metadata-schema.ts';
import { MetadataSchemas } from './metadata-schemas.ts';
import { MAX_XML_CHARACTERS, XmlProblem } from './parse-xml.ts';
import { EVENT_SCHEMA, QUESTION_SCHEMA, VOTE_SCHEMA, WEBCAST_SCHEMA } from './webcast-schemas.ts';

const OPEN = '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">';

function schemaWith(elements: string, more = ''): string {
  return `${OPEN}${more}<xsd:element name="metadata"><xsd:complexType><xsd:sequence>${elements}</xsd:sequence></xsd:complexType></xsd:element></xsd:schema>`;
}

function using<Result>(xsd: string, use: (schema: MetadataSchema) => Result): Result {
  const schema = MetadataSchema.compile(xsd);
  try {
    return use(schema);
  } finally {
    schema.dispose();
  }
}

describe('the schemas of webcasting integrations', () => {
  test('have the fields that guides name, in their order', () => {
    const keysOf = (xsd: string) => using(xsd, ({ fields }) => fields.map(({ key }) => key));
    expect(keysOf(WEBCAST_SCHEMA)).toEqual(['SlidesDocEntryId', 'IsKwebcastEntry', 'IsSelfServe']);
    expect(keysOf(EVENT_SCHEMA)).toEqual([
      ...['StartTime', 'EndTime', 'Timezone', 'PresenterId', 'PresenterName'],
      ...['PresenterTitle', 'PresenterBio', 'PresenterLink', 'PresenterImage'],
    ]);
    expect(using(EVENT_SCHEMA, ({ fields }) => fields.at(-1)?.xPath)).toBe(
      "/*[local-name()='metadata']/*[local-name()='Presenter']/*[local-name()='PresenterImage']",
    );
  });

  test.each([
    [WEBCAST_SCHEMA, '<metadata/>'],
    [
      WEBCAST_SCHEMA,
      '<metadata><SlidesDocEntryId/><IsKwebcastEntry>1</IsKwebcastEntry></metadata>',
    ],
    [
      WEBCAST_SCHEMA,
      '<?xml version="1.0" encoding="UTF-16"?>\n<metadata><IsSelfServe>1</IsSelfServe></metadata>',
    ],
    [EVENT_SCHEMA, '<metadata><StartTime>1795348800</StartTime><EndTime></EndTime></metadata>'],
    [
      EVENT_SCHEMA,
      '<metadata><Timezone>US/Pacific</Timezone><Presenter><PresenterId/><PresenterImage/></Presenter></metadata>',
    ],
    [QUESTION_SCHEMA, '<metadata><Assignees>m1</Assignees><Type>Question</Type></metadata>'],
    [VOTE_SCHEMA, '<metadata><Answer>1</Answer><Answer>3</Answer><UserId>v</UserId></metadata>'],
  ])('take what integrations write (%#)', (xsd, xml) => {
    using(xsd, (schema) => schema.check(xml));
  });

  test.each([
    [WEBCAST_SCHEMA, '<metadata><Unknown/></metadata>', /Unknown/],
    [WEBCAST_SCHEMA, '<other/>', /other/],
    [EVENT_SCHEMA, '<metadata><StartTime>soon</StartTime></metadata>', /soon/],
    [
      EVENT_SCHEMA,
      '<metadata><EndTime>2</EndTime><StartTime>1</StartTime></metadata>',
      /StartTime/,
    ],
    [QUESTION_SCHEMA, '<metadata><State>Lost</State><Type>Question</Type></metadata>', /Lost/],
    [QUESTION_SCHEMA, '<metadata><State>Done</State></metadata>', /Type/],
    [VOTE_SCHEMA, '<metadata><UserId>v</UserId></metadata>', /Answer/],
  ])('refuse what does not follow them, with its reason (%#)', (xsd, xml, reason) => {
    expect(() => using(xsd, (schema) => schema.check(xml))).toThrow(reason);
  });
});

describe('texts that attack', () => {
  const levels = Array.from(
    { length: 12 },
    (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`,
  );
  test.each([
    [
      'an entity bomb',
      `<!DOCTYPE m [<!ENTITY a0 "xxxxxxxxxx">${levels.join('')}]><metadata>&a12;</metadata>`,
    ],
    [
      'an external entity',
      '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]><metadata>&a;</metadata>',
    ],
    ['an external document type', '<!DOCTYPE m SYSTEM "http://127.0.0.1:9/x.dtd"><metadata/>'],
    ['a document type', '<!DOCTYPE m [<!ENTITY a "b">]><metadata/>'],
    ['deep nesting', `${'<metadata>'.repeat(5000)}${'</metadata>'.repeat(5000)}`],
    ['too many characters', `<metadata>${'x'.repeat(MAX_XML_CHARACTERS)}</metadata>`],
    ['half a document', '<metadata><SlidesDocEntryId>'],
    ['nothing', '  '],
    ['no XML', 'metadata'],
    ['a character that XML has not', '<metadata>\u0000</metadata>'],
  ])('are refused: %s', (_what, xml) => {
    expect(() => using(WEBCAST_SCHEMA, (schema) => schema.check(xml))).toThrow(XmlProblem);
    expect(() => MetadataSchema.compile(xml)).toThrow(XmlProblem);
  });

  test('never show what is in files', () => {
    const xml =
      '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]><metadata><X>&a;</X></metadata>';
    expect(() => using(WEBCAST_SCHEMA, (schema) => schema.check(xml))).toThrow(/DOCTYPE|internal/);
  });
});

describe('a schema', () => {
  test.each([
    ['of no record', `${OPEN}</xsd:schema>`, /"metadata" \(got none\)/],
    ['of something else', `${OPEN}<xsd:element name="form"/></xsd:schema>`, /got form/],
    [
      'of two things',
      `${OPEN}<xsd:element name="metadata"/><xsd:element name="b"/></xsd:schema>`,
      /metadata, b/,
    ],
    [
      'that loads another',
      schemaWith('', '<xsd:include schemaLocation="file:///etc/passwd"/>'),
      /stands alone/,
    ],
    [
      'that names a type that is not there',
      schemaWith('<xsd:element name="a" type="nope"/>'),
      /nope/,
    ],
    ['that is no schema', '<metadata/>', /got none/],
    ['with too many fields', schemaWith('<xsd:element name="a"/>'.repeat(501)), /at most 500/],
  ])('%s is refused', (_what, xsd, reason) => {
    expect(() => MetadataSchema.compile(xsd)).toThrow(reason);
  });

  test('says what its fields are called', () => {
    const element =
      '<xsd:element name="Room"><xsd:annotation><xsd:appinfo><label>Which room</label><key>room</key></xsd:appinfo></xsd:annotation></xsd:element>';
    expect(using(schemaWith(element), ({ fields }) => fields)).toEqual([
      {
        xPath: "/*[local-name()='metadata']/*[local-name()='Room']",
        key: 'room',
        label: 'Which room',
      },
    ]);
  });

  test('is compiled once, and forgotten when many others were used since', () => {
    const schemas = new MetadataSchemas();
    const first = schemas.of(schemaWith('<xsd:element name="first"/>'));
    expect(schemas.of(schemaWith('<xsd:element name="first"/>'))).toBe(first);
    for (let count = 0; count < 100; count++)
      schemas.of(schemaWith(`<xsd:element name="e${count}"/>`));
    expect(schemas.of(schemaWith('<xsd:element name="first"/>'))).not.toBe(first);
    schemas.close();
  });
});
