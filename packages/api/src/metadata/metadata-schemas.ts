import { MetadataSchema } from './metadata-schema.ts';

/** Compiled schemas, a few hundred kilobytes each. */
const MAX_SCHEMAS = 100;

/** Remembers compiled schemas by their text; the one unused for longest is disposed of. */
export class MetadataSchemas {
  readonly #schemas = new Map<string, MetadataSchema>();

  /** @throws XmlProblem */
  of(xsd: string): MetadataSchema {
    const schema = this.#schemas.get(xsd) ?? MetadataSchema.compile(xsd);
    // A Map iterates in the order of insertion: what is inserted again is the youngest.
    this.#schemas.delete(xsd);
    this.#schemas.set(xsd, schema);
    if (this.#schemas.size > MAX_SCHEMAS) {
      for (const [oldest, unused] of this.#schemas) {
        this.#schemas.delete(oldest);
        unused.dispose();
        break;
      }
    }
    return schema;
  }

  close(): void {
    for (const schema of this.#schemas.values()) schema.dispose();
    this.#schemas.clear();
  }
}
