import { decodePlayerEvent } from '../../../packages/api/src/beacons/decode-player-event.ts';
import type { PlayerClaim } from '../../../packages/api/src/beacons/player-event.ts';
import { decodeRequest } from '../../../packages/api/src/door/decode-request.ts';
import { ApiError } from '../../../packages/api/src/errors/api-error.ts';
import type { FuzzTarget } from '../target.ts';

const WHO = 'eventType=99&entryId=0_ab12cd34&sessionId=5f0c2c1e&partnerId=100';

/** The first line is the query, the rest the body: read or refused with a code, and never more than is kept. */
const target: FuzzTarget = {
  name: 'player-event',
  seeds: () =>
    [
      `${WHO}&eventIndex=4&playbackType=dvr&position=-132.5&bufferTime=1.25&clientVer=a%00b`,
      `${WHO}\n{"eventIndex":3,"playbackType":"live","position":-2,"referrer":"aHR0cHM6Ly9hLmV4YW1wbGUvYj9rcz14","joinTime":0.4}`,
      `${WHO}&referrer=https://a.example/b?ks=x\n{"customVar1":"\\ud800\\u0000","a:b":{"c":[1]},"__proto__":{"x":1},"playTimeSum":1e308}`,
      'eventType=3&entryId=0_&sessionId=%F0%9F\n{"constructor":"x","toString":1,"ks":"secret-session"}',
    ].map((text) => Buffer.from(text)),
  run(bytes) {
    const end = bytes.indexOf(10);
    const query = Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString('latin1');
    const body = end === -1 ? null : bytes.subarray(end + 1);
    try {
      const url = `/api_v3/index.php?${query}`;
      check(decodePlayerEvent(decodeRequest({ url, contentType: 'text/plain', body })));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  },
};

export default target;

/** What PostgreSQL refuses in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSTORABLE = /[\u0000-\u001f]/;

function check({ sessionId, eventType, eventIndex, positionS, fields }: PlayerClaim): void {
  const texts = [sessionId, ...Object.entries(fields).flat()];
  for (const text of texts) {
    if (typeof text === 'number' ? !Number.isFinite(text) : !isStorable(text)) {
      throw new Error(`no database keeps ${JSON.stringify(text)}`);
    }
  }
  for (const number of [eventType, eventIndex ?? 0]) {
    if (!Number.isSafeInteger(number)) throw new Error(`${number} is no whole number`);
  }
  if (positionS !== null && !Number.isFinite(positionS)) throw new Error('a place is no number');
  if (JSON.stringify(fields).length > 40_000) throw new Error('too much is kept');
  if ('ks' in fields) throw new Error('a session is kept');
}

function isStorable(text: string): boolean {
  return text !== '' && text.isWellFormed() && !UNSTORABLE.test(text);
}
