import type { RelayHealth } from '@rostrum/contracts';

export type RelayReading = {
  readonly tone: 'good' | 'warn' | 'plain';
  readonly word: string;
  /** What there is to know or to do; empty where all is well. */
  readonly text: string;
};

/** How a relay does, in words. @param nowMs the server's wall clock */
export function relayReading(relay: RelayHealth, nowMs: number): RelayReading {
  const { state, problem, retryAtMs, droppedFrames } = relay;
  switch (state) {
    case 'publishing': {
      const isLossy = droppedFrames > 0;
      const lost = `${droppedFrames} ${droppedFrames === 1 ? 'picture' : 'pictures'} left out: the way there is slower than your stream.`;
      return { tone: isLossy ? 'warn' : 'good', word: 'Sending', text: isLossy ? lost : '' };
    }
    case 'connecting':
      return { tone: 'plain', word: 'Connecting', text: problem === null ? '' : sentence(problem) };
    case 'waiting': {
      const seconds = Math.max(0, Math.ceil(((retryAtMs ?? nowMs) - nowMs) / 1000));
      const again = seconds === 0 ? 'Trying again now.' : `Trying again in ${seconds} s.`;
      return { tone: 'warn', word: 'Not sent', text: `${sentence(problem ?? '')} ${again}`.trim() };
    }
  }
}

function sentence(problem: string): string {
  if (problem === '') return '';
  const text = problem.charAt(0).toUpperCase() + problem.slice(1);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
