import { describeApi } from '../../packages/api/src/reference/describe-api.ts';
import { enumsFile } from './enums-file.ts';
import { objectsFile } from './objects-file.ts';
import { servicesFile } from './services-file.ts';

/** Where the SDK keeps them, below the root. */
export const SDK_TYPES_FOLDER = 'packages/sdk/src/api/generated';

/** The SDK's types of the API by the names of their files: they are the catalogue, said in TypeScript. */
export function sdkTypes(): Readonly<Record<string, string>> {
  const reference = describeApi();
  return {
    'enums.ts': enumsFile(reference),
    'objects.ts': objectsFile(reference),
    'services.ts': servicesFile(reference),
  };
}
