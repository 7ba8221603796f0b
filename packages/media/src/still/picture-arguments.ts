import { MAX_PICTURE_SIDE_PX, type PictureFormat, type PictureShape } from '@rostrum/contracts';

/** What FFmpeg is told, as pure decisions: what it reads, what becomes of it, what it writes. */

/** Nothing but the pipe may be opened, whatever the bytes say: no file, no network. */
const FROM_PIPE = ['-protocol_whitelist', 'pipe', '-threads', '1'] as const;

/** 50 million: larger than any camera's picture that makes sense here, and 200 MB while it is decoded. */
const MAX_PIXELS = 50_000_000;

/** Originals are kept at the size of a large screen at most, px. */
const ORIGINAL_WIDTH_PX = 1920;
const ORIGINAL_HEIGHT_PX = 1080;

/** JPEG without a difference that anybody sees; FFmpeg's scale ends at 2 and 31. */
const BEST_SCALE = 2;
const WORST_SCALE = 31;

const DEMUXERS: { readonly [format in PictureFormat]: string } = {
  jpeg: 'jpeg_pipe',
  png: 'png_pipe',
  gif: 'gif',
  webp: 'webp_pipe',
};

/** What shines through a picture is white, as on paper. */
const WHITE_BEHIND =
  'format=rgba,split[back][front];[back]lutrgb=r=255:g=255:b=255:a=255[white];[white][front]overlay=format=gbrp';

const ORIGINAL_SIZE = `scale=w='min(${ORIGINAL_WIDTH_PX},iw)':h='min(${ORIGINAL_HEIGHT_PX},ih)':force_original_aspect_ratio=decrease`;

/** Square pixels, whatever the encoder sent. */
const SQUARE_PIXELS = "scale=w='max(1,trunc(iw*sar))':h=ih,setsar=1";

/**
 * A frame of a fragmented MP4 (init segment and fragments, one after another) as JPEG.
 *
 * @param seekMs how far behind the first frame it is, ms
 */
export function frameArguments(seekMs: number): readonly string[] {
  const seek = seekMs > 0 ? ['-ss', (seekMs / 1000).toFixed(3)] : [];
  return [
    ...[...FROM_PIPE, '-max_pixels', String(MAX_PIXELS), '-f', 'mov', '-i', 'pipe:0'],
    ...['-map', '0:v:0', ...seek, '-vf', `${SQUARE_PIXELS},${ORIGINAL_SIZE}`],
    ...jpegArguments(BEST_SCALE),
  ];
}

/** Any picture as a JPEG to keep: of bounded size, with nothing in it that is not picture. */
export function originalArguments(format: PictureFormat): readonly string[] {
  const filter = format === 'jpeg' ? ORIGINAL_SIZE : `${WHITE_BEHIND},${ORIGINAL_SIZE}`;
  return [
    ...pictureInput(format),
    ...['-vf', filter, '-map_metadata', '-1'],
    ...jpegArguments(BEST_SCALE),
  ];
}

/** A kept picture in the shape that somebody asks for. */
export function shapeArguments(format: PictureFormat, shape: PictureShape): readonly string[] {
  const wanted = [...regionFilters(shape), ...sizeFilters(shape)];
  // Formats that share colours between pixels know only even sizes and places.
  const filters = wanted.length === 0 ? [] : ['format=gbrp', ...wanted, 'setsar=1', 'format=gbrp'];
  return [
    ...pictureInput(format),
    ...(filters.length === 0 ? [] : ['-vf', filters.join(',')]),
    ...(shape.format === 'png'
      ? ['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png', '-pix_fmt', 'rgb24', 'pipe:1']
      : jpegArguments(jpegScaleOf(shape.quality))),
  ];
}

function pictureInput(format: PictureFormat): readonly string[] {
  return [...FROM_PIPE, '-max_pixels', String(MAX_PIXELS), '-f', DEMUXERS[format], '-i', 'pipe:0'];
}

function jpegArguments(scale: number): readonly string[] {
  return [
    ...['-frames:v', '1', '-f', 'image2pipe', '-c:v', 'mjpeg', '-q:v', String(scale)],
    ...['-pix_fmt', 'yuvj420p', 'pipe:1'],
  ];
}

/** 100 is the best; 75, which is usual, is a picture without visible flaws. */
function jpegScaleOf(quality: number): number {
  const share = (100 - Math.min(100, Math.max(0, quality))) / 100;
  return Math.round(BEST_SCALE + share ** 1.5 * (WORST_SCALE - BEST_SCALE));
}

function regionFilters({ region }: PictureShape): readonly string[] {
  if (region === null) return [];
  const { xPx, yPx, widthPx, heightPx } = region;
  // At least a pixel, and never past the edge.
  const x = `min(${xPx},iw-1)`;
  const y = `min(${yPx},ih-1)`;
  const width = widthPx === 0 ? `iw-${x}` : `min(${widthPx},iw-${x})`;
  const height = heightPx === 0 ? `ih-${y}` : `min(${heightPx},ih-${y})`;
  return [`crop=w='${width}':h='${height}':x='${x}':y='${y}':exact=1`];
}

function sizeFilters({ widthPx, heightPx, fit, background }: PictureShape): readonly string[] {
  if (widthPx === 0 && heightPx === 0) return [];
  const width = widthPx === 0 ? MAX_PICTURE_SIDE_PX : widthPx;
  const height = heightPx === 0 ? MAX_PICTURE_SIDE_PX : heightPx;
  const inside = `scale=${width}:${height}:force_original_aspect_ratio=decrease`;
  if (widthPx === 0 || heightPx === 0) return [inside];
  switch (fit) {
    case 'inside':
      return [inside];
    case 'padded':
      return [inside, `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2:color=0x${background}`];
    case 'cropped':
      return [ratioCrop(width, height, '(ih-oh)/2'), `scale=${width}:${height}`];
    case 'cropped-from-top':
      return [ratioCrop(width, height, '0'), `scale=${width}:${height}`];
    case 'stretched':
      return [`scale=${width}:${height}`];
  }
}

/** To the ratio first, so that no picture between is larger than the one that was asked for. */
function ratioCrop(width: number, height: number, y: string): string {
  const w = `max(1,min(iw,trunc(ih*${width}/${height})))`;
  const h = `max(1,min(ih,trunc(iw*${height}/${width})))`;
  return `crop=w='${w}':h='${h}':x='(iw-ow)/2':y='${y}':exact=1`;
}
