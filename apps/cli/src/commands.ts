import type { Command } from './command.ts';
import { completionCommand } from './commands/completion.ts';
import { doctor } from './commands/doctor.ts';
import { partnersAdd } from './commands/partners/partners-add.ts';
import { partnersList } from './commands/partners/partners-list.ts';
import { partnersSecrets } from './commands/partners/partners-secrets.ts';
import { recordingsDelete } from './commands/recordings/recordings-delete.ts';
import { recordingsDownload } from './commands/recordings/recordings-download.ts';
import { recordingsList } from './commands/recordings/recordings-list.ts';
import { sessionsShow } from './commands/sessions/sessions-show.ts';
import { sessionsStart } from './commands/sessions/sessions-start.ts';
import { webcastsWatch } from './commands/webcasts/webcasts-watch.ts';

/** Everything that `rostrum` can do, in the order in which its help shows it. */
export const COMMANDS: readonly Command[] = [
  webcastsWatch,
  recordingsList,
  recordingsDownload,
  recordingsDelete,
  partnersAdd,
  partnersList,
  partnersSecrets,
  sessionsStart,
  sessionsShow,
  doctor,
  completionCommand(() => COMMANDS),
];
