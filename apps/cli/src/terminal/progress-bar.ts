import type { Surroundings } from '../surroundings.ts';
import { bytesText, lengthText } from './amounts.ts';

export type Progress = {
  readonly doneBytes: number;
  /** Null where nobody knows. */
  readonly totalBytes: number | null;
};

/** How often it is drawn anew: often enough to look alive. */
const REDRAW_MS = 100;

const CLEAR_LINE = '\r\u001b[K';

/** A line on the terminal that says how much is done, how fast, and how long it will take. */
export function progressBar(around: Pick<Surroundings, 'columns' | 'draw' | 'nowMs'>): {
  show(progress: Progress): void;
  clear(): void;
} {
  let first: { readonly atMs: number; readonly doneBytes: number } | null = null;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  return {
    show({ doneBytes, totalBytes }) {
      const nowMs = around.nowMs();
      first ??= { atMs: nowMs, doneBytes };
      if (nowMs - drawnAtMs < REDRAW_MS && doneBytes !== totalBytes) return;
      drawnAtMs = nowMs;
      const seconds = (nowMs - first.atMs) / 1000;
      const bytesPerSecond = seconds > 0.5 ? (doneBytes - first.doneBytes) / seconds : 0;
      around.draw(
        CLEAR_LINE + progressLine({ doneBytes, totalBytes }, bytesPerSecond, around.columns),
      );
    },
    clear() {
      if (first !== null) around.draw(CLEAR_LINE);
    },
  };
}

/** @param bytesPerSecond 0 where it is not known yet */
export function progressLine(
  { doneBytes, totalBytes }: Progress,
  bytesPerSecond: number,
  columns: number,
): string {
  const speed = bytesPerSecond > 0 ? `  ${bytesText(bytesPerSecond)}/s` : '';
  if (totalBytes === null || totalBytes === 0) return `${bytesText(doneBytes)}${speed}`;
  const share = Math.min(1, doneBytes / totalBytes);
  const left =
    bytesPerSecond > 0
      ? `  ${lengthText((1000 * (totalBytes - doneBytes)) / bytesPerSecond)} left`
      : '';
  const words = `${String(Math.floor(share * 100)).padStart(3)} %  ${bytesText(doneBytes)} of ${bytesText(totalBytes)}${speed}${left}`;
  const room = Math.min(30, columns - words.length - 4);
  if (room < 5) return words.slice(0, Math.max(0, columns - 1));
  const filled = Math.round(share * room);
  return `${'█'.repeat(filled)}${'░'.repeat(room - filled)}  ${words}`;
}
