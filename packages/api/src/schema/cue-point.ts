import {
  arrayOf,
  bool,
  enumOf,
  enumType,
  insertOnly,
  int,
  nullableBoolean,
  object,
  objectType,
  property,
  readOnly,
  subtype,
  text,
  time,
  type ValueOf,
} from './kinds.ts';

/** Moments of an entry, and what belongs to them: questions, slides, commands to the page. */

export const CuePointType = enumType('KalturaCuePointType', {
  AD: 'adCuePoint.Ad',
  ANNOTATION: 'annotation.Annotation',
  CODE: 'codeCuePoint.Code',
  EVENT: 'eventCuePoint.Event',
  QUIZ_ANSWER: 'quiz.QUIZ_ANSWER',
  QUIZ_QUESTION: 'quiz.QUIZ_QUESTION',
  SESSION: 'sessionCuePoint.Session',
  THUMB: 'thumbCuePoint.Thumb',
});

export const CuePointStatus = enumType('KalturaCuePointStatus', {
  READY: 1,
  DELETED: 2,
  HANDLED: 3,
  PENDING: 4,
});

export const ThumbCuePointSubType = enumType('KalturaThumbCuePointSubType', {
  SLIDE: 1,
  CHAPTER: 2,
});

export const AdProtocolType = enumType('KalturaAdProtocolType', {
  CUSTOM: '0',
  VAST: '1',
  VAST_2_0: '2',
  VPAID: '3',
});

export const AdType = enumType('KalturaAdType', { VIDEO: '1', OVERLAY: '2' });

export const EventType = enumType('KalturaEventType', {
  BROADCAST_START: '1',
  BROADCAST_END: '2',
});

/** What people write, and what programs keep with it. */
const MAX_TEXT = 16_384;

const endTime = property(int, { about: 'In ms; not before startTime.' });
const readOnlyDuration = readOnly(int, { about: 'From startTime to endTime, in ms.' });

export const CuePoint = objectType(
  'KalturaCuePoint',
  {
    id: readOnly(text),
    intId: readOnly(int, { about: 'Grows with every cue point that is added.' }),
    cuePointType: readOnly(enumOf(CuePointType)),
    status: readOnly(enumOf(CuePointStatus)),
    entryId: insertOnly(text),
    partnerId: readOnly(int),
    createdAt: readOnly(time),
    updatedAt: readOnly(time),
    triggeredAt: property(time, { about: 'When it happened in a live stream.' }),
    tags: property(text, {
      maxLength: 4096,
      about: 'Separated by commas. Kept to the letter: players compare them so.',
    }),
    startTime: property(int, { about: 'In ms; 0 where it is left out.' }),
    userId: property(text, {
      reservedFor: 'permission',
      about: 'Who wrote it: the session’s user. Others’ are shown to those who run the entry.',
    }),
    partnerData: property(text, { maxLength: MAX_TEXT }),
    partnerSortValue: property(int),
    forceStop: property(nullableBoolean),
    thumbOffset: property(int),
    systemName: property(text, { maxLength: 120, about: 'Unique among those of the entry.' }),
    isMomentary: readOnly(bool, { about: 'Whether it has no length.' }),
    copiedFrom: readOnly(text),
  },
  { isAbstract: true, about: 'A moment of an entry.' },
);

export const Annotation = subtype(
  CuePoint,
  'KalturaAnnotation',
  {
    parentId: insertOnly(text, { about: 'The annotation of the same entry that it answers.' }),
    text: property(text, { maxLength: MAX_TEXT }),
    endTime,
    duration: readOnlyDuration,
    depth: readOnly(int, { about: 'How many it answers: 0 for the first of a thread.' }),
    childrenCount: readOnly(int, { about: 'Answers, and answers to them, that the session sees.' }),
    directChildrenCount: readOnly(int, { about: 'Answers that the session sees.' }),
    isPublic: property(nullableBoolean, {
      about: 'Opens it to other viewers, unless it is a question or belongs to one.',
    }),
    searchableOnEntry: property(nullableBoolean),
    originalCuePointCreateAt: property(time),
  },
  { about: 'What somebody has written: a question, an answer, an announcement, a note.' },
);

export const ThumbCuePoint = subtype(
  CuePoint,
  'KalturaThumbCuePoint',
  {
    assetId: property(text, { maxLength: 120, about: 'The picture.' }),
    description: property(text, { maxLength: MAX_TEXT }),
    title: property(text, { maxLength: 1024 }),
    subType: property(enumOf(ThumbCuePointSubType)),
  },
  { about: 'A slide or a chapter. A slide without a picture waits for it (PENDING).' },
);

export const CodeCuePoint = subtype(
  CuePoint,
  'KalturaCodeCuePoint',
  {
    code: property(text, { maxLength: MAX_TEXT }),
    description: property(text, { maxLength: MAX_TEXT }),
    endTime,
    duration: readOnlyDuration,
  },
  { about: 'What a program tells the page: polls, views, settings of questions.' },
);

export const AdCuePoint = subtype(CuePoint, 'KalturaAdCuePoint', {
  protocolType: insertOnly(enumOf(AdProtocolType)),
  sourceUrl: property(text, { maxLength: 4096 }),
  adType: property(enumOf(AdType)),
  title: property(text, { maxLength: 1024 }),
  endTime,
  duration: property(int, { about: 'In ms; says endTime where that is left out.' }),
});

export const EventCuePoint = subtype(CuePoint, 'KalturaEventCuePoint', {
  eventType: property(enumOf(EventType)),
});

export const SessionCuePoint = subtype(CuePoint, 'KalturaSessionCuePoint', {
  name: property(text, { maxLength: 1024 }),
  endTime,
  duration: readOnlyDuration,
  sessionOwner: property(text, { maxLength: 256 }),
});

export const CuePointListResponse = objectType('KalturaCuePointListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(CuePoint)),
});

export const AnnotationListResponse = objectType('KalturaAnnotationListResponse', {
  totalCount: readOnly(int),
  objects: readOnly(arrayOf(Annotation)),
});

const annotationKind = object(Annotation);
const thumbKind = object(ThumbCuePoint);
const codeKind = object(CodeCuePoint);
const adKind = object(AdCuePoint);
const eventKind = object(EventCuePoint);
const sessionKind = object(SessionCuePoint);

/** The properties of cue points of every type. */
export type CuePointValue = ValueOf<typeof annotationKind> &
  ValueOf<typeof thumbKind> &
  ValueOf<typeof codeKind> &
  ValueOf<typeof adKind> &
  ValueOf<typeof eventKind> &
  ValueOf<typeof sessionKind>;
