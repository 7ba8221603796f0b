// A test broadcast (moving picture, clock, tone) into the sample webcast of the server that runs beside it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testPictureArguments } from './test-picture.ts';

type RunFile = {
  readonly publicUrl: string;
  readonly rtmpPort: number;
  readonly sample: {
    readonly webcastId: string;
    readonly streamName: string;
    readonly streamToken: string;
  } | null;
};

const ffmpeg = process.argv[2] ?? 'ffmpeg';
const dataDir = path.resolve(process.env.ROSTRUM_DATA_DIR ?? 'data');

const running = readRunFile();
if (running === null) {
  console.error('No running server was found. Start it first, in another terminal: npm start');
  process.exitCode = 1;
} else {
  const { streamName, streamToken, webcastId } = running.sample;
  const target = `rtmp://127.0.0.1:${running.rtmpPort}/kLive/${streamName}?t=${streamToken}`;
  const output = ['-progress', 'pipe:1', '-f', 'flv', target];
  const child = spawn(ffmpeg, [...testPictureArguments(), ...output], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // It reports once the server has taken it; what the server refuses, it says itself.
  child.stdout.once('data', () => {
    console.log(
      `The demo is on air: ${running.publicUrl}/watch/${webcastId}\nStop it with Ctrl-C.`,
    );
    child.stdout.resume();
  });
  // FFmpeg says goodbye to the server when it is interrupted: the webcast ends cleanly.
  process.on('SIGTERM', () => child.kill('SIGINT'));
  process.on('SIGINT', () => {});
  child.once('error', (error) => {
    console.error(`FFmpeg could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    // 255 is FFmpeg's answer to an interruption.
    process.exitCode = code === 255 ? 0 : (code ?? 0);
  });
}

function readRunFile(): (RunFile & { sample: NonNullable<RunFile['sample']> }) | null {
  try {
    const content = JSON.parse(readFileSync(path.join(dataDir, 'run.json'), 'utf8')) as RunFile;
    return content.sample === null ? null : { ...content, sample: content.sample };
  } catch {
    return null;
  }
}
