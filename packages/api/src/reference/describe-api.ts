import type {
  ApiReference,
  ReferenceAction,
  ReferenceRefusal,
  ReferenceService,
} from '@rostrum/contracts';
import type { Action, Actions } from '../catalog/action.ts';
import { catalog } from '../catalog/catalog.ts';
import { type ErrorCode, errorMeaning, errorTable } from '../errors/api-error.ts';
import { objectTypes } from '../schema/object-types.ts';
import { API_VERSION } from '../services/server/system-service.ts';
import { commonErrors } from './common-errors.ts';
import { compatibilityTable } from './compatibility.ts';
import { describeOwnership, describePermission } from './describe-access.ts';
import { describeKind } from './describe-kind.ts';
import { describeEnums, describeTypes } from './describe-types.ts';
import { exampleRequest } from './example-request.ts';

/** Everything that can be said of the API, from the catalogue, the types and the table of errors. */
export function describeApi(): ApiReference {
  return {
    apiVersion: API_VERSION,
    services: Object.entries(catalog)
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([name, actions]) => describeService(name, actions)),
    types: describeTypes(objectTypes.values()),
    enums: describeEnums(objectTypes.values(), Object.values(catalog)),
    errors: describeErrors(),
    compatibility: compatibilityTable(catalog),
  };
}

function describeService(name: string, actions: Actions): ReferenceService {
  return {
    name,
    wireName: name.toLowerCase(),
    actions: Object.entries(actions).map(([action, shape]) => describeAction(action, shape)),
  };
}

function describeAction(name: string, action: Action): ReferenceAction {
  const { summary, session, ownership, errors } = action;
  return {
    name,
    summary,
    parameters: Object.entries(action.parameters).map(([parameter, shape]) => ({
      name: parameter,
      kind: describeKind(shape.kind),
      isRequired: shape.isRequired,
      default: shape.default as string | number | boolean | null,
      about: shape.about === '' ? (SHARED_SENTENCES[parameter] ?? '') : shape.about,
    })),
    result: action.result === null ? null : describeKind(action.result),
    session,
    permission: describePermission(action.permission),
    ownership: ownership === undefined ? null : describeOwnership(ownership),
    errors,
    commonErrors: commonErrors(action),
    example: exampleRequest(name, action),
  };
}

/** Parameters that mean the same in every action which has them. */
const SHARED_SENTENCES: Readonly<Record<string, string>> = {
  entryId: 'The id of the entry.',
  filter: 'Which ones are wanted; without it, all that the session may see.',
  pager: 'Which page of them: without it the first 30, at most 500 at a time.',
};

function describeErrors(): ReferenceRefusal[] {
  return [...errorTable].sort().map(([code, argumentNames]) => ({
    code,
    argumentNames,
    meaning: errorMeaning(code as ErrorCode),
  }));
}
