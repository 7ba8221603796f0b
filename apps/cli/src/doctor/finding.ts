/** One thing that was looked at. */
export type Finding = {
  /** What was looked at: `port 8080`, `FFmpeg`. */
  readonly check: string;
  /** `warning`: it works, and something is missing or near its end; `fault`: it does not work like this. */
  readonly verdict: 'fine' | 'warning' | 'fault';
  readonly text: string;
  /** What to do about it; absent where there is nothing to do. */
  readonly advice?: string;
};

export function fine(check: string, text: string): Finding {
  return { check, verdict: 'fine', text };
}

export function warning(check: string, text: string, advice: string): Finding {
  return { check, verdict: 'warning', text, advice };
}

export function fault(check: string, text: string, advice: string): Finding {
  return { check, verdict: 'fault', text, advice };
}
