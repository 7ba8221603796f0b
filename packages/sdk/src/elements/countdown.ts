export type Countdown = {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
};

const DAY_S = 86_400;

/** What is left until a moment, in whole seconds rounded up (so that 0 means now); null from the moment on. */
export function countdownOf(remainingMs: number): Countdown | null {
  if (remainingMs <= 0) return null;
  const leftS = Math.ceil(remainingMs / 1_000);
  return {
    days: Math.floor(leftS / DAY_S),
    hours: Math.floor((leftS % DAY_S) / 3_600),
    minutes: Math.floor((leftS % 3_600) / 60),
    seconds: leftS % 60,
  };
}

/** How long until the shown number changes, ms: the next tick belongs there, not every second from now. */
export function msToNextSecond(remainingMs: number): number {
  const rest = remainingMs % 1_000;
  return rest > 0 ? rest : rest + 1_000;
}
