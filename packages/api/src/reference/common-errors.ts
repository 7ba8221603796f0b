import type { Action } from '../catalog/action.ts';
import type { ErrorCode } from '../errors/api-error.ts';
import type { Kind, Properties, PropertyRules } from '../schema/kinds.ts';

/** The codes that an action may answer because of what it asks for: a session, a permission, parameters of some kind. */
export function commonErrors(action: Action): ErrorCode[] {
  const parameters = Object.values(action.parameters);
  const codes = new Set<ErrorCode>(sessionErrors(action));
  if (parameters.some(({ isRequired }) => isRequired)) codes.add('MISSING_MANDATORY_PARAMETER');
  for (const { kind } of parameters) for (const code of kindErrors(kind)) codes.add(code);
  for (const code of action.errors) codes.delete(code);
  return [...codes];
}

function sessionErrors({ session, permission }: Action): ErrorCode[] {
  if (session === 'ignored') return [];
  const codes: ErrorCode[] = session === 'required' ? ['MISSING_KS'] : [];
  codes.push('INVALID_KS', 'PARTNER_ACCESS_FORBIDDEN');
  if (permission !== 'anyone' && permission !== 'secret') codes.push('SERVICE_FORBIDDEN');
  return codes;
}

function kindErrors(kind: Kind): ErrorCode[] {
  switch (kind.kind) {
    case 'string':
    case 'multilingual':
      return ['INVALID_PARAMETER_CHAR'];
    case 'enum':
      return ['INVALID_ENUM_VALUE'];
    case 'object':
      return ['PROPERTY_VALIDATION_WRONG_FORMAT', ...propertyErrors(kind.type.properties)];
    case 'array':
      return ['PROPERTY_VALIDATION_WRONG_FORMAT', ...propertyErrors(kind.items.properties)];
    case 'file':
      return ['PROPERTY_VALIDATION_WRONG_FORMAT'];
    default:
      return [];
  }
}

function propertyErrors(properties: Properties): ErrorCode[] {
  const all = Object.values(properties);
  const codes: ErrorCode[] = RULE_ERRORS.filter(({ isAsked }) => all.some(isAsked)).flatMap(
    (rule) => rule.codes,
  );
  if (all.some(({ kind }) => kind.kind === 'enum')) codes.push('INVALID_ENUM_VALUE');
  if (all.some(({ kind }) => kind.kind === 'string')) codes.push('INVALID_PARAMETER_CHAR');
  return codes;
}

const RULE_ERRORS: readonly {
  readonly isAsked: (rules: PropertyRules) => boolean;
  readonly codes: readonly ErrorCode[];
}[] = [
  {
    isAsked: ({ access }) => access !== undefined,
    codes: ['PROPERTY_VALIDATION_NOT_UPDATABLE'],
  },
  {
    isAsked: ({ reservedFor }) => reservedFor === 'admin',
    codes: ['PROPERTY_VALIDATION_ADMIN_PROPERTY'],
  },
  {
    isAsked: ({ reservedFor }) => reservedFor === 'permission',
    codes: ['PROPERTY_VALIDATION_NO_INSERT_PERMISSION', 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION'],
  },
  {
    isAsked: ({ minLength }) => minLength !== undefined,
    codes: ['PROPERTY_VALIDATION_MIN_LENGTH'],
  },
  {
    isAsked: ({ maxLength }) => maxLength !== undefined,
    codes: ['PROPERTY_VALIDATION_MAX_LENGTH'],
  },
  { isAsked: ({ minValue }) => minValue !== undefined, codes: ['PROPERTY_VALIDATION_MIN_VALUE'] },
  { isAsked: ({ maxValue }) => maxValue !== undefined, codes: ['PROPERTY_VALIDATION_MAX_VALUE'] },
];
