import { describe, expect, it } from 'vitest';
import { allFindings, findInReference } from './find-in-reference.ts';
import { REFERENCE } from './reference-for-tests.ts';

const findings = allFindings(REFERENCE);
const namesFor = (query: string) => findInReference(findings, query).map(({ name }) => name);

describe('the search', () => {
  it('finds an action by its own name, its service, and the beginnings of words in between', () => {
    expect(namesFor('add')[0]).toBe('liveStream.add');
    expect(namesFor('livestr')[0]).toMatch(/^liveStream\./);
    expect(namesFor('stream')).toContain('liveStream.add');
    expect(namesFor('profile')[0]).toMatch(/metadataProfile/);
  });

  it('finds objects, enumerations and errors too, and what only the sentence says', () => {
    expect(namesFor('recordingoptions')).toEqual(['KalturaRecordingOptions']);
    expect(namesFor('LIVE_STREAM')).toContain('KalturaSourceType');
    expect(namesFor('room left')).toEqual(['NO_ROOM']);
  });

  it('wants every word, in any order and case', () => {
    expect(namesFor('LIST  livestream')).toEqual(['liveStream.list']);
    expect(namesFor('livestream nonsense')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(namesFor('   ')).toEqual([]);
  });

  it('puts a name before a sentence', () => {
    const names = namesFor('list');
    expect(names.slice(0, 2).sort()).toEqual(['liveStream.list', 'metadata_metadataProfile.list']);
  });
});
