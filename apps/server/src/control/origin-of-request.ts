import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Settings } from '../settings/settings.ts';

/** Host names, IPv4 and bracketed IPv6 addresses, with a port: nothing that could break out of a URL. */
const HOST = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Scheme and host of the address that a viewer used; `ROSTRUM_PUBLIC_URL` where it is set. */
export function originOfRequest(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  settings: Settings,
): string {
  if (settings.publicUrl !== null) return settings.publicUrl;
  const host = request.headers.host ?? request.headers[':authority'];
  const scheme = (request.socket as TLSSocket).encrypted ? 'https' : 'http';
  return `${scheme}://${typeof host === 'string' && HOST.test(host) ? host : 'localhost'}`;
}

/** Where playlists and media are, for a viewer who came by `origin`. */
export function mediaUrlFor(origin: string, settings: Settings, mediaPort: number): string {
  if (settings.mediaUrl !== null) return settings.mediaUrl;
  const url = new URL(origin);
  return `${url.protocol}//${url.hostname}:${mediaPort}`;
}
