import type {
  ApiReference,
  ReferenceEnum,
  ReferenceKind,
  ReferenceProperty,
  ReferenceType,
} from '@rostrum/contracts';

/** A JSON Schema, draft 2020-12: what OpenAPI 3.1 speaks. */
export type Schema = { readonly [keyword: string]: unknown };

/** A schema for every type and enumeration, by its name. */
export function typeSchemas(reference: ApiReference): { readonly [name: string]: Schema } {
  return Object.fromEntries([
    ...reference.types.map((type) => [type.name, typeSchema(type, reference.types)]),
    ...reference.enums.map((each) => [each.name, enumSchema(each)]),
  ]);
}

export function kindSchema(kind: ReferenceKind): Schema {
  switch (kind.kind) {
    case 'string':
    case 'multilingual':
      return { type: 'string' };
    case 'int':
      return { type: 'integer' };
    case 'float':
      return { type: 'number' };
    case 'bool':
      return { type: 'boolean' };
    case 'nullableBoolean':
      return { enum: [true, false, -1, 0, 1] };
    case 'time':
      return { type: 'integer', description: 'Unix seconds.' };
    case 'file':
    case 'servedFile':
      return { type: 'string', format: 'binary' };
    case 'enum':
    case 'object':
      return referTo(kind.type);
    case 'array':
      return { type: 'array', items: referTo(kind.items) };
  }
}

/** A refusal, with every code that there is. */
export function errorSchema({ errors }: ApiReference): Schema {
  return {
    type: 'object',
    description: 'Why a call was refused.',
    properties: {
      objectType: { const: 'KalturaAPIException' },
      code: { type: 'string', enum: errors.map(({ code }) => code) },
      message: { type: 'string' },
      args: {
        description: 'Argument name to value; an empty list where there are none.',
        anyOf: [
          { type: 'object', additionalProperties: { type: 'string' } },
          { type: 'array', maxItems: 0 },
        ],
      },
    },
    required: ['objectType', 'code', 'message', 'args'],
  };
}

function referTo(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function typeSchema(type: ReferenceType, all: readonly ReferenceType[]): Schema {
  const names = standsFor(type, all);
  const own: Schema = {
    type: 'object',
    properties: {
      // An empty enum would let nothing pass: nobody sends an abstract type without subclasses.
      objectType: names.length === 0 ? { type: 'string' } : { type: 'string', enum: names },
      ...Object.fromEntries(type.properties.map((each) => [each.name, propertySchema(each)])),
    },
    ...(type.about === '' ? {} : { description: type.about }),
    ...(names.length > 1 ? { discriminator: discriminatorOf(names) } : {}),
  };
  return type.base === null ? own : { allOf: [referTo(type.base), own] };
}

/** The concrete types that may stand where this one is declared. */
function standsFor(type: ReferenceType, all: readonly ReferenceType[]): string[] {
  const below = all.filter(({ base }) => base === type.name);
  return [
    ...(type.isAbstract ? [] : [type.name]),
    ...below.flatMap((subtype) => standsFor(subtype, all)),
  ];
}

function discriminatorOf(names: readonly string[]): Schema {
  const mapping = Object.fromEntries(names.map((name) => [name, `#/components/schemas/${name}`]));
  return { propertyName: 'objectType', mapping };
}

function propertySchema(property: ReferenceProperty): Schema {
  const { kind, minLength, maxLength, minValue, maxValue } = property;
  const description = sentencesOf(property).join(' ');
  return {
    ...kindSchema(kind),
    ...(description === '' ? {} : { description }),
    ...(property.access === 'read-only' ? { readOnly: true } : {}),
    ...(minLength === undefined ? {} : { 'x-minLength': minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(minValue === undefined ? {} : { minimum: minValue }),
    ...(maxValue === undefined ? {} : { maximum: maxValue }),
  };
}

/** What the keywords of a schema can't say. */
function sentencesOf({ about, kind, access, reservedFor, minLength }: ReferenceProperty): string[] {
  return [
    about,
    kind.kind === 'time' ? 'Unix seconds.' : '',
    access === 'insert-only' ? 'Set when it is added, never changed.' : '',
    reservedFor === 'admin' ? 'Only admin sessions may set it.' : '',
    reservedFor === 'permission' ? 'Setting it needs a permission.' : '',
    minLength === undefined ? '' : `Empty, or at least ${minLength} characters.`,
  ].filter((sentence) => sentence !== '');
}

function enumSchema({ values }: ReferenceEnum): Schema {
  const texts = values.map(({ value }) => value);
  // Text enumerations whose values are digits travel as numbers too, in either direction.
  const numbers = texts.filter((value) => typeof value === 'string' && /^-?\d+$/.test(value));
  const isInteger = typeof texts[0] === 'number';
  return {
    type: isInteger ? 'integer' : numbers.length > 0 ? ['string', 'integer'] : 'string',
    enum: [...texts, ...numbers.map(Number)],
    // As many names as values, or generators mix them up.
    ...(numbers.length === 0 ? { 'x-enum-varnames': values.map(({ name }) => name) } : {}),
    description: values.map(({ name, value }) => `${value} ${name}`).join(', '),
  };
}
