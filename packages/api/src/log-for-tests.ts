import type { Log } from './ports.ts';

/** Keeps what was logged, so that a test can say what should not have been. */
export class LogForTests implements Log {
  readonly lines: { readonly level: string; readonly message: string; readonly facts: object }[] =
    [];

  error(facts: object, message: string): void {
    this.lines.push({ level: 'error', message, facts });
  }

  warn(facts: object, message: string): void {
    this.lines.push({ level: 'warn', message, facts });
  }

  info(facts: object, message: string): void {
    this.lines.push({ level: 'info', message, facts });
  }

  debug(facts: object, message: string): void {
    this.lines.push({ level: 'debug', message, facts });
  }
}
