import type { CallOptions, Client } from './client.ts';

/**
 * How much room the server's disk has for media, bytes; null where the session may not know it, or the server does not
 * yet. Only sessions of the installation's own account are told.
 *
 * @throws RostrumError where the session may not ask at all
 */
export async function askDiskFree(client: Client, options?: CallOptions): Promise<number | null> {
  const state = await client.request('rostrum_server', 'getState', {}, options);
  if (typeof state !== 'object' || state === null || !('diskFreeBytes' in state)) return null;
  const { diskFreeBytes } = state;
  return typeof diskFreeBytes === 'number' ? diskFreeBytes : null;
}
