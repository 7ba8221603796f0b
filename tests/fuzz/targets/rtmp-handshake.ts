import assert from 'node:assert/strict';
import {
  HANDSHAKE_BYTES,
  RtmpServerHandshake,
  writeClientHello,
} from '../../../packages/media/src/rtmp/rtmp-handshake.ts';
import type { FuzzTarget } from '../target.ts';

const target: FuzzTarget = {
  name: 'rtmp-handshake',
  seeds: () =>
    (['simple', 'digest-early', 'digest-late'] as const).map((kind) =>
      Buffer.concat([writeClientHello(kind), Buffer.alloc(HANDSHAKE_BYTES + 20, 7)]),
    ),
  run(bytes) {
    let sentBytes = 0;
    const handshake = new RtmpServerHandshake((answer) => {
      sentBytes += answer.length;
    });
    // In two pieces, cut where the input says.
    const cut = (bytes[1] ?? 0) * 13;
    let usedBytes = 0;
    for (const piece of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
      if (handshake.isDone) break;
      const used = handshake.push(piece);
      if (used === null) return;
      assert.ok(used <= piece.length);
      usedBytes += used;
    }
    assert.equal(sentBytes, usedBytes > HANDSHAKE_BYTES ? 1 + 2 * HANDSHAKE_BYTES : 0);
    assert.equal(handshake.isDone, usedBytes === 1 + 2 * HANDSHAKE_BYTES);
  },
};

export default target;
