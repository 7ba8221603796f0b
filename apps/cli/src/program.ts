import type { Environment } from './surroundings.ts';

/** How somebody types this program: npm tells what it was started by. */
export function programOf(env: Environment): string {
  switch (env.npm_lifecycle_event) {
    case 'rostrum':
      return 'npm run rostrum --';
    case 'npx':
      return 'npx rostrum';
    default:
      return 'rostrum';
  }
}

/** `rostrum`, and behind it a command or what stands for one. */
const PROGRAM =
  /(?<!npm run )\brostrum (?=webcasts|recordings|partners|sessions|apply|export|doctor|completion|COMMAND|--help)/g;
const INTO_A_FILE = / >>? \S/;

/** A text in which command lines begin as they are typed here. Where the answer goes into a file, npm is kept silent. */
export function asTyped(text: string, program: string): string {
  return text
    .split('\n')
    .map((line) => {
      const quiet = INTO_A_FILE.test(line) ? program.replace('npm run', 'npm run -s') : program;
      return line.replace(PROGRAM, `${quiet} `);
    })
    .join('\n');
}
