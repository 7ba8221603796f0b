import { MediaAway } from '../../../package/media-away.ts';
import { S3Refused } from './s3-client.ts';
import type { S3Options } from './s3-options.ts';
import { S3TakeStore } from './s3-take-store.ts';

/** `refused`: somebody has to do something about it; `away`: it may be back in a moment. With a sentence for that person. */
export type StoreCheck =
  | { readonly kind: 'usable' }
  | { readonly kind: 'refused' | 'away'; readonly message: string };

/**
 * Looks whether a bucket can be listed, written, read and emptied with what the settings say.
 *
 * @param timeoutMs after which it counts as away
 */
export async function checkS3Store(options: S3Options, timeoutMs: number): Promise<StoreCheck> {
  const store = new S3TakeStore(options);
  const { promise: late, resolve } = Promise.withResolvers<StoreCheck>();
  const message = `The media store ${store.address} has not answered within ${timeoutMs / 1000} s.`;
  const timer = setTimeout(() => resolve({ kind: 'away', message }), timeoutMs);
  try {
    return await Promise.race([late, ask(store)]);
  } finally {
    clearTimeout(timer);
    store.close();
  }
}

async function ask(store: S3TakeStore): Promise<StoreCheck> {
  try {
    await store.check();
    return { kind: 'usable' };
  } catch (error) {
    if (!(error instanceof MediaAway)) throw error;
    return { kind: error instanceof S3Refused ? 'refused' : 'away', message: error.message };
  }
}
