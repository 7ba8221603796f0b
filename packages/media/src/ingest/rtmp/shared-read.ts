import { Socket } from 'node:net';

/** A key frame of most encoders, so that it is one read. */
const READ_BYTES = 256 * 1024;

/** Every connection is read into the same bytes: what comes is taken out of them before the next read. */
const shared = new Uint8Array(READ_BYTES);

/** What Node keeps behind a socket. Not part of its documented interface: where it looks different, nothing is done. */
type SocketHandle = { readonly useUserBuffer: unknown };

/**
 * Reads a socket that a server has accepted, paused, into one buffer for all connections: Node makes a buffer for every
 * read, and an encoder's frame comes in two or three. Clients have the option `onread` for that, accepted sockets do
 * not; so the connection is given to a new socket that has. The bytes of a `data` event are gone after it.
 */
export function readIntoSharedBuffer(accepted: Socket): Socket {
  const handle = takeHandle(accepted);
  if (handle === null) return accepted.resume();
  const onread = {
    buffer: shared,
    callback: (sizeBytes: number) => {
      socket.emit('data', shared.subarray(0, sizeBytes));
      return true;
    },
  };
  const options: object = { handle, onread };
  const socket: Socket = new Socket(options);
  // The server counts the one that it has accepted.
  socket.once('close', () => accepted.destroy());
  return socket;
}

function takeHandle(accepted: Socket): SocketHandle | null {
  const inner = accepted as unknown as { _handle?: SocketHandle | null };
  const handle = inner._handle ?? null;
  if (typeof handle?.useUserBuffer !== 'function') return null;
  inner._handle = null;
  return handle;
}
