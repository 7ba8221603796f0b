import type {
  ApiReference,
  ReferenceProperty,
  ReferenceType,
} from '../../packages/contracts/src/index.ts';
import { docblock, HEADER, importText, kindText, namesIn, TypeBook, unitOf } from './type-text.ts';

/** Every type of object, and for each that others extend the union of all that may stand in its place. */
export function objectsFile(reference: ApiReference): string {
  const book = new TypeBook(reference);
  const texts = reference.types.map((type) => typeText(type, book)).join('\n');
  const enums = reference.enums.map(({ name }) => name);
  return [
    HEADER,
    importText(namesIn(texts, enums), './enums.ts'),
    '\n',
    '/** -1 unset, 0 no, 1 yes; servers also answer a boolean. */\n',
    'export type NullableBoolean = boolean | -1 | 0 | 1;\n\n',
    '/** One that says its type, because it stands where another one is declared. */\n',
    "type Typed<Value extends { readonly objectType?: string }> = Value & Required<Pick<Value, 'objectType'>>;\n\n",
    texts,
  ].join('');
}

function typeText(type: ReferenceType, book: TypeBook): string {
  const { name, base, isAbstract, about } = type;
  const properties = type.properties.map((property) => propertyText(property, book)).join('');
  const inherits = base === null ? '' : ` extends ${base}Fields`;
  const head = docblock([about]);
  if (!book.hasChildren(name) && !isAbstract) {
    return `${head}export interface ${name}${inherits} {\n  readonly objectType?: '${name}';\n${properties}}\n`;
  }
  const own = isAbstract
    ? ''
    : `${head}export interface ${name} extends ${name}Fields {\n  readonly objectType?: '${name}';\n}\n`;
  const members = book
    .lineBelow(name)
    .map((each) => (each === name ? each : `Typed<${each}>`))
    .map((each) => `\n  | ${each}`)
    .join('');
  const fields =
    properties === ''
      ? `export interface ${name}Fields${inherits} {}\n`
      : `export interface ${name}Fields${inherits} {\n${properties}}\n`;
  const union = members === '' ? ' never' : members;
  return `${fields}${own}${docblock([`${about} Of this type, or of one that extends it.`])}export type Any${name} =${union};\n`;
}

function propertyText(property: ReferenceProperty, book: TypeBook): string {
  const { name, kind, about, access } = property;
  const lines = [about, unitOf(kind), rulesText(property)];
  const doc = docblock([lines.filter((line) => line !== '').join(' ')], '  ');
  const isSent = access !== 'read-only';
  return `${doc}  readonly ${name}?: ${kindText(kind, book)}${isSent ? ' | null' : ''};\n`;
}

function rulesText(property: ReferenceProperty): string {
  const { access, reservedFor, minLength, maxLength, minValue, maxValue } = property;
  return [
    access === 'read-only' ? 'The server sets it.' : '',
    access === 'insert-only' ? 'Taken when it is added, and not changed later.' : '',
    reservedFor === 'admin' ? 'For admin sessions.' : '',
    reservedFor === 'permission' ? 'For sessions with the permission for it.' : '',
    rangeText(minLength, maxLength, 'characters'),
    rangeText(minValue, maxValue, ''),
  ]
    .filter((line) => line !== '')
    .join(' ');
}

function rangeText(least: number | undefined, most: number | undefined, unit: string): string {
  const of = unit === '' ? '' : ` ${unit}`;
  if (least !== undefined && most !== undefined) return `${least} to ${most}${of}.`;
  if (least !== undefined) return `At least ${least}${of}.`;
  return most === undefined ? '' : `At most ${most}${of}.`;
}
