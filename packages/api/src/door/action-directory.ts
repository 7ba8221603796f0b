import { type ActionTraits, traitsOf } from '../audit/action-traits.ts';
import type { Action, Actions } from '../catalog/action.ts';
import { ApiError } from '../errors/api-error.ts';
import type { ObjectType } from '../schema/kinds.ts';
import { type RawObject, scalarText } from '../schema/parameters.ts';

export type NamedAction = {
  /** `livestream->get`, as errors name it. */
  readonly name: string;
  readonly action: Action;
  /** What the audit log says of it. */
  readonly traits: ActionTraits;
};

/** Services and actions by lower-case name: clients spell them in several ways. */
export class ActionDirectory {
  readonly #services: ReadonlyMap<string, ReadonlyMap<string, NamedAction>>;
  /** By the name of their filter's type. */
  readonly #lists: ReadonlyMap<string, NamedAction>;

  constructor(catalog: { readonly [service: string]: Actions }) {
    this.#services = new Map(
      Object.entries(catalog).map(([service, actions]) => {
        const id = service.toLowerCase();
        const named = Object.entries(actions).map(
          ([name, action]) =>
            [
              name.toLowerCase(),
              { name: `${id}->${name}`, action, traits: traitsOf(service, name, action) },
            ] as const,
        );
        return [id, new Map(named)];
      }),
    );
    this.#lists = new Map(
      [...this.#services.values()].flatMap((actions) => {
        const list = actions.get('list');
        const kind = list?.action.parameters.filter?.kind;
        return list !== undefined && kind?.kind === 'object' ? [[kind.type.name, list]] : [];
      }),
    );
  }

  /** @throws ApiError where the request names none, or one that is not there */
  find(parameters: RawObject): NamedAction {
    const service = scalarText(parameters.service) ?? '';
    const action = scalarText(parameters.action) ?? '';
    if (service === '') throw new ApiError('SERVICE_NOT_SPECIFIED');
    const actions = this.#services.get(service.toLowerCase());
    if (actions === undefined) throw new ApiError('SERVICE_DOES_NOT_EXISTS', service);
    if (action === '') throw new ApiError('ACTION_NOT_SPECIFIED');
    const found = actions.get(action.toLowerCase());
    if (found === undefined) throw new ApiError('ACTION_DOES_NOT_EXISTS', action, service);
    return found;
  }

  /** What lists by filters of a type, or of one that it extends. */
  findList(filterType: ObjectType): NamedAction | undefined {
    for (let type: ObjectType | null = filterType; type !== null; type = type.base) {
      const found = this.#lists.get(type.name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether the call that a request names answers a file when it succeeds. */
  servesFile(parameters: RawObject): boolean {
    return this.#named(parameters)?.result?.kind === 'servedFile';
  }

  /** Whether the call that a request names is answered in JSON where it names no format. */
  isJsonByDefault(parameters: RawObject): boolean {
    return this.#named(parameters)?.isJsonByDefault === true;
  }

  #named(parameters: RawObject): Action | undefined {
    const service = scalarText(parameters.service)?.toLowerCase() ?? '';
    const action = scalarText(parameters.action)?.toLowerCase() ?? '';
    return this.#services.get(service)?.get(action)?.action;
  }
}
