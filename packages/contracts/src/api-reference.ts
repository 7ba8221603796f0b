/**
 * The API, described for people and for programs. The server makes it from its catalogue; the reference page shows it.
 * Everything is listed in the order in which it is shown.
 */
export type ApiReference = {
  /** The version of Kaltura's API that the server is compatible with. */
  readonly apiVersion: string;
  readonly services: readonly ReferenceService[];
  /** Base types come before the types that extend them. */
  readonly types: readonly ReferenceType[];
  readonly enums: readonly ReferenceEnum[];
  readonly errors: readonly ReferenceRefusal[];
  readonly compatibility: readonly ServiceCompatibility[];
};

export type ReferenceService = {
  /** As people write it: `liveStream`. */
  readonly name: string;
  /** As clients send it: `livestream`. The server takes both. */
  readonly wireName: string;
  readonly actions: readonly ReferenceAction[];
};

export type ReferenceAction = {
  readonly name: string;
  readonly summary: string;
  readonly parameters: readonly ReferenceParameter[];
  /** Null where it answers nothing. */
  readonly result: ReferenceKind | null;
  readonly session: 'required' | 'optional' | 'ignored';
  readonly permission: ReferencePermission;
  /** Whose objects it may touch, in words; null where that is not asked. */
  readonly ownership: string | null;
  /** Codes of its own. */
  readonly errors: readonly string[];
  /** Codes that follow from its session, permission and parameters. */
  readonly commonErrors: readonly string[];
  /** Parameters that show it at work; ids and secrets in it are made up. */
  readonly example: { readonly [parameter: string]: unknown };
};

export type ReferencePermission = {
  /** Null where none is needed. */
  readonly name: string | null;
  readonly about: string;
  /** Sessions that have it, in words. */
  readonly heldBy: readonly string[];
};

export type ReferenceParameter = {
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly isRequired: boolean;
  /** What counts where it is not sent; null for nothing. */
  readonly default: string | number | boolean | null;
  readonly about: string;
};

export type ReferenceSimpleKind =
  | 'string'
  /** A text, or a list of texts by language. */
  | 'multilingual'
  | 'int'
  | 'float'
  | 'bool'
  /** -1 unset, 0 false, 1 true. */
  | 'nullableBoolean'
  /** Unix seconds. */
  | 'time'
  /** A result that is a file, not a value. */
  | 'servedFile';

export type ReferenceKind =
  | { readonly kind: ReferenceSimpleKind }
  /** An uploaded file. */
  | { readonly kind: 'file'; readonly maxBytes: number }
  | { readonly kind: 'enum'; readonly type: string }
  | { readonly kind: 'object'; readonly type: string }
  | { readonly kind: 'array'; readonly items: string };

export type ReferenceType = {
  readonly name: string;
  readonly base: string | null;
  readonly isAbstract: boolean;
  readonly about: string;
  /** Without the base's. */
  readonly properties: readonly ReferenceProperty[];
};

export type ReferenceProperty = {
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly about: string;
  /** Left out where clients may send it with add and with update. */
  readonly access?: 'read-only' | 'insert-only';
  readonly reservedFor?: 'admin' | 'permission';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minValue?: number;
  readonly maxValue?: number;
};

export type ReferenceEnum = {
  readonly name: string;
  readonly values: readonly { readonly name: string; readonly value: number | string }[];
};

export type ReferenceRefusal = {
  readonly code: string;
  readonly argumentNames: readonly string[];
  /** The sentence of the answer, with the arguments' names in braces. */
  readonly meaning: string;
};

export type ServiceCompatibility = {
  readonly service: string;
  readonly wireName: string;
  readonly actions: readonly ActionCompatibility[];
};

export type ActionCompatibility = {
  readonly action: string;
  readonly status: CompatibilityStatus;
  /** The difference, or the reason; empty where there is nothing to say. */
  readonly note: string;
};

export type CompatibilityStatus =
  | 'works'
  | 'works-differently'
  | 'later'
  | 'not-offered'
  /** Not one of Kaltura's. */
  | 'own';
