import { localTimeAt, offsetText } from '@rostrum/contracts';

const MINUTE_MS = 60_000;

/** `2026-11-22 20:55`, UTC. */
export function utcText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-11-22 21:55 (UTC+1)`: the clock of a place. */
export function timeText(ms: number, zone: string): string {
  return `${localTimeAt(ms, zone).replace('T', ' ')} (${offsetText(ms, zone)})`;
}

/** `1:02:03`, or `2:03` where it is shorter than an hour. */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** `90 minutes` as people say it: `1 h 30 min`. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** `1.5 GB`: decimal, as disks are sold. */
export function bytesText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.5 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/**
 * `90`, `90m`, `2h`, `1h30m`: whole minutes.
 *
 * @returns ms; null where it is no such text
 */
export function parseLength(text: string): number | null {
  const match = /^(?:(\d{1,4})h)?(?:(\d{1,5})m?)?$/.exec(text.replaceAll(' ', ''));
  if (match === null || (match[1] === undefined && match[2] === undefined)) return null;
  return (Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)) * MINUTE_MS;
}
