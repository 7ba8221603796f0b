import type {
  ApiReference,
  ReferenceKind,
  ReferenceType,
} from '../../packages/contracts/src/index.ts';

/** Which types there are, and which extend which: what a kind becomes in TypeScript depends on it. */
export class TypeBook {
  readonly #types: ReadonlyMap<string, ReferenceType>;
  readonly #children: ReadonlyMap<string, readonly ReferenceType[]>;

  constructor({ types }: ApiReference) {
    this.#types = new Map(types.map((type) => [type.name, type]));
    this.#children = Map.groupBy(
      types.filter(({ base }) => base !== null),
      ({ base }) => String(base),
    );
  }

  hasChildren(name: string): boolean {
    return this.#children.has(name);
  }

  /** The concrete ones, itself first where it is one. */
  lineBelow(name: string): readonly string[] {
    const type = this.#types.get(name);
    const below = (this.#children.get(name) ?? []).flatMap((child) => this.lineBelow(child.name));
    return type === undefined || type.isAbstract ? below : [name, ...below];
  }

  /** What a value of a declared type is: itself, or any that extends it. */
  textOf(name: string): string {
    const type = this.#types.get(name);
    if (type === undefined) return 'Readonly<Record<string, unknown>>';
    const isOpen = this.hasChildren(name) || type.isAbstract;
    return isOpen ? `Any${name}` : name;
  }
}

export function kindText(kind: ReferenceKind, book: TypeBook): string {
  switch (kind.kind) {
    case 'string':
    case 'multilingual':
      return 'string';
    case 'int':
    case 'float':
    case 'time':
      return 'number';
    case 'bool':
      return 'boolean';
    case 'nullableBoolean':
      return 'NullableBoolean';
    case 'enum':
      return kind.type;
    case 'object':
      return book.textOf(kind.type);
    case 'array': {
      const items = book.textOf(kind.items);
      return items.includes(' ') ? `readonly (${items})[]` : `readonly ${items}[]`;
    }
    case 'file':
      return 'Blob';
    case 'servedFile':
      throw new RangeError('A file that is served is no value');
  }
}

const UNITS: Readonly<Record<string, string>> = {
  time: 'Unix seconds.',
  multilingual: 'With `multiLingual_NAME`, a text for each language.',
};

/** A docblock of these sentences; nothing where there are none. */
export function docblock(lines: readonly string[], indent = ''): string {
  const said = lines
    .map((line) => line.replaceAll('*/', '*\\/').trim())
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''));
  if (said.every((line) => line === '')) return '';
  if (said.length === 1) return `${indent}/** ${said[0]} */\n`;
  const body = said.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}

export function unitOf(kind: ReferenceKind): string {
  if (kind.kind === 'file') return `At most ${kind.maxBytes.toLocaleString('en')} bytes.`;
  return UNITS[kind.kind] ?? '';
}

export const HEADER =
  '// Made of the API’s catalogue by `npm run docs`: changes here are lost.\n\n';

/** Those of the names that the code speaks of; docblocks do not count. */
export function namesIn(code: string, names: readonly string[]): readonly string[] {
  const words = new Set(code.replace(/\/\*[\s\S]*?\*\//g, '').match(/\w+/g));
  return names.filter((name) => words.has(name));
}

/** An import of types; nothing where there are none. */
export function importText(names: readonly string[], from: string): string {
  if (names.length === 0) return '';
  return `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
}
