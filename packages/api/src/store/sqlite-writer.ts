import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { DatabaseError, type DatabaseErrorCode, type Statement } from './database.ts';

/** From here to the writer thread. */
export type WriterRequest =
  | { readonly type: 'job'; readonly id: number; readonly statements: readonly Statement[] }
  | { readonly type: 'close' };

export type JobOutcome =
  | { readonly id: number; readonly changedRows: readonly number[] }
  | { readonly id: number; readonly code: DatabaseErrorCode; readonly message: string };

/** From the writer thread: ready, or what became of the jobs of one commit. */
export type WriterReport =
  | { readonly type: 'ready' }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'outcomes'; readonly outcomes: readonly JobOutcome[] };

/** A disk that stalls must not fill the memory: what comes after this many waiting jobs is refused at once. */
const MAX_WAITING_JOBS = 20_000;

type Waiting = {
  readonly resolve: (changedRows: readonly number[]) => void;
  readonly reject: (error: DatabaseError) => void;
};

/** The caller's side of the writer thread. A thread that dies fails the jobs it had and is started again by the next. */
export class SqliteWriter {
  readonly #path: string;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 1;
  #isClosed = false;

  private constructor(path: string) {
    this.#path = path;
  }

  static async open(path: string): Promise<SqliteWriter> {
    const writer = new SqliteWriter(path);
    const worker = writer.#start();
    const [report] = (await once(worker, 'message')) as [WriterReport];
    if (report.type === 'ready') return writer;
    await worker.terminate();
    throw new DatabaseError(
      'unavailable',
      report.type === 'refused' ? report.message : `Cannot open ${path}`,
    );
  }

  write(statements: readonly Statement[]): Promise<readonly number[]> {
    if (this.#isClosed)
      return Promise.reject(new DatabaseError('unavailable', 'The database is closed'));
    if (this.#waiting.size >= MAX_WAITING_JOBS) {
      return Promise.reject(
        new DatabaseError(
          'unavailable',
          `More than ${MAX_WAITING_JOBS} writes are waiting for the disk`,
        ),
      );
    }
    const worker = this.#worker ?? this.#start();
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ type: 'job', id, statements } satisfies WriterRequest);
    });
  }

  /** Resolves once everything that was accepted is on disk. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const worker = this.#worker;
    if (worker === null) return;
    const exited = once(worker, 'exit');
    worker.postMessage({ type: 'close' } satisfies WriterRequest);
    await exited;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./sqlite-writer-thread.ts', import.meta.url), {
      workerData: { path: this.#path },
    });
    worker.on('message', (report: WriterReport) => {
      if (report.type === 'outcomes') for (const outcome of report.outcomes) this.#settle(outcome);
    });
    worker.on('error', (error) => this.#lose(worker, String(error)));
    worker.on('exit', () => this.#lose(worker, 'the writer thread ended'));
    this.#worker = worker;
    return worker;
  }

  #settle(outcome: JobOutcome): void {
    const waiting = this.#waiting.get(outcome.id);
    this.#waiting.delete(outcome.id);
    if ('code' in outcome) waiting?.reject(new DatabaseError(outcome.code, outcome.message));
    else waiting?.resolve(outcome.changedRows);
  }

  #lose(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) {
      reject(new DatabaseError('unavailable', `A write was lost: ${reason}`));
    }
  }
}
