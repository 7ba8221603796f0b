import { spawn } from 'node:child_process';

/** What an encoder's picture is painted with; anything else is no picture of it. */
export type Colour = 'red' | 'green' | 'blue' | 'other';

/** The colour of every frame of a film or a picture, in order; nothing where FFmpeg finds none. */
export async function coloursOf(bytes: Uint8Array): Promise<readonly Colour[]> {
  const child = spawn(
    'ffmpeg',
    [
      ...['-v', 'quiet', '-i', 'pipe:0', '-map', '0:v:0', '-vf', 'scale=1:1:flags=area'],
      ...['-fps_mode', 'passthrough', '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
    ],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const pixels: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => pixels.push(data));
  // It stops reading as soon as it knows that there is nothing.
  child.stdin.on('error', () => {});
  child.stdin.end(bytes);
  await new Promise((resolve) => child.once('close', resolve));
  const raw = Buffer.concat(pixels);
  return Array.from({ length: Math.floor(raw.length / 3) }, (_, frame) =>
    nameOf(raw[frame * 3] ?? 0, raw[frame * 3 + 1] ?? 0, raw[frame * 3 + 2] ?? 0),
  );
}

/** Far enough from what a codec makes of a neighbouring colour. */
const MARGIN = 60;

function nameOf(red: number, green: number, blue: number): Colour {
  if (red > green + MARGIN && red > blue + MARGIN) return 'red';
  if (green > red + MARGIN && green > blue + MARGIN) return 'green';
  return blue > red + MARGIN && blue > green + MARGIN ? 'blue' : 'other';
}
