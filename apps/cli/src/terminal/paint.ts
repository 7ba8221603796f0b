import type { Environment } from '../surroundings.ts';

export type Colour = 'green' | 'red' | 'yellow' | 'dim' | 'bold';

/** Gives words a colour, or leaves them as they are. */
export type Paint = (colour: Colour, text: string) => string;

const CODES: Readonly<Record<Colour, readonly [on: number, off: number]>> = {
  green: [32, 39],
  red: [31, 39],
  yellow: [33, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** Colours where a terminal shows them and nobody has said no (https://no-color.org). */
export function paintFor(isTerminal: boolean, env: Environment): Paint {
  const isWanted = isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
  if (!isWanted) return (_, text) => text;
  return (colour, text) => {
    const [on, off] = CODES[colour];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
