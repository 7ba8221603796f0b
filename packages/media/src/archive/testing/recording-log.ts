import type { MediaLog } from '../../media-log.ts';

export type LogEntry = { readonly level: string; readonly message: string };

/** A log that keeps what it was told. */
export function openRecordingLog(): MediaLog & { readonly entries: readonly LogEntry[] } {
  const entries: LogEntry[] = [];
  const keep = (level: string) => (_fields: Record<string, unknown>, message: string) => {
    entries.push({ level, message });
  };
  return {
    entries,
    debug: keep('debug'),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  };
}
