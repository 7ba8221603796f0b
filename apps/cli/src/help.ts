import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

const CONNECTION = `Where the server is, and who asks:
  --url ADDRESS       default: the settings' public_url, what the data folder says of the running server, else
                      http://localhost:8080
  --data-dir FOLDER   the server's data folder; default: ROSTRUM_DATA_DIR or data_dir of rostrum.yml, else ./data
  --partner ID        the account; default: ROSTRUM_PARTNER_ID, else 100
  --secret SECRET     its admin secret; default: ROSTRUM_ADMIN_SECRET, else adminSecret in secrets.json of the data
                      folder, which speaks for all accounts of the installation
                      (others on this machine can see what is typed: prefer the environment)`;

const EVERYWHERE = `  --json              answers JSON
  --help              shows this, or with a command what it takes

Exit codes: 0 done, 1 the server or this machine refused or did not answer, 2 the command was not understood.`;

const FIRST_STEPS = `First steps, beside a server that was started with npm start:
  rostrum doctor                                     what is missing on this machine
  rostrum webcasts create "Town hall"                a webcast, and where an encoder sends it to
  rostrum webcasts watch 0_ab12cd34 --until live     waits until viewers get the picture`;

export const HELP = `rostrum: webcasts, recordings, accounts and sessions of a Rostrum server

${FIRST_STEPS}

${COMMANDS.map(({ usage, about }) => `  rostrum ${usage}\n      ${about}`).join('\n')}

${CONNECTION}

${EVERYWHERE}`;

export function helpFor({ usage, about, details, examples }: Command): string {
  const samples = examples.map(([line, what]) => `  rostrum ${line}\n      ${what}`).join('\n');
  return [
    `rostrum ${usage}`,
    `It ${about}.`,
    details,
    ...(samples === '' ? [] : [`For example:\n${samples}`]),
    CONNECTION,
    EVERYWHERE,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

export function helpForGroup(commands: readonly Command[]): string {
  const lines = commands.map(({ usage, about }) => `  rostrum ${usage}\n      ${about}`);
  const [first] = commands;
  return `${lines.join('\n')}\n\nrostrum ${first?.name ?? ''} --help shows what one of them takes.`;
}
