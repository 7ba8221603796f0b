import type { EntryBook } from '../../entries/entry-book.ts';
import { refused } from '../../ks/session-verifier.ts';
import { refuseOtherAddress } from '../../live/change-webcast.ts';
import { type AddressMemory, problemOf } from '../../outside/address-memory.ts';
import type { OutsideStreams } from '../../outside/outside-streams.ts';
import { problemText } from '../../outside/problem-text.ts';
import type { Addresses } from '../../ports.ts';
import { isEditor } from '../../session/access.ts';
import { type Call, sessionOf } from '../../session/call.ts';

export type OutsideStreamServices = {
  readonly book: EntryBook;
  readonly outside: OutsideStreams;
  readonly addresses: Addresses;
};

/** What is seen of live streams that somebody else's servers deliver, for those who set them up. */
export class OutsideStreamService {
  readonly #services: OutsideStreamServices;

  constructor(services: OutsideStreamServices) {
    this.#services = services;
  }

  async get(call: Call, { entryId }: { readonly entryId: string }): Promise<object> {
    const { book, outside } = this.#services;
    const session = sessionOf(call);
    const { entry: webcast, facts } = await book.find(session, entryId, ['webcast']);
    if (!isEditor(session, webcast)) throw refused(session.ks, 'INVALID_TYPE');
    const record = { webcast, facts };
    await outside.look(record, this.#pageOrigin(call));
    const addresses = outside.looksOf(record).map(toAddress);
    return {
      objectType: 'RostrumOutsideStream',
      entryId,
      isLive: addresses.some(({ isLive }) => isLive),
      addresses,
    };
  }

  async check(call: Call, { url }: { readonly url: string }): Promise<object> {
    refuseOtherAddress('url', url);
    return toAddress(await this.#services.outside.lookAt(url, this.#pageOrigin(call)));
  }

  #pageOrigin(call: Call): string {
    return this.#services.addresses.publicUrl(call.requestHost);
  }
}

function toAddress(memory: AddressMemory) {
  const { look } = memory;
  // What was waited for in vain does not grow.
  const problem = problemOf(memory) === undefined ? 'still' : problemOf(memory);
  return {
    objectType: 'RostrumOutsideAddress',
    url: look.url,
    isLive: problem === null,
    problem: problem ?? null,
    message: problem == null ? '' : problemText(problem, look),
    httpStatus: look.httpStatus,
    isReadableByPages: look.isReadableByPages,
    segmentMs: look.media?.targetDurationMs ?? null,
    lookedAt: Math.floor(look.atMs / 1000),
  };
}
