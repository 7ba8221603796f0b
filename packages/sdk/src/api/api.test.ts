import { expect, expectTypeOf, test } from 'vitest';
import type { ApiRequest } from '../transport/api-request.ts';
import { ref } from '../transport/result-token.ts';
import { api, fileUrl } from './api.ts';
import { KalturaEntryStatus, KalturaSourceType } from './generated/enums.ts';
import type { KalturaLiveStreamEntry, KalturaMediaEntry } from './generated/objects.ts';
import type { LiveStreamChanges, LiveStreamEntry } from './live-stream-entry.ts';

test('a call is described by its service, its action and its parameters', () => {
  const request = api.liveStream.get({ entryId: '0_ab12cd34' });
  expect(request).toEqual({
    service: 'liveStream',
    action: 'get',
    params: { entryId: '0_ab12cd34' },
  });
  expect(api.session.get()).toEqual({ service: 'session', action: 'get', params: {} });
  expectTypeOf(request).toEqualTypeOf<ApiRequest<KalturaLiveStreamEntry>>();
});

test('files travel beside the parameters', () => {
  const fileData = new Blob(['a picture']);
  const request = api.liveStream.updateOfflineThumbnailJpeg({ entryId: '0_a', fileData });
  expect(request).toEqual({
    service: 'liveStream',
    action: 'updateOfflineThumbnailJpeg',
    params: { entryId: '0_a' },
    files: { fileData },
  });
});

test('a file that the server sends has an address', () => {
  const client = { serviceUrl: 'https://live.example', partnerId: 100 };
  expect(fileUrl(client, api.metadata_metadata.serve({ id: 7 }), 'a+b')).toBe(
    'https://live.example/api_v3/service/metadata_metadata/action/serve?partnerId=100&ks=a%2Bb&id=7',
  );
});

test('it is no promise, so that it can be answered by one', async () => {
  expect(await Promise.resolve(api)).toBe(api);
});

test('values have names, and are the union of them', () => {
  expect(KalturaSourceType.LIVE_STREAM).toBe('32');
  expectTypeOf<'2'>().toExtend<KalturaEntryStatus>();
  expectTypeOf<'nonsense'>().not.toExtend<KalturaEntryStatus>();
  expect(KalturaEntryStatus.READY).toBe('2');
});

test('the compiler knows what is taken and what is answered', () => {
  // @ts-expect-error of another type
  api.liveStream.get({ entryId: 1 });
  // @ts-expect-error of another name
  api.liveStream.get({ id: '0_a' });
  // @ts-expect-error missing
  api.liveStream.get();
  // @ts-expect-error no such value
  api.liveStream.add({ liveStreamEntry: {}, sourceType: '99' });
  // @ts-expect-error of a type that must be named
  api.baseEntry.list({ filter: { mediaTypeEqual: 1 } });
  api.baseEntry.list({ filter: { objectType: 'KalturaMediaEntryFilter', mediaTypeEqual: 1 } });
  api.liveStream.update({ entryId: ref(0).id, liveStreamEntry: { description: null } });
  const entry = api.baseEntry.get({ entryId: '0_a' });
  type Answer = typeof entry extends ApiRequest<infer Result> ? Result : never;
  const nameOf = (answer: Answer) =>
    answer.objectType === 'KalturaMediaEntry' ? answer.mediaType : answer.name;
  expectTypeOf<
    Extract<Answer, { objectType: 'KalturaMediaEntry' }>
  >().toExtend<KalturaMediaEntry>();
  expect(nameOf({ objectType: 'KalturaBaseEntry', name: 'x' })).toBe('x');
});

test('the types that are written by hand name nothing that the catalogue does not', () => {
  expectTypeOf<keyof LiveStreamEntry>().toExtend<keyof KalturaLiveStreamEntry>();
  expectTypeOf<keyof LiveStreamChanges>().toExtend<keyof KalturaLiveStreamEntry>();
});
