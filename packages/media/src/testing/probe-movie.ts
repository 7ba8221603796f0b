import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type ProbedMovie = {
  readonly durationMs: number;
  /** Packets by codec. */
  readonly packets: { readonly [codec: string]: number };
  /** Where each stream begins and how long it is, ms, by codec. */
  readonly streams: {
    readonly [codec: string]: { readonly startMs: number; readonly durationMs: number };
  };
  /** What FFmpeg had to complain about when it decoded everything. */
  readonly complaints: string;
};

/** What FFmpeg finds in a file, or at an address, when it reads and decodes all of it. */
export async function probeMovie(source: string): Promise<ProbedMovie> {
  // In the file's own time base: FFmpeg would round to whole pictures, and take two of them for one.
  const decoded = await run('ffmpeg', [
    ...['-v', 'warning', '-i', source, '-enc_time_base:v', '-1', '-f', 'null', '-'],
  ]);
  const shown = 'stream=codec_name,nb_read_packets,start_time,duration:format=duration';
  const probed = await run('ffprobe', [
    ...['-v', 'error', '-count_packets', '-show_entries', shown, '-of', 'json', source],
  ]);
  const { streams, format } = JSON.parse(probed.stdout) as {
    readonly streams: readonly {
      readonly codec_name: string;
      readonly nb_read_packets: string;
      readonly start_time: string;
      readonly duration: string;
    }[];
    readonly format: { readonly duration: string };
  };
  return {
    durationMs: 1000 * Number(format.duration),
    packets: Object.fromEntries(
      streams.map(({ codec_name, nb_read_packets }) => [codec_name, Number(nb_read_packets)]),
    ),
    streams: Object.fromEntries(
      streams.map(({ codec_name, start_time, duration }) => [
        codec_name,
        { startMs: 1000 * Number(start_time), durationMs: 1000 * Number(duration) },
      ]),
    ),
    complaints: decoded.stderr,
  };
}

/** When flashes and beeps of `encodeMedia` begin, seconds: as FFmpeg hears and sees them. */
export async function findFlashes(
  source: string,
): Promise<{ readonly flashes: readonly number[]; readonly beeps: readonly number[] }> {
  const { stderr } = await run('ffmpeg', [
    ...['-hide_banner', '-nostats', '-i', source, '-vf', 'blackdetect=d=0.05:pix_th=0.5'],
    ...['-af', 'silencedetect=n=-30dB:d=0.05', '-f', 'null', '-'],
  ]);
  const timesOf = (pattern: RegExp) =>
    [...stderr.matchAll(pattern)].map(([, time]) => Number(time));
  return { flashes: timesOf(/black_end:([\d.]+)/g), beeps: timesOf(/silence_end: ([\d.]+)/g) };
}
