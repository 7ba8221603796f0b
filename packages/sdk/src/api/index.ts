export type { ApiFileRequest, ApiRequest } from '../transport/api-request.ts';
export { api, fileUrl } from './api.ts';
export * from './generated/enums.ts';
export type * from './generated/objects.ts';
export type * from './generated/services.ts';
