import assert from 'node:assert/strict';

export type ReadSample = {
  readonly durationTicks: number;
  readonly isKey: boolean;
  readonly compositionOffset: number;
  readonly data: Uint8Array;
};

export type ReadFragment = {
  readonly decodeTime: number;
  readonly sequenceNumber: number;
  /** The message data of the `emsg` box before the fragment, as text; null where there is none. */
  readonly event: string | null;
  readonly samples: readonly ReadSample[];
};

type ReadBox = { readonly type: string; readonly start: number; readonly end: number };

/** Reads boxes one after the other; they have to fill the range. */
export function readBoxes(bytes: Uint8Array, from = 0, to = bytes.byteLength): readonly ReadBox[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: ReadBox[] = [];
  let at = from;
  while (at < to) {
    const size = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    assert.ok(size >= 8 && at + size <= to, `${type} of ${size} bytes at ${at} fits`);
    boxes.push({ type, start: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}

/** Reads a part back, by the boxes' own words (ISO/IEC 14496-12). */
export function readFragment(bytes: Uint8Array): ReadFragment {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const top = readBoxes(bytes);
  const [moof, mdat] = top.slice(-2);
  assert.deepEqual(
    top.map((box) => box.type),
    top.length === 3 ? ['emsg', 'moof', 'mdat'] : ['moof', 'mdat'],
  );
  assert.ok(moof !== undefined && mdat !== undefined);
  const [mfhd, traf] = readBoxes(bytes, moof.start, moof.end);
  assert.ok(mfhd?.type === 'mfhd' && traf?.type === 'traf');
  const [tfhd, tfdt, trun] = readBoxes(bytes, traf.start, traf.end);
  assert.ok(tfhd?.type === 'tfhd' && tfdt?.type === 'tfdt' && trun?.type === 'trun');

  const tfhdFlags = view.getUint32(tfhd.start) & 0xffffff;
  let at = tfhd.start + 8;
  const next = () => {
    at += 4;
    return view.getUint32(at - 4);
  };
  const defaultDuration = tfhdFlags & 0x08 ? next() : 0;
  const defaultFlags = tfhdFlags & 0x20 ? next() : 0;

  assert.equal(view.getUint8(tfdt.start), 1);
  const decodeTime = Number(view.getBigUint64(tfdt.start + 4));

  const trunFlags = view.getUint32(trun.start) & 0xffffff;
  at = trun.start + 4;
  const count = next();
  let dataAt = moof.start - 8 + next();
  assert.equal(dataAt, mdat.start);
  const samples: ReadSample[] = [];
  for (let index = 0; index < count; index++) {
    const durationTicks = trunFlags & 0x100 ? next() : defaultDuration;
    const size = next();
    const flags = trunFlags & 0x400 ? next() : defaultFlags;
    const compositionOffset = trunFlags & 0x800 ? next() | 0 : 0;
    const data = bytes.subarray(dataAt, dataAt + size);
    dataAt += size;
    samples.push({ durationTicks, isKey: (flags & 0x10000) === 0, compositionOffset, data });
  }
  assert.equal(at, trun.end);
  assert.equal(dataAt, mdat.end);
  return {
    decodeTime,
    sequenceNumber: view.getUint32(mfhd.start + 4),
    event: top.length === 3 ? readEvent(bytes, top[0]) : null,
    samples,
  };
}

function readEvent(bytes: Uint8Array, box: ReadBox | undefined): string {
  return Buffer.from(bytes.subarray(box?.start, box?.end)).toString('latin1');
}
