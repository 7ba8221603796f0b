import type {
  ActionCompatibility,
  ApiReference,
  ReferenceAction,
  ReferenceEnum,
  ReferenceKind,
  ReferenceProperty,
  ReferenceRefusal,
  ReferenceService,
  ReferenceType,
} from '@rostrum/contracts';

export type ActionEntry = { readonly service: ReferenceService; readonly action: ReferenceAction };

export type InheritedProperties = {
  readonly type: ReferenceType;
  readonly properties: readonly ReferenceProperty[];
};

/** Finds things in the description of the API by their names. */
export class ReferenceIndex {
  readonly reference: ApiReference;
  readonly #actions = new Map<string, ActionEntry>();
  readonly #services = new Map<string, ReferenceService>();
  readonly #types = new Map<string, ReferenceType>();
  readonly #enums = new Map<string, ReferenceEnum>();
  readonly #errors = new Map<string, ReferenceRefusal>();

  constructor(reference: ApiReference) {
    this.reference = reference;
    for (const service of reference.services) {
      this.#services.set(service.wireName, service);
      for (const action of service.actions) {
        this.#actions.set(`${service.wireName}.${action.name.toLowerCase()}`, { service, action });
      }
    }
    for (const type of reference.types) this.#types.set(type.name, type);
    for (const each of reference.enums) this.#enums.set(each.name, each);
    for (const each of reference.errors) this.#errors.set(each.code, each);
  }

  /** @param name `liveStream.add`, in any case */
  action(name: string): ActionEntry | undefined {
    return this.#actions.get(name.toLowerCase());
  }

  service(name: string): ReferenceService | undefined {
    return this.#services.get(name.toLowerCase());
  }

  type(name: string): ReferenceType | undefined {
    return this.#types.get(name);
  }

  enum(name: string): ReferenceEnum | undefined {
    return this.#enums.get(name);
  }

  error(code: string): ReferenceRefusal | undefined {
    return this.#errors.get(code);
  }

  /** A type's properties with those that it inherits, its own first. */
  lineage(name: string): readonly InheritedProperties[] {
    const line: InheritedProperties[] = [];
    const seen = new Set<string>();
    for (let type = this.type(name); type !== undefined; type = this.type(type.base ?? '')) {
      // What a type says anew is not told again by its base.
      const properties = type.properties.filter((each) => !seen.has(each.name));
      for (const each of properties) seen.add(each.name);
      line.push({ type, properties });
    }
    return line;
  }

  property(typeName: string, name: string): ReferenceProperty | undefined {
    for (const { properties } of this.lineage(typeName)) {
      const found = properties.find((each) => each.name === name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The types that extend this one directly. */
  subtypes(name: string): readonly ReferenceType[] {
    return this.reference.types.filter(({ base }) => base === name);
  }

  /** The types that may be sent where this one is asked for; the asked one comes first where it may be sent itself. */
  concreteTypes(name: string): readonly string[] {
    const type = this.type(name);
    if (type === undefined) return [];
    return [
      ...(type.isAbstract ? [] : [name]),
      ...this.subtypes(name).flatMap((each) => this.concreteTypes(each.name)),
    ];
  }

  /** Actions that take or answer a type or an enumeration, directly. */
  usersOf(name: string): readonly ActionEntry[] {
    return [...this.#actions.values()].filter(({ action }) =>
      [...action.parameters.map(({ kind }) => kind), action.result].some(
        (kind) => nameInKind(kind) === name,
      ),
    );
  }

  /** Types that have a property of a type or an enumeration. */
  holdersOf(name: string): readonly ReferenceType[] {
    return this.reference.types.filter(({ properties }) =>
      properties.some(({ kind }) => nameInKind(kind) === name),
    );
  }

  actionsWithError(code: string): readonly ActionEntry[] {
    return [...this.#actions.values()].filter(({ action }) => action.errors.includes(code));
  }

  compatibility({ service, action }: ActionEntry): ActionCompatibility | undefined {
    return this.reference.compatibility
      .find(({ wireName }) => wireName === service.wireName)
      ?.actions.find((each) => each.action.toLowerCase() === action.name.toLowerCase());
  }
}

/** The type or enumeration that a kind speaks of. */
export function nameInKind(kind: ReferenceKind | null): string | null {
  if (kind === null) return null;
  if ('type' in kind) return kind.type;
  return 'items' in kind ? kind.items : null;
}
