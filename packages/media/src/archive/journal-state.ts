import type { ChannelSettings } from '@rostrum/contracts';
import type { PartRange, Segment, SegmentHead } from '../package/segment.ts';
import type { ShowSoFar } from '../package/segment-archive.ts';
import { encodeJournalLine, type InitRecord, type JournalLine } from './journal-line.ts';

/** What the lines of a journal add up to. */
export type JournalState = {
  settings: ChannelSettings;
  readonly generation: string;
  readonly kind: 'preview' | 'on-air';
  readonly startedAtMs: number;
  readonly show: ShowSoFar;
  readonly inits: InitRecord[];
  /** Closed and not dropped, by stem, in the order of closing. */
  readonly closed: Map<string, Segment>;
  /** Begun and not closed, by stem. */
  readonly open: Map<string, { readonly head: SegmentHead; readonly parts: PartRange[] }>;
  isTakeRemoved: boolean;
  hasEnded: boolean;
};

/** The state after a journal's first line; null where that line begins nothing. */
export function beginJournalState(line: JournalLine): JournalState | null {
  if (line.type !== 'begin') return null;
  return {
    settings: line.settings,
    generation: line.generation,
    kind: line.kind,
    startedAtMs: line.startedAtMs,
    show: line.show,
    inits: [],
    closed: new Map(),
    open: new Map(),
    isTakeRemoved: false,
    hasEnded: false,
  };
}

/** Brings a line into the state. False: the line does not follow from the ones before it, and was left out. */
export function applyJournalLine(state: JournalState, line: JournalLine): boolean {
  switch (line.type) {
    case 'begin':
      return false;
    case 'settings':
      state.settings = line.settings;
      return true;
    case 'init':
      state.inits.push(line.init);
      return true;
    case 'opened':
      state.open.set(line.head.stem, { head: line.head, parts: [] });
      return true;
    case 'part':
      return applyPart(state, line);
    case 'closed':
      state.open.delete(line.segment.stem);
      state.closed.set(line.segment.stem, line.segment);
      return true;
    case 'dropped':
      state.open.delete(line.stem);
      return state.closed.delete(line.stem);
    case 'take-removed':
      state.isTakeRemoved = true;
      return true;
    case 'ended':
      state.hasEnded = true;
      return true;
  }
}

/** The fewest lines that add up to the state. */
export function* journalLinesOf(state: JournalState): Generator<string> {
  const { settings, generation, kind, startedAtMs, show } = state;
  yield encodeJournalLine({ type: 'begin', settings, generation, kind, startedAtMs, show });
  for (const init of state.inits) yield encodeJournalLine({ type: 'init', init });
  for (const segment of state.closed.values()) yield encodeJournalLine({ type: 'closed', segment });
  for (const { head, parts } of state.open.values()) {
    yield encodeJournalLine({ type: 'opened', head });
    for (const { index, durationMs, isIndependent, sizeBytes } of parts) {
      yield encodeJournalLine({
        type: 'part',
        stem: head.stem,
        index,
        durationMs,
        isIndependent,
        sizeBytes,
      });
    }
  }
  if (state.isTakeRemoved) yield encodeJournalLine({ type: 'take-removed' });
  if (state.hasEnded) yield encodeJournalLine({ type: 'ended' });
}

function applyPart(state: JournalState, line: Extract<JournalLine, { type: 'part' }>): boolean {
  const parts = state.open.get(line.stem)?.parts;
  if (parts === undefined || parts.length !== line.index) return false;
  const last = parts.at(-1);
  parts.push({
    index: line.index,
    durationMs: line.durationMs,
    isIndependent: line.isIndependent,
    offsetBytes: last === undefined ? 0 : last.offsetBytes + last.sizeBytes,
    sizeBytes: line.sizeBytes,
  });
  return true;
}
