import { unserialize } from 'php-serialize';
import { decodeRequest } from '../../../packages/api/src/door/decode-request.ts';
import { type Encoder, encoderFor } from '../../../packages/api/src/door/encode-response.ts';
import { replaceTokens, splitMultirequest } from '../../../packages/api/src/door/multirequest.ts';
import { shapeAnswer } from '../../../packages/api/src/door/related-objects.ts';
import { readAnswerProfile } from '../../../packages/api/src/door/response-profile.ts';
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
  new ApiError('MISSING_KS'),
];

const TYPES: readonly ObjectType[] = [LiveStreamEntry, LiveStreamEntryFilter];

const NO_PROFILES = { find: async () => null, findByName: async () => null };

/** Everything is related to the same. */
const LISTS = {
  refuseUnlisted: () => {},
  listTypeOf: () => 'KalturaMetadataListResponse',
  list: async () => ({
    objectType: 'KalturaMetadataListResponse',
    totalCount: 1,
    objects: [{ objectType: 'KalturaMetadata', objectId: '0_a', xml: '<metadata/>' }],
  }),
};

/** Requests of the API, as body of each kind and as URL: read into parameters, or refused with a code. */
const target: FuzzTarget = {
  name: 'api-request',
  seeds: () =>
    [
      '{"liveStreamEntry":{"objectType":"KalturaLiveStreamEntry","name":"n","explicitLive":"1","description__null":"","bitrates":[{"bitrate":900}],"recordingOptions":{"shouldMakeHidden":"1"}},"sourceType":"32","format":1}',
      '{"0":{"service":"livestream","action":"get","entryId":"0_a"},"1":{"service":"livestream","action":"isLive","id":"{1:result:objects:_all:id}"},"format":"2","ks":"x"}',
      '{"filter:idIn":"0_a","filter":{"tags[x]":1},"responseProfile":{"type":1,"fields":"id,name"},"content-type":"text/plain","format":3}',
      '{"liveStreamEntry":{"id":"0_a","name":"n"},"responseProfile":{"relatedProfiles":[{"name":"r","fields":"xml","filter":{"objectType":"KalturaMetadataFilter"},"mappings":[{"parentProperty":"name","filterProperty":"objectIdEqual"}]}]},"format":2}',
      '1:service=livestream&1:action=list&1:filter:idIn=0_a,0_b&1:pager[pageSize]=1&a[][b]=2&format=9&callback=a.b',
      '/api_v3/index.php/service/livestream/action/list/filter:nameLike/a%20b/format/1?ks=x&p=1&responseProfile:systemName=s',
    ].map((text) => Buffer.from(text)),
  async run(bytes) {
    const text = Buffer.from(bytes).toString('latin1');
    for (const contentType of ['application/json', 'application/x-www-form-urlencoded']) {
      await answer(() => decodeRequest({ url: '/api_v3/', contentType, body: bytes }));
    }
    await answer(() => decodeRequest({ url: text, contentType: '', body: null }));
  },
};

export default target;

/** The whole way of a request but for the services. */
async function answer(decode: () => RawObject): Promise<void> {
  try {
    const parameters = decode();
    const encode = encoderFor(parameters, true);
    const { responseProfile = null } = parameters;
    const profile = await readAnswerProfile(responseProfile, undefined, NO_PROFILES);
    for (const request of [parameters, ...splitMultirequest(parameters)]) {
      const replaced = replaceTokens(request, RESULTS);
      for (const type of TYPES) {
        const read = coerce(
          object(type),
          replaced.liveStreamEntry ?? replaced,
          'value',
          NOW_SECONDS,
        );
        const shaped = profile === null ? read : await shapeAnswer(LISTS, read, profile);
        checkEncodings(shaped, encode);
      }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

const JSON_ENCODER = encoderFor({ format: 1 }, true);
const XML_ENCODER = encoderFor({ format: 2 }, true);
const PHP_ENCODER = encoderFor({ format: 3 }, true);

/** Whatever a client has sent, what it is answered can be read. */
function checkEncodings(value: unknown, asked: Encoder): void {
  const json = JSON.parse(JSON_ENCODER(value, 0).body);
  const php = unserialize(PHP_ENCODER(value, 0).body, CLASSES);
  if (json.objectType !== php.objectType) throw new Error('JSON and PHP answer different objects');
  const xml = XML_ENCODER(value, 0).body;
  if (!xml.endsWith('</result><executionTime>0.000000</executionTime></xml>')) {
    throw new Error('XML is not closed');
  }
  if (typeof asked(value, 0).body !== 'string') throw new Error('an answer is not a text');
}

/** The reader of PHP's format wants a class for every name: whatever it is, an empty one will do. */
const CLASSES = new Proxy(
  {},
  {
    get: () => class Anything {},
  },
);
