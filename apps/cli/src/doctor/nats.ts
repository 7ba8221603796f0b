import { connect } from 'node:net';
import { type Finding, fine, warning } from './finding.ts';

const TIMEOUT_MS = 3000;
const DEFAULT_PORT = 4222;

/** Whether a NATS server answers; nothing where none is set. */
export async function checkNats(url: string | null): Promise<readonly Finding[]> {
  if (url === null) return [];
  const check = 'NATS';
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.hostname === '')
    return [warning(check, 'the address can’t be read', 'It is of the form nats://host:4222.')];
  const where = `${parsed.hostname}:${parsed.port || DEFAULT_PORT}`;
  const greeting = await firstLine(parsed.hostname, Number(parsed.port || DEFAULT_PORT));
  return greeting?.startsWith('INFO ')
    ? [fine(check, `${where} answers`)]
    : [warning(check, `no NATS answers at ${where}`, 'Start it, or correct ROSTRUM_NATS_URL.')];
}

/** A NATS server speaks first. */
function firstLine(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: TIMEOUT_MS });
    socket.once('data', (data) => {
      resolve(data.toString('latin1', 0, 200));
      socket.destroy();
    });
    socket.once('timeout', () => socket.destroy());
    socket.once('error', () => resolve(null));
    socket.once('close', () => resolve(null));
  });
}
