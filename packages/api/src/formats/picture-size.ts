import type { Picture } from '@rostrum/contracts';

export type PictureSize = { readonly widthPx: number; readonly heightPx: number };

/** How large a JPEG or PNG is, by its head; null where it does not say so. */
export function pictureSizeOf({ format, bytes }: Picture): PictureSize | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === 'png') return sizeOfPng(buffer);
  return format === 'jpeg' ? sizeOfJpeg(buffer) : null;
}

/** PNG 11.2.2: IHDR is the first chunk. */
function sizeOfPng(png: Buffer): PictureSize | null {
  if (png.length < 24 || png.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { widthPx: png.readUInt32BE(16), heightPx: png.readUInt32BE(20) };
}

/** ITU-T T.81, B.2.2: a frame header, SOF0 to SOF15 but for DHT, JPG and DAC. */
function sizeOfJpeg(jpeg: Buffer): PictureSize | null {
  for (let at = 2; at + 9 <= jpeg.length; ) {
    if (jpeg[at] !== 0xff) return null;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { widthPx: jpeg.readUInt16BE(at + 7), heightPx: jpeg.readUInt16BE(at + 5) };
    // Markers without a length: RST and TEM.
    const isBare = (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;
    if (marker === 0xda) return null;
    at += isBare ? 2 : 2 + jpeg.readUInt16BE(at + 2);
  }
  return null;
}
