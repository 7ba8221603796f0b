import { readFile } from 'node:fs/promises';
import type { Picture } from '@rostrum/contracts';

let reading: Promise<Picture> | null = null;

/** What an entry without any picture shows: 1280 by 720 px, drawn in placeholder.svg. */
export function placeholder(): Promise<Picture> {
  reading ??= readFile(new URL('./placeholder.png', import.meta.url)).then((bytes) => ({
    format: 'png',
    bytes,
  }));
  return reading;
}
