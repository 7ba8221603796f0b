import { encoderSoftwareOf } from './encoder-software.ts';
import type { EncoderTrack } from './encoder-track.ts';
import { GOOD, MEASURING, NO_VALUE, type Reading, type Verdict, warning } from './reading.ts';

/** Bits for one pixel of one frame. Below the first, H.264 of moving people shows blocks; the second is comfortable. */
const POOR_BITS_A_PIXEL = 0.03;
const WANTED_BITS_A_PIXEL = 0.07;

/** Every viewer gets what the encoder sends: many lines and most mobile networks do not carry more for an hour. */
const HIGH_BITS_PER_SECOND = 10_000_000;

/** A number that can be read is the average of six seconds: a key frame is ten times as large as other frames. */
const SHOWN_SAMPLES = 3;

export function bitrateReading({ newest, points }: EncoderTrack): Reading {
  const shown = points.slice(-SHOWN_SAMPLES).map(({ encoder }) => encoder.bitsPerSecond);
  const bitsPerSecond = shown.reduce((sum, bits) => sum + bits, 0) / Math.max(1, shown.length);
  // The first sample covers the time before the first frame too.
  const isMeasured = points.length > 1;
  const isMegabits = bitsPerSecond >= 1_000_000;
  const value = isMegabits
    ? (bitsPerSecond / 1_000_000).toFixed(1)
    : (bitsPerSecond / 1_000).toFixed(0);
  return {
    name: 'bitrate',
    label: 'Bitrate',
    value: isMeasured ? value : NO_VALUE,
    unit: isMegabits || !isMeasured ? 'Mbit/s' : 'kbit/s',
    verdict: isMeasured ? judgeBitrate(bitsPerSecond, newest) : MEASURING,
    line: points.map(({ atMs, encoder }) => ({ atMs, value: encoder.bitsPerSecond })),
    lineSpan: bitsPerSecond / 2,
  };
}

function judgeBitrate(bitsPerSecond: number, { video, software }: EncoderTrack['newest']): Verdict {
  const where =
    encoderSoftwareOf(software).kind === 'obs'
      ? 'In OBS: Settings, Output, Video Bitrate'
      : 'In your encoder: the bitrate of the video';
  if (bitsPerSecond > HIGH_BITS_PER_SECOND) {
    return warning('High', {
      title: `${megabits(bitsPerSecond)} Mbit/s is a lot.`,
      text: `Every viewer gets what your encoder sends: on slower lines the picture stops. ${where}: 4 to 6 Mbit/s is enough for 1080p.`,
    });
  }
  if (video === null) return GOOD;
  const pixelsPerSecond = video.widthPx * video.heightPx * Math.max(1, video.framesPerSecond);
  if (video.bitsPerSecond < pixelsPerSecond * POOR_BITS_A_PIXEL) {
    const wanted = megabits(pixelsPerSecond * WANTED_BITS_A_PIXEL);
    return warning('Low', {
      title: `${megabits(video.bitsPerSecond)} Mbit/s is little for ${video.heightPx}p.`,
      text: `Slides stay sharp, people who move show blocks. ${where}: about ${wanted} Mbit/s, or send a smaller picture.`,
    });
  }
  return GOOD;
}

function megabits(bitsPerSecond: number): string {
  return (bitsPerSecond / 1_000_000).toFixed(1);
}
