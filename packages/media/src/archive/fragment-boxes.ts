/**
 * Whether bytes are one or more whole CMAF chunks: boxes that follow each other up to the last byte, the last of them
 * an `mdat` that a `moof` came before (ISO 14496-12 clause 4.2).
 */
export function areWholeFragments(bytes: Uint8Array): boolean {
  let hasMovieFragment = false;
  let last = '';
  for (const box of walkBoxes(bytes, 0, bytes.length)) {
    if (box === null) return false;
    if (box.type === 'moof') hasMovieFragment = true;
    last = box.type;
  }
  return hasMovieFragment && last === 'mdat';
}

/**
 * The bytes from the first `moof` to the end of its first sample, as the I-frame playlist names them; null where the
 * fragment does not say where that is.
 */
export function findFirstFrame(
  bytes: Uint8Array,
): { readonly offsetBytes: number; readonly sizeBytes: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const moof = findBox(bytes, 0, bytes.length, 'moof');
  const traf = moof && findBox(bytes, moof.bodyBytes, moof.endBytes, 'traf');
  const tfhd = traf && findBox(bytes, traf.bodyBytes, traf.endBytes, 'tfhd');
  const trun = traf && findBox(bytes, traf.bodyBytes, traf.endBytes, 'trun');
  if (!moof || !tfhd || !trun) return null;
  try {
    const run = readTrackRun(view, trun.bodyBytes);
    const frameBytes = run.firstSizeBytes ?? readDefaultSampleSize(view, tfhd.bodyBytes);
    if (run.dataOffsetBytes === null || frameBytes === null) return null;
    const sizeBytes = run.dataOffsetBytes + frameBytes;
    const isInside = sizeBytes > 0 && moof.startBytes + sizeBytes <= bytes.length;
    return isInside ? { offsetBytes: moof.startBytes, sizeBytes } : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Box = {
  readonly type: string;
  readonly startBytes: number;
  readonly bodyBytes: number;
  readonly endBytes: number;
};

function findBox(bytes: Uint8Array, start: number, end: number, type: string): Box | null {
  for (const box of walkBoxes(bytes, start, end)) {
    if (box === null) return null;
    if (box.type === type) return box;
  }
  return null;
}

/** Each box from start to end; null, and no more, where a box does not fit. */
function* walkBoxes(bytes: Uint8Array, start: number, end: number): Generator<Box | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let position = start;
  while (position < end) {
    if (end - position < 8) return yield null;
    let sizeBytes = view.getUint32(position);
    let headerBytes = 8;
    if (sizeBytes === 1) {
      if (end - position < 16) return yield null;
      sizeBytes = Number(view.getBigUint64(position + 8));
      headerBytes = 16;
    }
    if (sizeBytes < headerBytes || sizeBytes > end - position) return yield null;
    const type = String.fromCharCode(...bytes.subarray(position + 4, position + 8));
    const endBytes = position + sizeBytes;
    yield { type, startBytes: position, bodyBytes: position + headerBytes, endBytes };
    position = endBytes;
  }
}

/** `trun`, ISO 14496-12 clause 8.8.8. */
function readTrackRun(
  view: DataView,
  body: number,
): { readonly dataOffsetBytes: number | null; readonly firstSizeBytes: number | null } {
  const flags = view.getUint32(body) & 0xffffff;
  let position = body + 8;
  let dataOffsetBytes: number | null = null;
  if (flags & 0x1) {
    dataOffsetBytes = view.getInt32(position);
    position += 4;
  }
  if (flags & 0x4) position += 4;
  if (flags & 0x100) position += 4;
  return { dataOffsetBytes, firstSizeBytes: flags & 0x200 ? view.getUint32(position) : null };
}

/** The default sample size in `tfhd`, ISO 14496-12 clause 8.8.7. */
function readDefaultSampleSize(view: DataView, body: number): number | null {
  const flags = view.getUint32(body) & 0xffffff;
  if (!(flags & 0x10)) return null;
  let position = body + 8;
  if (flags & 0x1) position += 8;
  if (flags & 0x2) position += 4;
  if (flags & 0x8) position += 4;
  return view.getUint32(position);
}
