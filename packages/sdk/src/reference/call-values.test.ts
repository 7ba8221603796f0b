import { describe, expect, it } from 'vitest';
import { chosenValue, filesOf, firstValues, toRequest, typedValue } from './call-values.ts';
import { REFERENCE } from './reference-for-tests.ts';
import { ReferenceIndex } from './reference-index.ts';
import { layOutXml } from './send-call.ts';

const index = new ReferenceIndex(REFERENCE);

describe('what the form holds', () => {
  it('is sent without what is not set, with cleared properties by their names, files apart', () => {
    const file = new File(['x'], 'a.png');
    const values = {
      entryId: undefined,
      fileData: file,
      entry: { objectType: 'T', description: null, size: undefined, list: [{ a: null }] },
    };
    expect(toRequest(values)).toEqual({
      entry: { objectType: 'T', description__null: '', list: [{ a__null: '' }] },
    });
    expect(filesOf(values)).toEqual([['fileData', file]]);
  });

  it('begins with the example, and never with a made-up secret', () => {
    const action = index.action('liveStream.add')?.action;
    if (action === undefined) throw new Error('the fixture has lost liveStream.add');
    expect(firstValues(action)).toEqual(action.example);
    expect(firstValues({ ...action, example: { secret: 'SECRET', userId: 'u' } })).toEqual({
      secret: undefined,
      userId: 'u',
    });
  });

  it('reads what is typed by its kind', () => {
    expect(typedValue({ kind: 'int' }, '12')).toBe(12);
    expect(typedValue({ kind: 'time' }, '-86400')).toBe(-86_400);
    expect(typedValue({ kind: 'float' }, '1.5')).toBe(1.5);
    expect(typedValue({ kind: 'int' }, 'twelve')).toBe('twelve');
    expect(typedValue({ kind: 'int' }, '')).toBeUndefined();
    expect(typedValue({ kind: 'string' }, '12')).toBe('12');
  });

  it('reads what is chosen as the enumeration has it', () => {
    expect(chosenValue('32', index.enum('KalturaSourceType'))).toBe('32');
    expect(chosenValue('', index.enum('KalturaSourceType'))).toBeUndefined();
    expect(chosenValue('true', undefined)).toBe(true);
    expect(chosenValue('-1', undefined)).toBe(-1);
  });
});

describe('XML for people', () => {
  it('has an element on each line, and texts and empty elements on one', () => {
    const xml =
      '<?xml version="1.0"?><xml><result><item><id>0_a</id><name></name></item><b/></result></xml>';
    expect(layOutXml(xml)).toBe(
      [
        '<?xml version="1.0"?>',
        '<xml>',
        '  <result>',
        '    <item>',
        '      <id>0_a</id>',
        '      <name></name>',
        '    </item>',
        '    <b/>',
        '  </result>',
        '</xml>',
      ].join('\n'),
    );
  });

  it('stays as it is where it is none', () => {
    expect(layOutXml('plain')).toBe('plain');
  });
});
