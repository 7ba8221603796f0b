import type { AddressLook, AddressProblem } from './look-at-address.ts';

/** What is wrong with an address, for whoever has set it: without the address itself, which is a secret. */
export function problemText(problem: AddressProblem, { httpStatus }: AddressLook): string {
  switch (problem) {
    case 'not-allowed':
      return 'The address is in a private network, which this server may not ask: its operator can allow it with ROSTRUM_FETCH_NETWORKS.';
    case 'unreachable':
      return 'The server is not reachable.';
    case 'too-slow':
      return 'The server does not answer in time.';
    case 'too-large':
      return 'What the server sends is too large for a playlist.';
    case 'redirects':
      return 'The address leads from one to the next without an end.';
    case 'status':
      return httpStatus === 404
        ? 'There is nothing at the address (404): the stream has not begun, or is over.'
        : `The server refuses with status ${httpStatus}.`;
    case 'not-hls':
      return 'What is there is no HLS playlist.';
    case 'empty':
      return 'The playlist names nothing to play.';
    case 'over':
      return 'The playlist says that the stream is over.';
    case 'still':
      return 'The playlist does not grow: nothing new comes.';
  }
}
