import { networkInterfaces } from 'node:os';

/** Every address of the machine: IPv6 and IPv4 together, or IPv4 alone where the system has no IPv6. */
export function listenHost(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.some(({ family }) => family === 'IPv6') ? '::' : '0.0.0.0';
}
