import { MAX_PICTURE_SIDE_PX, type PictureFit, type PictureShape } from '@rostrum/contracts';
import { parametersOf } from '../services/playback/delivery.ts';

/** What a thumbnail's address asks for. */
export type ThumbnailWish = {
  readonly entryId: string;
  readonly ks: string;
  readonly shape: PictureShape;
  /** Seconds from the beginning of the show, to a tenth; null for the entry's picture as it is now. */
  readonly second: number | null;
};

/** Where neither side is named. */
const DEFAULT_WIDTH_PX = 120;
const DEFAULT_HEIGHT_PX = 90;
const DEFAULT_QUALITY = 75;
const DEFAULT_BACKGROUND = 'ffffff';
/** The longest show that a clock in milliseconds of a day counts twice. */
const MAX_SECOND = 7 * 86_400;

/** KalturaThumbCropType. */
const FITS: Readonly<Record<string, PictureFit>> = {
  '1': 'inside',
  '2': 'padded',
  '3': 'cropped',
  '4': 'cropped-from-top',
  '5': 'stretched',
};

/**
 * Reads `…/thumbnail/entry_id/0_ab12cd34/width/640/…?height=360`: names and values in any order, the query wins. What
 * is no number, or out of all bounds, counts as not said.
 */
export function readThumbnailWish(url: string): ThumbnailWish {
  const textOf = parametersOf(url, 'thumbnail');
  const lastSegment = url.split('?', 1)[0]?.split('/').at(-1) ?? '';
  const numberOf = (name: string) => wholeNumber(textOf(name));
  const isUnsized = textOf('width') === '' && textOf('height') === '';
  return {
    entryId: withoutEnding(textOf('entry_id') || textOf('entryId')),
    ks: textOf('ks'),
    second: secondOf(textOf('vid_sec')),
    shape: {
      widthPx: isUnsized ? DEFAULT_WIDTH_PX : numberOf('width'),
      heightPx: isUnsized ? DEFAULT_HEIGHT_PX : numberOf('height'),
      fit: FITS[String(numberOf('type'))] ?? 'inside',
      region: regionOf(numberOf),
      background: backgroundOf(textOf('bgcolor')),
      quality: Math.min(100, numberOf('quality')) || DEFAULT_QUALITY,
      format: formatOf(textOf('format'), textOf('file_name') || lastSegment),
    },
  };
}

function regionOf(numberOf: (name: string) => number): PictureShape['region'] {
  const region = {
    xPx: numberOf('src_x'),
    yPx: numberOf('src_y'),
    widthPx: numberOf('src_w'),
    heightPx: numberOf('src_h'),
  };
  return Object.values(region).every((value) => value === 0) ? null : region;
}

/** `360`, `360.jpg`: 0 to the largest side. */
function wholeNumber(text: string): number {
  const value = Number.parseInt(text, 10);
  return value > 0 ? Math.min(MAX_PICTURE_SIDE_PX, value) : 0;
}

function secondOf(text: string): number | null {
  const value = Number.parseFloat(text);
  // -1 is how some clients say "none".
  if (!(value >= 0)) return null;
  return Math.round(Math.min(MAX_SECOND, value) * 10) / 10;
}

function backgroundOf(text: string): string {
  const digits = /^(?:#|0x)?([0-9a-f]{6})$/i.exec(text)?.[1];
  return digits?.toLowerCase() ?? DEFAULT_BACKGROUND;
}

function formatOf(format: string, fileName: string): PictureShape['format'] {
  const name = format === '' ? (/\.([a-z]+)$/i.exec(fileName)?.[1] ?? '') : format;
  return name.toLowerCase() === 'png' ? 'png' : 'jpeg';
}

function withoutEnding(text: string): string {
  return text.replace(/\.(?:jpe?g|png)$/i, '');
}
