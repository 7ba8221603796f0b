import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

const CONNECTION = `Where the server is, and who asks:
  --url ADDRESS       default: what the data folder says of the running server, else http://localhost:8080
  --data-dir FOLDER   the server's data folder; default: ROSTRUM_DATA_DIR, else ./data
  --partner ID        the account that the installation is configured with; default: ROSTRUM_PARTNER_ID, else 100
  --secret SECRET     its admin secret; default: ROSTRUM_ADMIN_SECRET, else the one in the data folder
                      (others on this machine can see what is typed: prefer the environment)

  --json              answers JSON
  --help              shows this, or with a command what it takes

Exit codes: 0 done, 1 the server refused or did not answer, 2 the command was not understood.`;

export const HELP = `rostrum: accounts and sessions of a running Rostrum server

${COMMANDS.map(({ usage, about }) => `  rostrum ${usage}\n      ${about}`).join('\n')}

${CONNECTION}`;

export function helpFor({ usage, about, details }: Command): string {
  return `rostrum ${usage}\n\nIt ${about}.\n\n${details}\n\n${CONNECTION}`;
}
