import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** A name means no machine that may be asked. */
export class NotAllowed extends Error {}

/**
 * For connections to names that somebody has named: of what a name means, only addresses that may be asked. Looked at
 * when it is connected, so that a name cannot mean one machine now and another one then.
 */
export function lookupAllowed(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const allowed = error === null ? found.filter(({ address }) => isAllowed(address)) : [];
      const [first] = allowed;
      if (first === undefined)
        callback(error ?? new NotAllowed(`${hostname} may not be asked`), []);
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}
