/**
 * A picture that carries the time it was made: a strip of 40 black and white blocks, 32 bits of wall-clock ms (modulo
 * 2^32) and an 8-bit check sum. It survives encoding, scaling and colour conversion, and a browser reads it back from a
 * canvas.
 */
export const CLOCK_PICTURE = {
  widthPx: 640,
  heightPx: 360,
  blockPx: 16,
  stripHeightPx: 32,
} as const;

const DATA_BITS = 32;
const CHECK_BITS = 8;

/** The bits of a time, most significant first, check sum last. */
export function clockBits(nowMs: number): boolean[] {
  const value = Math.floor(nowMs) % 2 ** DATA_BITS;
  return [...bitsOf(value, DATA_BITS), ...bitsOf(checkSum(value), CHECK_BITS)];
}

/** Sum of the value's bytes, modulo 251 (a prime, so that swapped blocks are noticed). */
function checkSum(value: number): number {
  return (
    ((value >>> 24) + 3 * ((value >>> 16) & 255) + 5 * ((value >>> 8) & 255) + 7 * (value & 255)) %
    251
  );
}

function bitsOf(value: number, count: number): boolean[] {
  return Array.from(
    { length: count },
    (_, bit) => Math.floor(value / 2 ** (count - 1 - bit)) % 2 === 1,
  );
}

/** One frame of planar YUV 4:2:0. A bar moves below the strip, so that the encoder has something to do. */
export function clockFrame(nowMs: number): Uint8Array {
  const { widthPx, heightPx, blockPx, stripHeightPx } = CLOCK_PICTURE;
  const frame = new Uint8Array((widthPx * heightPx * 3) / 2).fill(128);
  const luma = frame.subarray(0, widthPx * heightPx).fill(60);
  const row = new Uint8Array(widthPx);
  clockBits(nowMs).forEach((isWhite, block) => {
    row.fill(isWhite ? 235 : 16, block * blockPx, (block + 1) * blockPx);
  });
  for (let y = 0; y < stripHeightPx; y++) luma.set(row, y * widthPx);
  const barX = Math.floor(nowMs / 4) % (widthPx - 40);
  for (let y = stripHeightPx + 40; y < heightPx - 40; y++) {
    luma.fill(200, y * widthPx + barX, y * widthPx + barX + 40);
  }
  return frame;
}

/**
 * Runs in the page: reads the burnt-in time at every picture that is shown, for `durationMs`.
 *
 * @returns delays from the making of a picture to its showing, ms, and how often the playback stopped
 */
export async function readClockInPage(durationMs: number): Promise<{
  delaysMs: number[];
  stalls: number;
  unreadable: number;
}> {
  const findVideo = (root: ParentNode): HTMLVideoElement | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLVideoElement) return element;
      const inside = element.shadowRoot === null ? null : findVideo(element.shadowRoot);
      if (inside !== null) return inside;
    }
    return null;
  };
  const video = findVideo(document);
  if (video === null) throw new Error('the page shows no video');
  const canvas = document.createElement('canvas');
  const [width, y] = [640, 16];
  canvas.width = width;
  canvas.height = 360;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  const result = { delaysMs: [] as number[], stalls: 0, unreadable: 0 };
  video.addEventListener('waiting', () => result.stalls++);
  const endsAt = performance.now() + durationMs;
  await new Promise<void>((resolve) => {
    const look = () => {
      const shownAtMs = Date.now();
      context.drawImage(video, 0, 0, width, 360);
      const pixels = context.getImageData(0, y, width, 1).data;
      let value = 0;
      let check = 0;
      for (let block = 0; block < 40; block++) {
        const bit = (pixels[(block * 16 + 8) * 4] ?? 0) > 127 ? 1 : 0;
        if (block < 32) value = value * 2 + bit;
        else check = check * 2 + bit;
      }
      const expected =
        ((value >>> 24) +
          3 * ((value >>> 16) & 255) +
          5 * ((value >>> 8) & 255) +
          7 * (value & 255)) %
        251;
      if (check === expected) result.delaysMs.push((shownAtMs % 2 ** 32) - value);
      else result.unreadable++;
      if (performance.now() < endsAt) video.requestVideoFrameCallback(look);
      else resolve();
    };
    video.requestVideoFrameCallback(look);
    setTimeout(resolve, durationMs + 5000);
  });
  return result;
}
