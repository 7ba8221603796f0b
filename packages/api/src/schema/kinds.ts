import type { UploadedFile } from './uploaded-file.ts';

/**
 * What values the API knows. Parameters and properties are declared with these descriptors; coercion, the types of the
 * handlers, the documentation and the clients all come from them.
 */
export type Kind =
  | { readonly kind: 'string' }
  /** A string that may also come as a list of KalturaMultiLingualString; kept as one string. */
  | { readonly kind: 'multilingual' }
  | { readonly kind: 'int' }
  | { readonly kind: 'float' }
  | { readonly kind: 'bool' }
  /** -1 unset, 0 false, 1 true. */
  | { readonly kind: 'nullableBoolean' }
  /** Unix seconds; a small number is an offset from now. */
  | { readonly kind: 'time' }
  /** Sent in a multipart form under the parameter's name. */
  | { readonly kind: 'file'; readonly maxBytes: number }
  | { readonly kind: 'enum'; readonly type: EnumType }
  | { readonly kind: 'object'; readonly type: ObjectType }
  | { readonly kind: 'array'; readonly items: ObjectType };

export type EnumType<Value extends number | string = number | string> = {
  readonly name: string;
  readonly values: readonly Value[];
  /** What clients call the values, in their order. */
  readonly valueNames: readonly string[];
};

export type ObjectType<Own extends Properties = Properties> = {
  readonly name: string;
  readonly base: ObjectType | null;
  readonly isAbstract: boolean;
  /** Own and inherited. */
  readonly properties: Own;
  /** A sentence for the reference; empty where the name says it. */
  readonly about: string;
};

export type Properties = { readonly [name: string]: Property };

export type Property<K extends Kind = Kind> = PropertyRules & { readonly kind: K };

export type PropertyRules = {
  /** read-only: never sent by clients; insert-only: with add, not with update. */
  readonly access?: 'read-only' | 'insert-only';
  /**
   * admin: only admin sessions set it (others are told it is an admin property);
   * permission: only admin sessions set it (others are told that they lack the permission).
   */
  readonly reservedFor?: 'admin' | 'permission';
  /** Opens something to whoever knows it: never in a log. */
  readonly isSecret?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
  /** A sentence for the reference: what it does, its unit, its limits. Left out where the name says it. */
  readonly about?: string;
};

/** The TypeScript type of a kind's values after coercion. */
export type ValueOf<K extends Kind> = K extends { kind: 'enum'; type: EnumType<infer Value> }
  ? Value
  : K extends { kind: 'object'; type: ObjectType<infer Own> }
    ? ObjectValue<Own>
    : K extends { kind: 'array'; items: ObjectType<infer Own> }
      ? readonly ObjectValue<Own>[]
      : K extends { kind: 'bool' | 'nullableBoolean' }
        ? boolean
        : K extends { kind: 'int' | 'float' | 'time' }
          ? number
          : K extends { kind: 'file' }
            ? UploadedFile
            : string;

/** An absent property was not sent; null was sent to clear it. */
export type ObjectValue<Own extends Properties> = {
  readonly [Name in keyof Own]?: ValueOf<Own[Name]['kind']> | null;
} & { readonly objectType?: string };

export const text = { kind: 'string' } as const;
export const multilingual = { kind: 'multilingual' } as const;
export const int = { kind: 'int' } as const;
export const float = { kind: 'float' } as const;
export const bool = { kind: 'bool' } as const;
export const nullableBoolean = { kind: 'nullableBoolean' } as const;
export const time = { kind: 'time' } as const;

/** A parameter's file, up to a size; what is larger is refused while it arrives. */
export function file(maxBytes: number) {
  return { kind: 'file', maxBytes } as const;
}

export function enumOf<Value extends number | string>(type: EnumType<Value>) {
  return { kind: 'enum', type } as const;
}

export function object<Own extends Properties>(type: ObjectType<Own>) {
  return { kind: 'object', type } as const;
}

export function arrayOf<Own extends Properties>(items: ObjectType<Own>) {
  return { kind: 'array', items } as const;
}

/** Numbers make an integer enum, strings a string enum; a name says what the value means. */
export function enumType<const Named extends { readonly [name: string]: number | string }>(
  name: string,
  named: Named,
): EnumType<Named[keyof Named]>;
/** Where the values are their own names. */
export function enumType<const Values extends readonly (number | string)[]>(
  name: string,
  values: Values,
): EnumType<Values[number]>;
export function enumType(
  name: string,
  named: { readonly [name: string]: number | string } | readonly (number | string)[],
): EnumType {
  const values = Object.values(named);
  return {
    name,
    values,
    valueNames: Array.isArray(named) ? values.map(String) : Object.keys(named),
  };
}

export function property<K extends Kind>(kind: K, rules: PropertyRules = {}): Property<K> {
  return { ...rules, kind };
}

export function readOnly<K extends Kind>(kind: K, rules: PropertyRules = {}): Property<K> {
  return { ...rules, kind, access: 'read-only' };
}

export function insertOnly<K extends Kind>(kind: K, rules: PropertyRules = {}): Property<K> {
  return { ...rules, kind, access: 'insert-only' };
}

export type ObjectTypeOptions = { readonly isAbstract?: boolean; readonly about?: string };

export function objectType<Own extends Properties>(
  name: string,
  properties: Own,
  { isAbstract = false, about = '' }: ObjectTypeOptions = {},
): ObjectType<Own> {
  return { name, base: null, isAbstract, properties, about };
}

/** A type that has all of its base's properties and more. */
export function subtype<Inherited extends Properties, Own extends Properties>(
  base: ObjectType<Inherited>,
  name: string,
  properties: Own,
  { isAbstract = false, about = '' }: ObjectTypeOptions = {},
): ObjectType<Inherited & Own> {
  return { name, base, isAbstract, properties: { ...base.properties, ...properties }, about };
}
