export { checkS3Store, type StoreCheck } from './s3/check-s3-store.ts';
export type { S3Options } from './s3/s3-options.ts';
