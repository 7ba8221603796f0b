import type { Command } from '../command.ts';
import type { Finding } from '../doctor/finding.ts';
import { wholeNumber } from '../options.ts';
import { type Colour, type Paint, paintFor } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';

const DEFAULT_STREAMS = 10;

const SIGNS: Readonly<Record<Finding['verdict'], readonly [sign: string, colour: Colour]>> = {
  fine: ['✓', 'green'],
  warning: ['!', 'yellow'],
  fault: ['✗', 'red'],
};

export const doctor: Command = {
  name: 'doctor',
  words: [],
  flags: ['quick', 'streams'],
  usage: 'doctor [--streams N] [--quick]',
  about:
    'looks for what a server on this machine lacks, with advice; needs neither a server nor a secret',
  details: `  --streams N         how many streams at once the disk should carry, at 6 Mbit/s each; default: ${DEFAULT_STREAMS}
  --quick             without measuring the disk (which writes 32 MiB into the data folder, and removes it)

  ✓ is well, ! works but look at it, ✗ does not work like this. Exit code 1 where there is a ✗.
  Run it in the folder that the server is started in, as the user that it runs as, with its environment.`,
  examples: [
    ['doctor', 'before the first start, and when something is wrong'],
    ['doctor --streams 50 --json', 'in a script that sets machines up'],
  ],
  async run({ flags, around }) {
    // Only here: what asks databases and buckets takes longer to load than all other commands together.
    const { examine } = await import('../doctor/examine.ts');
    const findings = await examine(
      {
        ...(flags['data-dir'] === undefined ? {} : { dataDir: flags['data-dir'] }),
        streams:
          flags.streams === undefined ? DEFAULT_STREAMS : wholeNumber('--streams', flags.streams),
        isQuick: flags.quick === true,
      },
      around,
    );
    const paint = paintFor(around.isTerminal.out, around.env);
    const isBad = findings.some(({ verdict }) => verdict === 'fault');
    return {
      json: { isWell: !isBad, findings },
      text: [...findings.flatMap((finding) => lines(finding, paint)), '', summary(findings)].join(
        '\n',
      ),
      isBad,
    };
  },
};

function lines({ check, verdict, text, advice }: Finding, paint: Paint): string[] {
  const [sign, colour] = SIGNS[verdict];
  const [first = '', ...rest] = text.split('\n').map(printable);
  return [
    `${paint(colour, sign)} ${paint('bold', check)}: ${first}`,
    ...rest.map((line) => `  ${line}`),
    ...(advice === undefined ? [] : [`  ${paint('dim', `→ ${advice}`)}`]),
  ];
}

function summary(findings: readonly Finding[]): string {
  const faults = findings.filter(({ verdict }) => verdict === 'fault').length;
  const warnings = findings.filter(({ verdict }) => verdict === 'warning').length;
  if (faults > 0)
    return `${faults} to be put right${warnings > 0 ? `, ${warnings} to look at` : ''}.`;
  return warnings > 0 ? `It works; ${warnings} to look at.` : 'All is well.';
}
