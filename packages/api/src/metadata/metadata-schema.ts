import { type XmlElement, XsdValidator } from 'libxml2-wasm';
import { problemOf, withXml, XmlProblem } from './parse-xml.ts';

/** A place for a value in a record. */
export type MetadataField = {
  /** Where it is in a record: `/*[local-name()='metadata']/*[local-name()='StartTime']`. */
  readonly xPath: string;
  /** What programs call it. */
  readonly key: string;
  /** What people call it. */
  readonly label: string;
};

const XSD = { xsd: 'http://www.w3.org/2001/XMLSchema' };

/** The one element that a record is. */
const ROOT = 'metadata';

/** A profile is a form: more fields are a mistake, and recursive types have no end. */
const MAX_FIELDS = 500;
const MAX_DEPTH = 16;

/** An XML schema that records are checked against. Holds memory until it is disposed of. */
export class MetadataSchema {
  readonly fields: readonly MetadataField[];
  readonly #validator: XsdValidator;

  private constructor(fields: readonly MetadataField[], validator: XsdValidator) {
    this.fields = fields;
    this.#validator = validator;
  }

  /** @throws XmlProblem where it is no schema of a record: an XSD of its own, with one element "metadata" */
  static compile(xsd: string): MetadataSchema {
    return withXml(xsd, (root, document) => {
      refuseForeignParts(root);
      const fields = fieldsOf(root);
      try {
        return new MetadataSchema(fields, XsdValidator.fromDoc(document));
      } catch (error) {
        throw problemOf(error);
      }
    });
  }

  /** @throws XmlProblem where the text is not a record of this schema */
  check(xml: string): void {
    withXml(xml, (_root, document) => {
      try {
        this.#validator.validate(document);
      } catch (error) {
        throw problemOf(error);
      }
    });
  }

  dispose(): void {
    this.#validator.dispose();
  }
}

function refuseForeignParts(root: XmlElement): void {
  const [foreign] = root.find('//xsd:import | //xsd:include | //xsd:redefine', XSD);
  if (foreign !== undefined) {
    throw new XmlProblem('A schema stands alone: import, include and redefine are not taken');
  }
}

function fieldsOf(root: XmlElement): readonly MetadataField[] {
  const elements = children(root, 'xsd:element');
  const [metadata] = elements;
  if (metadata === undefined || elements.length > 1 || nameOf(metadata) !== ROOT) {
    const names = elements.map((each) => nameOf(each)).join(', ');
    throw new XmlProblem(
      `A schema has one element, "${ROOT}" (got ${names === '' ? 'none' : names})`,
    );
  }
  const fields: MetadataField[] = [];
  for (const child of elementsIn(metadata)) collect(child, step(ROOT), 1, fields);
  return fields;
}

function collect(element: XmlElement, path: string, depth: number, fields: MetadataField[]): void {
  const name = nameOf(element);
  const xPath = path + step(name);
  const inner = depth < MAX_DEPTH ? elementsIn(element) : [];
  for (const child of inner) collect(child, xPath, depth + 1, fields);
  if (inner.length > 0) return;
  if (fields.length === MAX_FIELDS)
    throw new XmlProblem(`A schema has at most ${MAX_FIELDS} fields`);
  const said = (what: string) => textOf(element, `xsd:annotation/xsd:appinfo/${what}`);
  fields.push({ xPath, key: said('key') || name, label: said('label') || name });
}

function elementsIn(element: XmlElement): readonly XmlElement[] {
  return ['sequence', 'all', 'choice'].flatMap((group) =>
    children(element, `xsd:complexType/xsd:${group}/xsd:element`),
  );
}

function children(element: XmlElement, path: string): readonly XmlElement[] {
  return element.find(path, XSD) as XmlElement[];
}

function textOf(element: XmlElement, path: string): string {
  return children(element, path)[0]?.content.trim() ?? '';
}

/** A reference has the name of what it refers to. */
function nameOf(element: XmlElement): string {
  return (element.attr('name') ?? element.attr('ref'))?.value ?? '';
}

function step(name: string): string {
  return `/*[local-name()='${name}']`;
}
