import type { ApiError } from '../errors/api-error.ts';

/**
 * An error as clients read it. Without arguments, `args` is a list: that is how an empty map looks in the language that
 * clients grew up with.
 */
export function errorObject({ code, message, args }: ApiError) {
  const hasArguments = Object.keys(args).length > 0;
  return { code, message, objectType: 'KalturaAPIException', args: hasArguments ? args : [] };
}
