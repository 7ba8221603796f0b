import { decodeRequest } from '../../../packages/api/src/door/decode-request.ts';
import { encoderFor } from '../../../packages/api/src/door/encode-response.ts';
import { replaceTokens, splitMultirequest } from '../../../packages/api/src/door/multirequest.ts';
import { ApiError } from '../../../packages/api/src/errors/api-error.ts';
import { coerce } from '../../../packages/api/src/schema/coerce.ts';
import { type ObjectType, object } from '../../../packages/api/src/schema/kinds.ts';
import { LiveStreamEntry } from '../../../packages/api/src/schema/live-stream-entry.ts';
import { LiveStreamEntryFilter } from '../../../packages/api/src/schema/live-stream-filter.ts';
import type { RawObject } from '../../../packages/api/src/schema/parameters.ts';
import type { FuzzTarget } from '../target.ts';

const NOW_SECONDS = 1_800_000_000;
/** What earlier calls of a multirequest may have answered. */
const RESULTS = [
  { objectType: 'X', id: '0_abcdefgh', objects: [{ id: 'a' }, { id: 'b' }] },
  'text',
  null,
];

const TYPES: readonly ObjectType[] = [LiveStreamEntry, LiveStreamEntryFilter];

/** Requests of the API, as body of each kind and as URL: read into parameters, or refused with a code. */
const target: FuzzTarget = {
  name: 'api-request',
  seeds: () =>
    [
      '{"liveStreamEntry":{"objectType":"KalturaLiveStreamEntry","name":"n","explicitLive":"1","description__null":"","bitrates":[{"bitrate":900}],"recordingOptions":{"shouldMakeHidden":"1"}},"sourceType":"32","format":1}',
      '{"0":{"service":"livestream","action":"get","entryId":"0_a"},"1":{"service":"livestream","action":"isLive","id":"{1:result:objects:_all:id}"},"format":"2","ks":"x"}',
      '1:service=livestream&1:action=list&1:filter:idIn=0_a,0_b&1:pager[pageSize]=1&format=9&callback=a.b',
      '/api_v3/index.php/service/livestream/action/list/filter:nameLike/a%20b/format/1?ks=x&p=1',
    ].map((text) => Buffer.from(text)),
  run(bytes) {
    const text = Buffer.from(bytes).toString('latin1');
    const bodies = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    for (const contentType of bodies) {
      answer(() => decodeRequest({ url: '/api_v3/', contentType, body: bytes }));
    }
    answer(() => decodeRequest({ url: text, contentType: '', body: null }));
  },
};

export default target;

/** The whole way of a request but for the services. */
function answer(decode: () => RawObject): void {
  try {
    const parameters = decode();
    for (const request of [parameters, ...splitMultirequest(parameters)]) {
      const replaced = replaceTokens(request, RESULTS);
      const encode = encoderFor(parameters, true);
      for (const type of TYPES) {
        const read = coerce(
          object(type),
          replaced.liveStreamEntry ?? replaced,
          'value',
          NOW_SECONDS,
        );
        if (typeof encode(read, 0).body !== 'string') throw new Error('an answer is not a text');
      }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
