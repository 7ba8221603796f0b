/** What a command meets outside: the terminal, the clock, and whoever presses Ctrl-C. */
export type Surroundings = {
  readonly env: Environment;
  /** The folder that relative names begin in. */
  readonly folder: string;
  /** Whether a person reads what is printed, and what is printed to the errors. */
  readonly isTerminal: { readonly out: boolean; readonly errors: boolean };
  /** Width of the terminal, characters. */
  readonly columns: number;
  /** Fires at Ctrl-C. */
  readonly interrupted: AbortSignal;
  nowMs(): number;
  print(text: string): void;
  printError(text: string): void;
  /** To the errors without a line's end: progress, and questions. */
  draw(text: string): void;
  /** A line that somebody types; null where nobody can. */
  ask(question: string): Promise<string | null>;
  /** Everything that is piped in. */
  readInput(): Promise<string>;
};

export type Environment = { readonly [name: string]: string | undefined };
