import type { ApiReference, ReferenceAction, ReferenceService } from '@rostrum/contracts';
import { errorSchema, kindSchema, type Schema, typeSchemas } from './open-api-schemas.ts';

export type OpenApi = {
  readonly openapi: '3.1.0';
  readonly paths: { readonly [path: string]: { readonly post: Schema } };
  readonly components: {
    readonly schemas: { readonly [name: string]: Schema };
    readonly securitySchemes: Schema;
  };
  readonly [name: string]: unknown;
};

/** The same description for programs: OpenAPI 3.1, an operation for each action. */
export function openApi(reference: ApiReference): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rostrum',
      version: reference.apiVersion,
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: reference.services.map(({ name }) => ({ name })),
    paths: Object.fromEntries(reference.services.flatMap(pathsOf)),
    components: {
      schemas: { ...typeSchemas(reference), KalturaAPIException: errorSchema(reference) },
      securitySchemes: {
        ks: {
          type: 'apiKey',
          in: 'query',
          name: 'ks',
          description:
            'The session that session.start answers. It may also be sent as a property of the body.',
        },
      },
    },
  };
}

const ABOUT = `Live webcasts, by Kaltura’s API v3.

Every call is a POST of JSON, and every answer has status 200: a refusal is an object with objectType KalturaAPIException. Properties without a value are left out of answers. To clear a property, send its name with __null at the end and any value. Unknown properties are ignored; objectType names the type of an object where it is not the declared one.`;

function pathsOf(service: ReferenceService): [string, { readonly post: Schema }][] {
  return service.actions.map((action) => [
    `/api_v3/service/${service.wireName}/action/${action.name}`,
    { post: operationOf(service, action) },
  ]);
}

function operationOf(service: ReferenceService, action: ReferenceAction): Schema {
  return {
    operationId: `${service.name}_${action.name}`,
    tags: [service.name],
    summary: action.summary,
    description: accessOf(action),
    security: SECURITY[action.session],
    requestBody: {
      required: true,
      content: {
        [isUpload(action) ? 'multipart/form-data' : 'application/json']: {
          schema: requestSchema(action),
          example: { format: 1, ...action.example },
        },
      },
    },
    responses: {
      '200': { description: 'The answer, or why there is none.', content: answers(action) },
    },
  };
}

const SECURITY: Readonly<Record<ReferenceAction['session'], readonly object[]>> = {
  required: [{ ks: [] }],
  optional: [{}, { ks: [] }],
  ignored: [],
};

function accessOf({ permission, ownership, errors }: ReferenceAction): string {
  return [
    permission.name === null
      ? permission.about
      : `Permission ${permission.name} (${permission.heldBy.join(', ')}).`,
    ownership ?? '',
    errors.length === 0 ? '' : `Errors of its own: ${errors.join(', ')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function isUpload({ parameters }: ReferenceAction): boolean {
  return parameters.some(({ kind }) => kind.kind === 'file');
}

/** Without `format` the answer would be XML. */
const FORMAT: Schema = { type: 'integer', const: 1, default: 1, description: 'Answer in JSON.' };

function requestSchema({ parameters }: ReferenceAction): Schema {
  const properties = parameters.map(({ name, kind, about, default: value }) => [
    name,
    {
      ...kindSchema(kind),
      ...(about === '' ? {} : { description: about }),
      ...(value === null ? {} : { default: value }),
    },
  ]);
  const required = parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return {
    type: 'object',
    properties: { format: FORMAT, ...Object.fromEntries(properties) },
    required: ['format', ...required],
  };
}

function answers({ result }: ReferenceAction): Schema {
  if (result?.kind === 'servedFile') {
    return { 'application/octet-stream': { schema: kindSchema(result) } };
  }
  const answer = result === null ? { type: 'null' } : kindSchema(result);
  const refusal = { $ref: '#/components/schemas/KalturaAPIException' };
  return { 'application/json': { schema: { anyOf: [answer, refusal] } } };
}
