import { AD, ANNOTATION, CODE, type CuePoint, type CuePointKind, THUMB } from './cue-point.ts';

/** What a record of the profile Kaltura-QnA says about an annotation. */
export type QuestionFacts = {
  readonly type: string;
  /** Empty where it names nobody. */
  readonly threadCreatorId: string;
};

export type AudienceQuestion = {
  readonly kind: CuePointKind;
  readonly properties: CuePoint['properties'];
  readonly authorId: string;
  /** Who writes it now may add what everybody reads. */
  readonly isByStaff: boolean;
  /** On a webcast people ask; on a video they comment. */
  readonly isOnWebcast: boolean;
  readonly facts: QuestionFacts | null;
  /** What it answers. */
  readonly parent: (Audience & Pick<CuePoint, 'userId'>) | null;
  /** As it was; null for what is new. */
  readonly before: Audience | null;
};

export type Audience = Pick<CuePoint, 'isOpen' | 'threadUserId'>;

/** What is for everybody, where those who run the entry have recorded it so. */
const PUBLIC_TYPES: readonly string[] = ['Announcement', 'AnswerOnAir'];
const PRIVATE_TYPES: readonly string[] = ['Question', 'Answer'];

/** Their content is what viewers are to see. */
const OPEN_KINDS: readonly CuePointKind[] = [THUMB, CODE, AD];

/**
 * Who may read a cue point besides its author and those who run the entry. A question is private whatever `isPublic`
 * says, from its first moment on: before its record and its tag have arrived, too. What once belonged to somebody's
 * conversation stays in it until those who run the entry record it as an announcement or as an answer on air.
 */
export function audienceOf(question: AudienceQuestion): Audience {
  const { kind, authorId, isByStaff, facts, parent, before } = question;
  if (kind !== ANNOTATION) return { isOpen: OPEN_KINDS.includes(kind), threadUserId: null };
  if (isByStaff && facts !== null && PUBLIC_TYPES.includes(facts.type)) return EVERYBODY;
  const inherited = threadOf(parent) ?? before?.threadUserId ?? null;
  if (inherited !== null) return { isOpen: false, threadUserId: inherited };
  if (facts !== null && PRIVATE_TYPES.includes(facts.type)) {
    const named = isByStaff ? facts.threadCreatorId : '';
    return { isOpen: false, threadUserId: named || authorId };
  }
  if (isByStaff) return { isOpen: isOpenByStaff(question), threadUserId: null };
  if (question.isOnWebcast || tagsOf(question.properties).includes('qna')) {
    return { isOpen: false, threadUserId: authorId };
  }
  return isComment(question) ? EVERYBODY : { isOpen: false, threadUserId: null };
}

/** What answers something that is not for everybody belongs to whoever wrote that. */
function threadOf(parent: AudienceQuestion['parent']): string | null {
  if (parent === null || parent.isOpen) return null;
  return parent.threadUserId ?? parent.userId;
}

const EVERYBODY: Audience = { isOpen: true, threadUserId: null };

/**
 * Answers get their record and then their tag: on a webcast, what has neither may still become a private answer. A tag
 * of its own says that it is something else.
 */
function isOpenByStaff({ properties, isOnWebcast, parent }: AudienceQuestion): boolean {
  if (properties.isPublic !== true) return false;
  const tags = tagsOf(properties);
  if (tags.includes('qna')) return false;
  return !isOnWebcast || (parent === null && tags.length > 0);
}

/** What a viewer of a video has written for others to read. */
function isComment({ properties }: AudienceQuestion): boolean {
  return properties.isPublic === true && properties.searchableOnEntry !== false;
}

export function tagsOf({ tags }: CuePoint['properties']): readonly string[] {
  return (tags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
