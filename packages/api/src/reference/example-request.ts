import type { Action } from '../catalog/action.ts';
import type { EnumType, Kind, ObjectType } from '../schema/kinds.ts';
import { objectTypes } from '../schema/object-types.ts';

export type Example = { readonly [name: string]: unknown };

/** Parameters that show an action at work: the action's own example, else a plausible value for all it asks for. */
export function exampleRequest(actionName: string, action: Action): Example {
  if (action.example !== undefined) return action.example;
  const isUpdate = actionName.startsWith('update');
  return Object.fromEntries(
    Object.entries(action.parameters)
      .filter(([, { isRequired, kind }]) => isRequired && kind.kind !== 'file')
      .map(([name, { kind }]) => [name, exampleValue(name, kind, isUpdate)]),
  );
}

/** What people would put there, by the name of a parameter or property. */
const TEXTS: Readonly<Record<string, string>> = {
  id: '0_ab12cd34',
  entryId: '0_ab12cd34',
  entryIds: '0_ab12cd34,0_ef56gh78',
  userId: 'olga',
  secret: 'ADMIN_SECRET',
  widgetId: '_100',
  name: 'Town hall',
  fullName: 'Olga Example',
  systemName: 'town_hall',
  description: 'For everybody, once a quarter',
  tags: 'town hall, 2026',
  email: 'olga@example.com',
  loginId: 'olga@example.com',
  password: 'PASSWORD',
  url: 'https://example.com/picture.jpg',
  orderBy: '-createdAt',
  session: 'KS',
  categoryIds: '12,13',
  permissionName: 'LIVE_STREAM_ADD',
  tokenHash: 'HASH',
  refId: 'my-town-hall',
};

/** The properties of an object that are worth showing, where its type has them. */
const SHOWN_PROPERTIES = ['name', 'description', 'nameLike', 'fullName', 'email'];

function exampleValue(name: string, kind: Kind, isUpdate: boolean): unknown {
  switch (kind.kind) {
    case 'string':
    case 'multilingual':
      return TEXTS[name] ?? 'text';
    case 'int':
      return name === 'partnerId' || name.endsWith('PartnerId') ? 100 : 1;
    case 'float':
      return 1.5;
    case 'bool':
    case 'nullableBoolean':
      return true;
    case 'time':
      // 1 December 2026, 10:00 UTC.
      return 1_796_119_200;
    case 'enum':
      return exampleOfEnum(kind.type);
    case 'object':
      return exampleObject(kind.type, isUpdate);
    case 'array':
      return [exampleObject(kind.items, isUpdate)];
    case 'file':
      return undefined;
  }
}

function exampleOfEnum({ values }: EnumType): number | string | undefined {
  return values.find((value) => Number(value) > 0) ?? values[0];
}

function exampleObject(declared: ObjectType, isUpdate: boolean): Example {
  const type = declared.isAbstract ? concreteTypeOf(declared) : declared;
  const shown = SHOWN_PROPERTIES.flatMap((name) => {
    const property = type.properties[name];
    if (property === undefined || property.access === 'read-only') return [];
    if (property.access === 'insert-only' && isUpdate) return [];
    return [[name, exampleValue(name, property.kind, isUpdate)]];
  });
  return { objectType: type.name, ...Object.fromEntries(shown) };
}

/** The first type that may stand for an abstract one. */
function concreteTypeOf(declared: ObjectType): ObjectType {
  for (const type of objectTypes.values()) {
    if (!type.isAbstract && extendsType(type, declared)) return type;
  }
  return declared;
}

function extendsType(type: ObjectType, ancestor: ObjectType): boolean {
  for (let step = type.base; step !== null; step = step.base) if (step === ancestor) return true;
  return false;
}
