import { readMetadata, writeMetadata } from '../../../packages/sdk/src/webcast/metadata-xml.ts';
import type { FuzzTarget } from '../target.ts';

const RECORDS = [
  '<?xml version="1.0"?><metadata><StartTime>1793577600</StartTime><Presenter><PresenterName>A &amp; B</PresenterName><PresenterBio/></Presenter></metadata>',
  '<!-- by hand --><metadata a="b"><A><![CDATA[<x> ]]]]></A><B>&#246;&#x1F600;</B></metadata>',
  '<!DOCTYPE m [<!ENTITY a "b">]><metadata>&a;</metadata>',
];

/** Records as a server may send them: each is refused, or what was read of it can be written and read again. */
const target: FuzzTarget = {
  name: 'sdk-records',
  seeds: () => RECORDS.map((text) => Buffer.from(text)),
  run(bytes) {
    const elements = orNull(SyntaxError, () => readMetadata(new TextDecoder().decode(bytes)));
    if (elements === null) return;
    // Characters and names that XML has no room for are read, and not written.
    const xml = orNull(TypeError, () => writeMetadata(elements));
    if (xml === null) return;
    if (JSON.stringify(readMetadata(xml)) !== JSON.stringify(elements)) {
      throw new Error('what was read and written reads otherwise');
    }
  },
};

export default target;

function orNull<Value>(
  refusal: typeof SyntaxError | typeof TypeError,
  action: () => Value,
): Value | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof refusal) return null;
    throw error;
  }
}
