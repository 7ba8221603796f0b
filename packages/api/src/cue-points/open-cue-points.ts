import type { Services } from '../catalog/services.ts';
import type { Entitlement } from '../entitlement/entitlement.ts';
import type { EntryBook } from '../entries/entry-book.ts';
import type { Clock, Log } from '../ports.ts';
import { CuePointService } from '../services/cue-point/cue-point-service.ts';
import { CuePointsStore } from '../store/cue-point/cue-points-store.ts';
import type { Database } from '../store/database.ts';
import { MetadataStore } from '../store/metadata/metadata-store.ts';
import { ANNOTATION } from './cue-point.ts';
import { CuePointBook } from './cue-point-book.ts';
import { CuePointChanges } from './cue-point-changes.ts';
import { CuePointCopies } from './cue-point-copies.ts';
import { type QuestionListener, QuestionWatch } from './question-watch.ts';

export type OpenCuePoints = {
  readonly services: Pick<Services, 'cuePoint' | 'annotation'>;
  readonly book: CuePointBook;
  readonly changes: CuePointChanges;
  readonly copies: CuePointCopies;
};

/** Moments of entries, and what was written to them. */
export function openCuePoints({
  database,
  book: entries,
  entitlement,
  questions: listener,
  clock,
  log,
}: {
  readonly database: Database;
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly questions: QuestionListener;
  readonly clock: Clock;
  readonly log: Log;
}): OpenCuePoints {
  const store = new CuePointsStore(database);
  const changes = new CuePointChanges(log);
  const metadata = new MetadataStore(database);
  const questions = new QuestionWatch(listener, clock);
  const book = new CuePointBook({
    ...{ store, metadata, entitlement, changes, questions, clock },
    book: entries,
  });
  return {
    services: {
      cuePoint: new CuePointService({ book, store, clock }),
      annotation: new CuePointService({ book, store, clock }, ANNOTATION),
    },
    book,
    changes,
    copies: new CuePointCopies({ store, book, changes, clock }),
  };
}
