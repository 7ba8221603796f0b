import { spawn } from 'node:child_process';

export type DecodedPicture = {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Red, green and blue, 0 to 255, at a place given as shares of width and height. */
  at(x: number, y: number): readonly [number, number, number];
};

/** Decodes a JPEG or PNG with an FFmpeg of its own: what a browser would show. */
export async function readPicture(bytes: Uint8Array): Promise<DecodedPicture> {
  const ppm = await pipe(['-f', 'image2pipe', '-c:v', 'ppm', 'pipe:1'], bytes);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Error(`not a picture (${bytes.length} bytes)`);
  const widthPx = Number(head[1]);
  const heightPx = Number(head[2]);
  const pixels = ppm.subarray(head[0].length);
  return {
    widthPx,
    heightPx,
    at: (x, y) => {
      const column = Math.min(widthPx - 1, Math.floor(x * widthPx));
      const row = Math.min(heightPx - 1, Math.floor(y * heightPx));
      const [red = 0, green = 0, blue = 0] = pixels.subarray((row * widthPx + column) * 3);
      return [red, green, blue];
    },
  };
}

/** A picture as FFmpeg draws and writes it: `color=red:size=64x64`. */
export function drawPicture(source: string, output: readonly string[]): Promise<Buffer> {
  return pipe([...['-frames:v', '1'], ...output, 'pipe:1'], null, ['-f', 'lavfi', '-i', source]);
}

/** The colour that it mostly is. */
export function nameOf([red, green, blue]: readonly [number, number, number]): string {
  const bits = [red, green, blue].map((value) => (value > 140 ? '1' : value < 100 ? '0' : '?'));
  const names: Readonly<Record<string, string>> = {
    '100': 'red',
    '010': 'green',
    '001': 'blue',
    '111': 'white',
    '000': 'black',
    '110': 'yellow',
  };
  return names[bits.join('')] ?? `rgb(${red}, ${green}, ${blue})`;
}

function pipe(
  output: readonly string[],
  input: Uint8Array | null,
  from: readonly string[] = ['-i', 'pipe:0'],
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', ['-v', 'error', ...from, ...output]);
    const chunks: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(chunks));
      else reject(new Error(Buffer.concat(errors).toString()));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? undefined);
  });
}
