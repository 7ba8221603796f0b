import { spawn } from 'node:child_process';
import { counted, levelsOf, type PlayerReport } from './player-report.ts';

/** What FFmpeg says about a picture of one pixel and sound without a file, whatever it reads. */
const OF_THE_COMMAND = /ignoring invalid SAR|bitrate parameter is set too low/;

/** Decodes every frame of picture and sound, as fast as it goes. */
export async function playInFfmpeg(url: string): Promise<PlayerReport> {
  const child = spawn(
    'ffmpeg',
    [
      ...['-v', 'warning', '-nostdin', '-i', url],
      ...['-map', '0:v:0', '-vf', 'scale=1:1:flags=area,format=rgb24'],
      ...[
        '-fps_mode',
        'passthrough',
        '-enc_time_base',
        '-1',
        '-f',
        'rawvideo',
        'pipe:1',
        '-map',
        '0:a:0',
        '-f',
        'null',
        '-',
      ],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const bytes: number[] = [];
  child.stdout.on('data', (data: Buffer) => {
    for (const level of data) bytes.push(level);
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !OF_THE_COMMAND.test(line));
  const brightness = bytes.filter((_, index) => index % 3 === 1);
  return {
    player: 'FFmpeg',
    lengthS: Number(await probe(url, 'format=duration')),
    playedS: brightness.length / (await frameRateOf(url)),
    complaints: counted(code === 0 ? lines : [`exit code ${code}`, ...lines]),
    levels: levelsOf(brightness),
  };
}

async function frameRateOf(url: string): Promise<number> {
  const [frames = 0, seconds = 1] = (await probe(url, 'stream=r_frame_rate'))
    .split('/')
    .map(Number);
  return frames / seconds;
}

/** One value that ffprobe knows of a file's picture. */
export async function probe(url: string, entry: string, more: readonly string[] = []) {
  const child = spawn('ffprobe', [
    ...['-v', 'error', ...more, '-select_streams', 'v:0', '-show_entries', entry],
    ...['-of', 'default=nokey=1:noprint_wrappers=1', url],
  ]);
  let said = '';
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return said.trim().split('\n')[0] ?? '';
}
