import { MediaReply, type RestOfBody, textReply } from './media-reply.ts';

/** First and last byte, both included, as in a Content-Range. */
export type ByteRange = { readonly first: number; readonly last: number };

const SINGLE_RANGE = /^bytes=[ \t]*(?:(\d{1,15})-(\d{0,15})|-(\d{1,15}))[ \t]*$/i;

/**
 * The one range that a Range field asks for of so many bytes. `whole` where the field is absent, or asks for something
 * that a server may leave aside: other units, several ranges (RFC 9110 clause 14.2).
 */
export function readByteRange(
  field: string | null,
  sizeBytes: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const match = field === null ? null : SINGLE_RANGE.exec(field);
  if (match === null) return 'whole';
  const [, first = '', last = '', suffix] = match;
  if (suffix !== undefined) {
    const length = Math.min(Number(suffix), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { first: sizeBytes - length, last: sizeBytes - 1 };
  }
  if (last !== '' && Number(last) < Number(first)) return 'whole';
  if (Number(first) >= sizeBytes) return 'unsatisfiable';
  return {
    first: Number(first),
    last: last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1),
  };
}

/** The part of a whole (200) reply that a Range field asks for. */
export function applyByteRange(reply: MediaReply, field: string | null): MediaReply {
  if (field === null) return reply;
  const range = readByteRange(field, reply.sizeBytes);
  if (range === 'whole') return reply;
  if (range === 'unsatisfiable') return unsatisfiableReply(reply.sizeBytes);
  return partialReply(reply, range, reply.sizeBytes, sliceBuffers(reply.body, range));
}

/** A 206 with the fields of the whole and the bytes of a range of it. */
export function partialReply(
  whole: Pick<MediaReply, 'fields'>,
  { first, last }: ByteRange,
  wholeBytes: number,
  body: readonly Uint8Array[],
  rest: RestOfBody | null = null,
): MediaReply {
  const contentRange = ['content-range', `bytes ${first}-${last}/${wholeBytes}`] as const;
  return new MediaReply(206, [...whole.fields, contentRange], body, rest);
}

export function unsatisfiableReply(wholeBytes: number): MediaReply {
  return textReply(416, `There are ${wholeBytes} bytes: ask for some of them.`, [
    ['content-range', `bytes */${wholeBytes}`],
  ]);
}

function sliceBuffers(buffers: readonly Uint8Array[], { first, last }: ByteRange): Uint8Array[] {
  const slices: Uint8Array[] = [];
  let start = 0;
  for (const buffer of buffers) {
    const from = Math.max(first - start, 0);
    const to = Math.min(last + 1 - start, buffer.length);
    if (from < to) slices.push(buffer.subarray(from, to));
    start += buffer.length;
  }
  return slices;
}
