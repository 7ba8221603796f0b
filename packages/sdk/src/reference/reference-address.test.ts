import { describe, expect, it } from 'vitest';
import { readReferenceAddress, viewAt } from './reference-address.ts';
import { REFERENCE } from './reference-for-tests.ts';
import { ReferenceIndex } from './reference-index.ts';

const index = new ReferenceIndex(REFERENCE);

describe('the address of the reference', () => {
  it.each([
    ['', { target: '', session: null }],
    ['#liveStream.add', { target: 'liveStream.add', session: null }],
    ['#ks=abc%3D%3D', { target: '', session: 'abc==' }],
    ['#liveStream.add&ks=abc', { target: 'liveStream.add', session: 'abc' }],
    ['#ks=abc&errors', { target: 'errors', session: 'abc' }],
    ['#%E0%A4%A', { target: '%E0%A4%A', session: null }],
  ])('%s', (hash, address) => {
    expect(readReferenceAddress(hash)).toEqual(address);
  });

  it.each([
    ['', 'start'],
    ['errors', 'errors'],
    ['NO_ROOM', 'errors'],
    ['compatibility', 'compatibility'],
    ['LIVESTREAM.ADD', 'action'],
    ['livestream', 'service'],
    ['KalturaBaseEntry', 'type'],
    ['KalturaSourceType', 'enum'],
    ['constructor', 'nothing'],
    ['liveStream.fly', 'nothing'],
  ])('%s shows %s', (target, kind) => {
    expect(viewAt(target, index).kind).toBe(kind);
  });
});

describe('the index', () => {
  it('knows inherited properties, and that a type may say one anew', () => {
    const names = index
      .lineage('KalturaLiveStreamEntry')
      .map(({ type, properties }) => [type.name, properties.map(({ name }) => name)]);
    expect(names).toEqual([
      ['KalturaLiveStreamEntry', ['name', 'recordingOptions', 'options']],
      ['KalturaBaseEntry', ['id']],
    ]);
    expect(index.property('KalturaLiveStreamEntry', 'name')?.about).toBe('Its own name.');
  });

  it('knows what may stand for an abstract type, and where a type is used', () => {
    expect(index.concreteTypes('KalturaBaseEntry')).toEqual(['KalturaLiveStreamEntry']);
    expect(index.usersOf('KalturaSourceType').map(({ action }) => action.name)).toEqual(['add']);
    expect(index.holdersOf('KalturaRecordingOptions').map(({ name }) => name)).toEqual([
      'KalturaLiveStreamEntry',
    ]);
    expect(index.actionsWithError('NO_ROOM').map(({ action }) => action.name)).toEqual(['add']);
  });
});
