import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { BoundedCache } from '../bounded-cache.ts';
import type { DatabaseErrorCode, Statement } from './database.ts';
import type { JobOutcome, WriterReport, WriterRequest } from './sqlite-writer.ts';

/**
 * The one thread that writes. Jobs that came while the disk was busy with the commit before share the next one, so that
 * a hundred callers wait for one fsync; each job has a savepoint of its own, so that one that fails takes no other along.
 */

/** No commit collects jobs for longer than this: the first caller in it is waiting. */
const MAX_COLLECTING_MS = 20;
const MAX_PREPARED = 500;

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread only');
const { path } = workerData as { readonly path: string };
const prepared = new BoundedCache<string, StatementSync>(MAX_PREPARED);
const database = open();
let isClosing = false;

if (database !== null) {
  const writable = database;
  port.on('message', (first: WriterRequest) => {
    if (isClosing) return;
    const outcomes = commitTogether(writable, first);
    if (outcomes.length > 0) report({ type: 'outcomes', outcomes });
    if (isClosing) {
      writable.close();
      port.close();
    }
  });
  report({ type: 'ready' });
}

function open(): DatabaseSync | null {
  try {
    // Another process may hold the file for a moment, also while it is being made.
    const opened = new DatabaseSync(path, { timeout: 5000 });
    opened.exec('PRAGMA journal_mode = WAL');
    // FULL: a commit that was answered survives a power cut, not only a crash of the process.
    opened.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    return opened;
  } catch (error) {
    report({ type: 'refused', message: `Cannot open ${path}: ${String(error)}` });
    return null;
  }
}

function report(message: WriterReport): void {
  port?.postMessage(message);
}

function commitTogether(writable: DatabaseSync, first: WriterRequest): readonly JobOutcome[] {
  const outcomes: JobOutcome[] = [];
  const ids: number[] = [];
  const startedAt = performance.now();
  try {
    writable.exec('BEGIN IMMEDIATE');
    for (
      let request: WriterRequest | null = first;
      request !== null;
      request = nextRequest(startedAt)
    ) {
      if (request.type === 'close') {
        isClosing = true;
        break;
      }
      ids.push(request.id);
      outcomes.push(runJob(writable, request.id, request.statements));
    }
    writable.exec('COMMIT');
    return outcomes;
  } catch (error) {
    if (writable.isTransaction) writable.exec('ROLLBACK');
    if (first.type === 'job' && ids.length === 0) ids.push(first.id);
    if (first.type === 'close') isClosing = true;
    return ids.map((id) => failure(id, error));
  }
}

function nextRequest(startedAt: number): WriterRequest | null {
  if (performance.now() - startedAt > MAX_COLLECTING_MS || port === null) return null;
  return (receiveMessageOnPort(port)?.message as WriterRequest | undefined) ?? null;
}

function runJob(writable: DatabaseSync, id: number, statements: readonly Statement[]): JobOutcome {
  writable.exec('SAVEPOINT job');
  try {
    const changedRows = statements.map((each) => runStatement(writable, each));
    writable.exec('RELEASE job');
    return { id, changedRows };
  } catch (error) {
    // A full disk ends the whole transaction by itself; then there is no savepoint to go back to.
    if (!writable.isTransaction) throw error;
    writable.exec('ROLLBACK TO job');
    writable.exec('RELEASE job');
    return failure(id, error);
  }
}

function runStatement(writable: DatabaseSync, { sql, parameters, mustChange }: Statement): number {
  let query = prepared.get(sql);
  if (query === undefined) {
    query = writable.prepare(sql);
    prepared.set(sql, query);
  }
  const changedRows = Number(query.run(...parameters).changes);
  if (mustChange && changedRows === 0) throw new NothingChanged();
  return changedRows;
}

class NothingChanged extends Error {}

/** SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE. */
const DUPLICATE_ERRCODES = new Set([1555, 2067]);
/** SQLITE_BUSY: another process holds the file. */
const BUSY_ERRCODE = 5;

/** SQLITE_FULL. */
const FULL_ERRCODE = 13;

function failure(id: number, error: unknown): JobOutcome {
  return {
    id,
    code: codeOf(error),
    message: error instanceof Error ? error.message : String(error),
  };
}

function codeOf(error: unknown): DatabaseErrorCode {
  if (error instanceof NothingChanged) return 'conflict';
  const errcode = (error as { readonly errcode?: number }).errcode;
  if (errcode === BUSY_ERRCODE) return 'unavailable';
  if (errcode === FULL_ERRCODE) return 'full';
  return errcode !== undefined && DUPLICATE_ERRCODES.has(errcode) ? 'duplicate' : 'failed';
}
