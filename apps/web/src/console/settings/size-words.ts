import { LOCALE } from '../parts/times.ts';

const GB = 1_000_000_000;
const UNITS: readonly (readonly [number, string])[] = [
  [1_000_000_000_000, 'TB'],
  [GB, 'GB'],
  [1_000_000, 'MB'],
  [1000, 'kB'],
];

/** `12.4 GB`, in the units that disks are sold in. */
export function sizeWords(bytes: number): string {
  for (const [size, unit] of UNITS) {
    if (bytes >= size) {
      return `${(bytes / size).toLocaleString(LOCALE, { maximumFractionDigits: 1 })} ${unit}`;
    }
  }
  return `${bytes} bytes`;
}

/** What somebody has typed as GB; null where it is no amount. */
export function gigabytesIn(text: string): number | null {
  const amount = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(amount) || amount <= 0
    ? null
    : Math.round(amount * GB);
}

export function gigabytesText(bytes: number | null): string {
  return bytes === null ? '' : String(Math.round((bytes / GB) * 1000) / 1000);
}
