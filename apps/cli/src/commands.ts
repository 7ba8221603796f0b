import type { Command } from './command.ts';
import { partnersAdd } from './commands/partners-add.ts';
import { partnersList } from './commands/partners-list.ts';
import { partnersSecrets } from './commands/partners-secrets.ts';
import { sessionsStart } from './commands/sessions-start.ts';

/** Everything that `rostrum` can do. */
export const COMMANDS: readonly Command[] = [
  partnersAdd,
  partnersList,
  partnersSecrets,
  sessionsStart,
];
