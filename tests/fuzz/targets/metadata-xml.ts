import { MetadataSchema } from '../../../packages/api/src/metadata/metadata-schema.ts';
import { XmlProblem } from '../../../packages/api/src/metadata/parse-xml.ts';
import {
  EVENT_SCHEMA,
  WEBCAST_SCHEMA,
} from '../../../packages/api/src/metadata/webcast-schemas.ts';
import type { FuzzTarget } from '../target.ts';

const RECORDS = [
  '<?xml version="1.0"?><metadata><SlidesDocEntryId></SlidesDocEntryId><IsKwebcastEntry>1</IsKwebcastEntry></metadata>',
  '<metadata><StartTime>1793577600</StartTime><Timezone>US/Pacific</Timezone><Presenter><PresenterName>Åsa &amp; Ⅳ</PresenterName></Presenter></metadata>',
  '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]><metadata>&a;</metadata>',
];
const OWN_SCHEMA =
  '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="metadata"><xsd:complexType><xsd:sequence>' +
  '<xsd:element name="Room" minOccurs="0" maxOccurs="9"><xsd:simpleType><xsd:restriction base="xsd:string"><xsd:pattern value="[A-Z]{1,3}-\\d+"/></xsd:restriction></xsd:simpleType></xsd:element>' +
  '</xsd:sequence></xsd:complexType></xsd:element></xsd:schema>';

/** Records and schemas as anybody with a session may send them: each is taken, or refused with words. */
const target: FuzzTarget = {
  name: 'metadata-xml',
  seeds: () => [...RECORDS, OWN_SCHEMA].map((text) => Buffer.from(text)),
  run(bytes) {
    const text = new TextDecoder().decode(bytes);
    for (const schema of schemas) orProblem(() => schema.check(text));
    orProblem(() => MetadataSchema.compile(text).dispose());
  },
  async close() {
    for (const schema of schemas) schema.dispose();
  },
};

export default target;

const schemas = [WEBCAST_SCHEMA, EVENT_SCHEMA].map((xsd) => MetadataSchema.compile(xsd));

function orProblem(action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error;
    if (error.message === '') throw new Error('a refusal without words');
  }
}
