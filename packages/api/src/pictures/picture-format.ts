import type { PictureFormat } from '@rostrum/contracts';

/** Larger than a camera's picture. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** What a file is by its first bytes; null for anything that is not a picture we take. */
export function pictureFormatOf(bytes: Uint8Array): PictureFormat | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'gif';
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'webp' : null;
}

export function contentTypeOf(format: PictureFormat): string {
  return `image/${format}`;
}
