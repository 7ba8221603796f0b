import { RostrumError } from '../rostrum-error.ts';
import type { CallOptions, Client } from './client.ts';

/** What the server has seen at an address of somebody else's live stream. */
export type OutsideAddress = {
  readonly url: string;
  readonly isLive: boolean;
  /** Why not, for people; empty where it is live. */
  readonly message: string;
  /** Pages of the server may read it (CORS); null where nothing has answered. */
  readonly isReadableByPages: boolean | null;
  /** Null where there is no playlist. */
  readonly segmentMs: number | null;
};

/** Looks at the addresses of a webcast whose stream comes from elsewhere, in the order in which they are tried. */
export async function lookAtOutsideStream(
  client: Client,
  entryId: string,
  options?: CallOptions,
): Promise<readonly OutsideAddress[]> {
  const answer = await client.request('rostrum_outsideStream', 'get', { entryId }, options);
  const { addresses } = (answer ?? {}) as { readonly addresses?: unknown };
  if (!Array.isArray(addresses)) throw new RostrumError('bad-answer', 'The answer has no list');
  return addresses.map(addressOf);
}

/** Looks at an address before a webcast is given it. Takes some seconds where its playlist has to be seen growing. */
export async function checkOutsideAddress(
  client: Client,
  url: string,
  options?: CallOptions,
): Promise<OutsideAddress> {
  return addressOf(await client.request('rostrum_outsideStream', 'check', { url }, options));
}

function addressOf(answer: unknown): OutsideAddress {
  const { url, isLive, message, isReadableByPages, segmentMs } = (answer ?? {}) as {
    readonly [name: string]: unknown;
  };
  return {
    url: String(url ?? ''),
    isLive: isTrue(isLive),
    message: String(message ?? ''),
    isReadableByPages: isReadableByPages == null ? null : isTrue(isReadableByPages),
    segmentMs: typeof segmentMs === 'number' ? segmentMs : null,
  };
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}
