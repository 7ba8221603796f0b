import { type ChildProcess, spawn } from 'node:child_process';

export type EncoderOptions = {
  readonly framesPerSecond?: number;
  readonly keyFrameSeconds?: number;
  readonly size?: string;
  /** One colour instead of the moving test picture; `paint` changes it while the encoder runs. */
  readonly colour?: string;
  readonly hasAudio?: boolean;
  readonly hasVideo?: boolean;
  /** B-frames, as a quality preset makes them. */
  readonly bFrames?: number;
  /** Stops by itself after that much media. */
  readonly seconds?: number;
};

/** A real FFmpeg that publishes a small test picture in real time. */
export class Encoder {
  readonly #child: ChildProcess;
  readonly #errors: string[] = [];
  readonly exited: Promise<number | null>;

  constructor(publishUrl: string, options: EncoderOptions = {}) {
    this.#child = spawn('ffmpeg', argumentsOf(publishUrl, options), {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    this.#child.stdin?.on('error', () => {});
    this.#child.stderr?.on('data', (data: Buffer) => this.#errors.push(data.toString()));
    this.exited = new Promise((resolve) => this.#child.once('exit', (code) => resolve(code)));
  }

  get errors(): string {
    return this.#errors.join('');
  }

  /** Every picture from about now on is of this colour. Only for an encoder that began with one. */
  paint(colour: string): void {
    this.#child.stdin?.write(`cdrawbox@paint -1 color ${colour}\n`);
  }

  /** Ends as a user ends it: the encoder says goodbye to the server. */
  async stop(): Promise<void> {
    this.#child.kill('SIGINT');
    await this.exited;
  }

  /** Ends as a cut cable does. */
  async cut(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exited;
  }
}

function argumentsOf(publishUrl: string, options: EncoderOptions): string[] {
  const {
    framesPerSecond = 30,
    keyFrameSeconds = 1,
    size = '320x180',
    hasAudio = true,
    hasVideo = true,
    bFrames = 0,
    colour,
    seconds,
  } = options;
  const picture = colour === undefined ? 'testsrc2=' : 'color=c=black:';
  const keyFrames = String(Math.round(framesPerSecond * keyFrameSeconds));
  return [
    ...['-hide_banner', '-loglevel', 'error'],
    ...(hasVideo
      ? ['-re', '-f', 'lavfi', '-i', `${picture}size=${size}:rate=${framesPerSecond}`]
      : []),
    ...(hasAudio ? ['-re', '-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'] : []),
    ...(hasVideo && colour !== undefined ? ['-vf', `drawbox@paint=color=${colour}:t=fill`] : []),
    ...(hasVideo
      ? ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-b:v', '400k']
      : []),
    ...(hasVideo ? ['-g', keyFrames, '-keyint_min', keyFrames, '-sc_threshold', '0'] : []),
    ...(hasVideo ? (bFrames > 0 ? ['-bf', String(bFrames)] : ['-tune', 'zerolatency']) : []),
    ...(hasAudio ? ['-c:a', 'aac', '-b:a', '64k'] : []),
    ...(seconds === undefined ? [] : ['-t', String(seconds)]),
    ...['-f', 'flv', publishUrl],
  ];
}
