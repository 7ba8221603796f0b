import { ApiError } from '../errors/api-error.ts';
import type { ObjectType, PropertyRules } from './kinds.ts';

export type CheckOptions = {
  readonly purpose: 'add' | 'update';
  readonly isAdmin: boolean;
  /** Properties that may be sent although the rules say no. */
  readonly tolerated?: readonly string[];
};

/**
 * Holds what a client sent against the rules of its type: who may set a property, when, and in which range.
 *
 * @throws ApiError PROPERTY_VALIDATION_… for the first property that breaks one
 */
export function checkProperties(type: ObjectType, sent: object, options: CheckOptions): void {
  for (const [name, value] of Object.entries(sent)) {
    const rules = type.properties[name];
    if (rules === undefined || value === undefined) continue;
    if (options.tolerated?.includes(name)) continue;
    const label = `${type.name}::${name}`;
    checkAccess(rules, label, value, options);
    checkPermission(rules, label, options);
    if (typeof value === 'string') checkLength(rules, label, value);
    if (typeof value === 'number') checkRange(rules, label, value);
  }
}

function checkAccess(
  rules: PropertyRules,
  label: string,
  value: unknown,
  { purpose }: CheckOptions,
): void {
  if (value === null || rules.access === undefined) return;
  if (rules.access === 'read-only' || purpose === 'update') {
    throw new ApiError('PROPERTY_VALIDATION_NOT_UPDATABLE', label);
  }
}

function checkPermission(
  rules: PropertyRules,
  label: string,
  { purpose, isAdmin }: CheckOptions,
): void {
  if (isAdmin || rules.reservedFor === undefined) return;
  if (rules.reservedFor === 'admin')
    throw new ApiError('PROPERTY_VALIDATION_ADMIN_PROPERTY', label);
  throw new ApiError(
    purpose === 'add'
      ? 'PROPERTY_VALIDATION_NO_INSERT_PERMISSION'
      : 'PROPERTY_VALIDATION_NO_UPDATE_PERMISSION',
    label,
  );
}

function checkLength({ minLength, maxLength }: PropertyRules, label: string, value: string): void {
  // An empty text clears the property.
  if (minLength !== undefined && value.length > 0 && value.length < minLength) {
    throw new ApiError('PROPERTY_VALIDATION_MIN_LENGTH', label, minLength);
  }
  if (maxLength !== undefined && value.length > maxLength) {
    throw new ApiError('PROPERTY_VALIDATION_MAX_LENGTH', label, maxLength);
  }
}

function checkRange({ minValue, maxValue }: PropertyRules, label: string, value: number): void {
  if (minValue !== undefined && value < minValue) {
    throw new ApiError('PROPERTY_VALIDATION_MIN_VALUE', label, minValue);
  }
  if (maxValue !== undefined && value > maxValue) {
    throw new ApiError('PROPERTY_VALIDATION_MAX_VALUE', label, maxValue);
  }
}
