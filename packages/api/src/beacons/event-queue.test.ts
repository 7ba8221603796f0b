import { describe, expect, it } from 'vitest';
import { LogForTests } from '../log-for-tests.ts';
import { DatabaseError } from '../store/database.ts';
import { EventQueue } from './event-queue.ts';
import type { PlayerEvent } from './player-event.ts';

/** A store that does what the test says, and remembers what it was given. */
class StoreForTests {
  readonly batches: (number | null)[][] = [];
  /** What the next writes come to; after that they succeed. */
  readonly failures: Error[] = [];
  /** Writes wait for it. */
  gate: Promise<void> = Promise.resolve();
  running = 0;
  mostRunning = 0;

  async insert(events: readonly PlayerEvent[]): Promise<void> {
    this.running++;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    await this.gate;
    this.running--;
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    this.batches.push(events.map(({ eventIndex }) => eventIndex));
  }
}

const event = (eventIndex: number): PlayerEvent => ({
  ...{ entryId: '0_ab12cd34', partnerId: 100, atMs: 1, eventType: 99, eventIndex },
  ...{ sessionId: 's', userId: '', playbackType: null, positionS: null, fields: {} },
});

function open(store = new StoreForTests()) {
  const log = new LogForTests();
  const queue = new EventQueue({ store, log, retryMs: 1 });
  const add = (from: number, count: number) => {
    for (let n = 0; n < count; n++) queue.add(event(from + n));
  };
  return { store, log, queue, add };
}

const UNAVAILABLE = new DatabaseError('unavailable', 'the disk stalls');
const REFUSED = new DatabaseError('failed', 'deadlock');

describe('event queue', () => {
  it('writes in batches, in order, one at a time, without being asked', async () => {
    const { store, queue, add } = open();
    add(0, 600);
    await queue.flush();
    expect(store.batches.map(({ length }) => length)).toEqual([250, 250, 100]);
    expect(store.batches.flat()).toEqual(Array.from({ length: 600 }, (_, n) => n));
    expect(store.mostRunning).toBe(1);
    expect(queue.size).toBe(0);
  });

  it('drops what does not fit, and says how much that was', async () => {
    const store = new StoreForTests();
    let release = () => {};
    store.gate = new Promise((resolve) => {
      release = resolve;
    });
    const { log, queue, add } = open(store);
    add(0, 20_007);
    expect(queue.size).toBe(20_000);
    release();
    await queue.flush();
    expect(store.batches.flat()).toHaveLength(20_000);
    expect(log.lines).toEqual([
      {
        level: 'warn',
        message: 'what players told could not all be written',
        facts: { dropped: 7 },
      },
    ]);
  });

  it('loses nothing while the database is away', async () => {
    const { store, log, queue, add } = open();
    store.failures.push(UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE, UNAVAILABLE);
    add(0, 3);
    await queue.flush();
    expect(store.batches).toEqual([[0, 1, 2]]);
    expect(log.lines.map(({ message }) => message)).toEqual([
      'what players told waits for the database',
    ]);
  });

  it('gives a batch up that is refused again and again, and goes on with the next', async () => {
    const { store, log, queue, add } = open();
    store.failures.push(REFUSED, REFUSED, REFUSED);
    add(0, 260);
    await queue.flush();
    expect(store.batches).toEqual([Array.from({ length: 10 }, (_, n) => 250 + n)]);
    expect(log.lines.at(-1)?.facts).toEqual({ dropped: 250 });
  });

  it('writes what waits when it is closed, and takes nothing any more', async () => {
    const { store, queue, add } = open();
    add(0, 2);
    await queue.close();
    add(2, 1);
    await queue.flush();
    expect(store.batches).toEqual([[0, 1]]);
  });

  it('does not wait for a database that is away when it is closed', async () => {
    const { store, log, queue, add } = open();
    store.failures.push(UNAVAILABLE);
    add(0, 2);
    await queue.close();
    expect(store.batches).toEqual([]);
    expect(log.lines.at(-1)?.facts).toEqual({ dropped: 2 });
  });
});
