import type { IncomingMessage } from 'node:http';
import type { Settings } from '@rostrum/settings';
import type { Ports } from '../link/process-messages.ts';

/** Host names, IPv4 and bracketed IPv6 addresses, with a port: nothing that could break out of a URL. */
const HOST = /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** The host that a request named: `live.example.com:8080`. */
export function hostOfRequest(request: Pick<IncomingMessage, 'headers'>): string {
  const host = request.headers.host ?? request.headers[':authority'];
  return typeof host === 'string' ? host : 'localhost';
}

/** The addresses that go into links, from the host that a viewer's request named; one that is no host counts as this machine. */
export class Links {
  readonly #settings: Settings;
  readonly #scheme: string;
  readonly #ports: () => Partial<Ports>;

  /** @param ports the media process's ports; they are known once it has been ready */
  constructor(settings: Settings, ports: () => Partial<Ports>) {
    this.#settings = settings;
    this.#scheme = settings.tls === null ? 'http' : 'https';
    this.#ports = ports;
  }

  publicUrl(host: string): string {
    return this.#settings.publicUrl ?? `${this.#scheme}://${HOST.test(host) ? host : 'localhost'}`;
  }

  mediaUrl(host: string): string {
    const { mediaUrl, mediaPort } = this.#settings;
    return (
      mediaUrl ?? `${this.#scheme}://${this.#hostname(host)}:${this.#ports().media ?? mediaPort}`
    );
  }

  rtmp(host: string): { readonly host: string; readonly port: number } {
    return { host: this.#hostname(host), port: this.#ports().rtmp ?? this.#settings.rtmpPort };
  }

  /** Null without a certificate: encoders could not come. */
  rtmps(host: string): { readonly host: string; readonly port: number } | null {
    if (this.#settings.tls === null) return null;
    return { host: this.#hostname(host), port: this.#ports().rtmps ?? this.#settings.rtmpsPort };
  }

  #hostname(host: string): string {
    return new URL(this.publicUrl(host)).hostname;
  }
}
