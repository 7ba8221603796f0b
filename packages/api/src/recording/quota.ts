import type { StorageStore } from '../store/recording/storage-store.ts';

/** How full an account is. */
export type QuotaState = 'free' | 'warning' | 'critical' | 'full';

/** Parts of the quota: time to delete something, or to ask for more, before a show is not recorded. */
const WARNING = 0.8;
const CRITICAL = 0.95;

/** @param quotaBytes null: no limit */
export function quotaStateOf(usedBytes: number, quotaBytes: number | null): QuotaState {
  if (quotaBytes === null) return 'free';
  if (usedBytes >= quotaBytes) return 'full';
  if (usedBytes >= quotaBytes * CRITICAL) return 'critical';
  return usedBytes >= quotaBytes * WARNING ? 'warning' : 'free';
}

/** Whether shows of an account that begin now are not recorded. */
export async function isFull(storage: StorageStore, partnerId: number): Promise<boolean> {
  const { quotaBytes } = await storage.ruleOf(partnerId);
  if (quotaBytes === null) return false;
  return quotaStateOf(await storage.usedBytesOf(partnerId), quotaBytes) === 'full';
}
