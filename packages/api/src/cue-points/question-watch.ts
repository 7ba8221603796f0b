import type { Entry } from '../entries/entry.ts';
import type { Clock } from '../ports.ts';
import type { Statement } from '../store/database.ts';
import { tagsOf } from './audience.ts';
import { ANNOTATION, type CuePoint } from './cue-point.ts';
import { questionFactsOf } from './question-facts.ts';

/** Who is told of questions, in the job that makes one complete. */
export interface QuestionListener {
  questionAsked(question: {
    readonly partnerId: number;
    readonly webcastId: string;
    readonly questionId: string;
    readonly text: string;
    /** Empty for viewers without a name. */
    readonly userId: string;
    readonly askedAtMs: number;
  }): readonly Statement[];
  /** What was given to a job is stored. */
  wake(): void;
}

/** A change of a cue point or of what is recorded about it. */
export type CuePointWrite = {
  readonly entry: Entry;
  readonly before: CuePoint;
  readonly after: CuePoint;
  /** The records about it before, and as they are written. */
  readonly records: { readonly before: readonly string[]; readonly after: readonly string[] };
};

/**
 * Sees when an annotation becomes a question. Clients write it in steps: the annotation, the record that says that it is
 * one, and the tag; the last of them completes it.
 */
export class QuestionWatch {
  readonly #listener: QuestionListener;
  readonly #clock: Clock;

  constructor(listener: QuestionListener, clock: Clock) {
    this.#listener = listener;
    this.#clock = clock;
  }

  /** For the job that writes it. */
  statements({ entry, before, after, records }: CuePointWrite): readonly Statement[] {
    if (entry.kind !== 'webcast') return [];
    if (!isQuestion(after, records.after) || isQuestion(before, records.before)) return [];
    return this.#listener.questionAsked({
      partnerId: after.partnerId,
      webcastId: after.entryId,
      questionId: after.id,
      text: after.properties.text ?? '',
      userId: after.userId,
      askedAtMs: this.#clock.nowMs(),
    });
  }

  /** The job is done. */
  stored(statements: readonly Statement[]): void {
    if (statements.length > 0) this.#listener.wake();
  }
}

/** The tag of questions and what answers them. */
const QUESTIONS_TAG = 'qna';

function isQuestion({ type, properties }: CuePoint, records: readonly string[]): boolean {
  return (
    type === ANNOTATION &&
    tagsOf(properties).includes(QUESTIONS_TAG) &&
    questionFactsOf(records)?.type === 'Question'
  );
}
