import { ascii, concat, fullBox, u8, u32, u64 } from './box-writer.ts';

/** Event message scheme of "Carriage of ID3 Timed Metadata in CMAF" (AOM). */
const ID3_SCHEME = 'https://aomedia.org/emsg/ID3';
const UTF_8 = 3;

export type TimestampEvent = {
  /** Of the track that carries the event, ticks per second. */
  readonly timescale: number;
  /** On the track's timeline, in its time scale. */
  readonly presentationTime: number;
  /** Unique among the events of a track. */
  readonly eventId: number;
  /** The stream clock at that moment, wall-clock ms. */
  readonly timestampMs: number;
  /** The rendition's flavour id, which players report as what was watched. */
  readonly flavorId: number;
};

/** An `emsg` box (version 1) with an ID3 tag that tells the stream clock's time. */
export function writeTimestampEvent(event: TimestampEvent): Uint8Array {
  const text = JSON.stringify({
    timestamp: Math.round(event.timestampMs),
    sequenceId: String(event.flavorId),
  });
  return fullBox(
    'emsg',
    1,
    0,
    u32(event.timescale),
    u64(event.presentationTime),
    // An instant; 0 and not "unknown", so that a player's cue does not stay open.
    u32(0),
    u32(event.eventId),
    ascii(`${ID3_SCHEME}\0\0`),
    writeTextTag(text),
  );
}

/** An ID3v2.4 tag with a single frame of the id `TEXT`. */
export function writeTextTag(text: string): Uint8Array {
  const content = concat([u8(UTF_8), ascii(text)]);
  const frame = concat([ascii('TEXT'), syncSafe(content.byteLength), u8(0, 0), content]);
  return concat([ascii('ID3'), u8(4, 0, 0), syncSafe(frame.byteLength), frame]);
}

/** 28 bits, seven a byte (ID3v2.4, 6.2). */
function syncSafe(value: number): Uint8Array {
  return u8((value >> 21) & 0x7f, (value >> 14) & 0x7f, (value >> 7) & 0x7f, value & 0x7f);
}
