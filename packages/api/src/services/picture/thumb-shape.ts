import { MAX_PICTURE_SIDE_PX, type PictureFit, type PictureShape } from '@rostrum/contracts';
import { ApiError } from '../../errors/api-error.ts';
import type { ThumbParamsValue } from '../../schema/thumb-asset.ts';

/** KalturaThumbCropType. */
const FITS: { readonly [cropType: number]: PictureFit } = {
  1: 'inside',
  2: 'padded',
  3: 'cropped',
  4: 'cropped-from-top',
  5: 'stretched',
};

const DEFAULT_QUALITY = 75;
const DEFAULT_BACKGROUND = 'ffffff';

/** As large as it is. */
export const WHOLE_PICTURE: PictureShape = {
  ...{ widthPx: 0, heightPx: 0, fit: 'inside', region: null },
  ...{ background: DEFAULT_BACKGROUND, quality: DEFAULT_QUALITY, format: 'jpeg' },
};

/**
 * What thumb params make of a picture; null where they change nothing.
 *
 * @throws ApiError UPLOAD_OUT_OF_RANGE for a number that no picture can have
 */
export function shapeOf(params: ThumbParamsValue | null): PictureShape | null {
  if (params === null) return null;
  const side = (name: 'width' | 'height' | 'cropX' | 'cropY' | 'cropWidth' | 'cropHeight') =>
    within(name, params[name] ?? 0, MAX_PICTURE_SIDE_PX);
  const region = {
    xPx: side('cropX'),
    yPx: side('cropY'),
    widthPx: side('cropWidth'),
    heightPx: side('cropHeight'),
  };
  const hasRegion = Object.values(region).some((value) => value > 0);
  const quality = within('quality', params.quality ?? 0, 100);
  const shape: PictureShape = {
    widthPx: side('width'),
    heightPx: side('height'),
    fit: FITS[params.cropType ?? 1] ?? 'inside',
    region: hasRegion ? region : null,
    background: backgroundOf(params.backgroundColor),
    quality: quality || DEFAULT_QUALITY,
    format: 'jpeg',
  };
  const isChange = shape.widthPx > 0 || shape.heightPx > 0 || hasRegion || quality > 0;
  return isChange ? shape : null;
}

function within(name: string, value: number, most: number): number {
  if (value >= 0 && value <= most) return value;
  const expected = `a whole number from 0 to ${most}`;
  throw new ApiError('UPLOAD_OUT_OF_RANGE', `KalturaThumbParams::${name}`, value, expected);
}

function backgroundOf(text: string | null | undefined): string {
  const digits = /^(?:#|0x)?([0-9a-f]{6})$/i.exec(text ?? '')?.[1];
  return digits?.toLowerCase() ?? DEFAULT_BACKGROUND;
}
