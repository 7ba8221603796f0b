/** Structured log of the media rooms. error: someone must act; warn: recovered; info: once per change of life. */
export interface MediaLog {
  debug(fields: Record<string, unknown>, message: string): void;
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}
