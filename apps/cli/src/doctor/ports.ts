import { createServer } from 'node:net';
import {
  SETTING_NAMES,
  SETTINGS_TABLE,
  type SettingName,
  type SettingRow,
} from '@rostrum/settings';
import { type Finding, fault, fine, warning } from './finding.ts';
import type { Place } from './place.ts';
import { findListener, type Listener } from './port-owner.ts';
import { askHealth, type RunningServer } from './running-server.ts';

/** Each port of the settings' table: free, or in use and by whom. */
export async function checkPorts(
  place: Place,
  running: RunningServer | null,
): Promise<readonly Finding[]> {
  const names = SETTING_NAMES.filter((name) => isUsed(name, place));
  const numbers = names.map((name) => ({ name, port: Number(place.texts.read(name)) }));
  return [
    ...twice(numbers),
    ...(await Promise.all(numbers.map(({ name, port }) => checkPort(place, name, port, running)))),
  ];
}

function isUsed(name: SettingName, { texts }: Place): boolean {
  const row: SettingRow = SETTINGS_TABLE[name];
  if (row.kind !== 'port' || row.isForLater) return false;
  return name !== 'ROSTRUM_RTMPS_PORT' || texts.read('ROSTRUM_TLS_CERT') !== null;
}

function twice(numbers: readonly { readonly name: string; readonly port: number }[]): Finding[] {
  return numbers.flatMap(({ name, port }, index) => {
    const other = numbers.slice(0, index).find((earlier) => earlier.port === port && port !== 0);
    if (other === undefined) return [];
    const text = `${other.name} and ${name} are both ${port}`;
    return [fault('ports', text, 'Give each a port of its own.')];
  });
}

async function checkPort(
  place: Place,
  name: SettingName,
  port: number,
  running: RunningServer | null,
): Promise<Finding> {
  const { about } = SETTINGS_TABLE[name];
  const check = `port ${port}`;
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return fault(name, 'is no port', 'It is a number from 0 to 65535.');
  if (port === 0) return fine(name, `0: any free port (${about})`);
  const refusal = await refusalOf(port);
  if (refusal === null) return fine(check, `free (${about})`);
  if (refusal === 'EACCES') {
    return fault(
      check,
      `not allowed for this user (${about})`,
      `Ports below 1024 are for root: set ${name} to a higher one, or put a proxy in front.`,
    );
  }
  if (refusal !== 'EADDRINUSE')
    return fault(
      check,
      `can't be used: ${refusal} (${about})`,
      'Look at the network of this machine.',
    );
  const owner = await findListener(port);
  if (owner !== null && running?.pids.includes(owner.pid))
    return fine(check, `in use by the running server, process ${owner.pid} (${about})`);
  const isRostrum = name === 'ROSTRUM_HTTP_PORT' && (await answersHere(place, port));
  const who = describe(owner);
  if (isRostrum && running !== null && owner === null)
    return fine(check, `in use by the running server (${about})`);
  if (isRostrum) {
    return warning(
      check,
      `in use by another Rostrum, ${who} (${about})`,
      `It keeps its data elsewhere: name its folder with --data-dir, or set ${name} for a second server.`,
    );
  }
  return fault(
    check,
    `in use by ${who} (${about})`,
    `Stop that program, or set ${name} to another port.`,
  );
}

async function answersHere({ texts }: Place, port: number): Promise<boolean> {
  const scheme = texts.read('ROSTRUM_TLS_CERT') === null ? 'http' : 'https';
  return (await askHealth(`${scheme}://localhost:${port}`)) !== null;
}

/** Why a port can't be listened on, in the system's word; null where it can. */
function refusalOf(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

function describe(owner: Listener | null): string {
  return owner === null ? 'another program' : `${owner.command} (process ${owner.pid})`;
}
