import { fetchOutside } from '../fetch/fetch-outside.ts';

export type FetchPictureOptions = {
  readonly maxBytes: number;
  /** For all of it, redirects too, ms. */
  readonly timeoutMs: number;
  /** Which IP addresses may be asked. */
  readonly isAllowed: (address: string) => boolean;
};

/**
 * What is at an address that somebody has named: only http and https, and only from machines that everybody can reach.
 *
 * @returns null where there is nothing, it may not be asked, is too large or takes too long
 */
export async function fetchPicture(
  address: string,
  options: FetchPictureOptions,
): Promise<Uint8Array | null> {
  const answer = await fetchOutside(address, { ...options, headers: { accept: 'image/*' } });
  return answer.kind === 'answer' && answer.status === 200 ? answer.body : null;
}
