import type { Command } from './command.ts';
import { completionCommand } from './commands/completion.ts';
import { doctor } from './commands/doctor.ts';
import { apply } from './commands/file/apply.ts';
import { exportWebcasts } from './commands/file/export.ts';
import { partnersAdd } from './commands/partners/partners-add.ts';
import { partnersList } from './commands/partners/partners-list.ts';
import { partnersSecrets } from './commands/partners/partners-secrets.ts';
import { recordingsDelete } from './commands/recordings/recordings-delete.ts';
import { recordingsDownload } from './commands/recordings/recordings-download.ts';
import { recordingsList } from './commands/recordings/recordings-list.ts';
import { sessionsShow } from './commands/sessions/sessions-show.ts';
import { sessionsStart } from './commands/sessions/sessions-start.ts';
import { webcastsCreate } from './commands/webcasts/webcasts-create.ts';
import { webcastsDelete } from './commands/webcasts/webcasts-delete.ts';
import { webcastsEnd } from './commands/webcasts/webcasts-end.ts';
import { webcastsGoLive } from './commands/webcasts/webcasts-go-live.ts';
import { webcastsList } from './commands/webcasts/webcasts-list.ts';
import { webcastsShow } from './commands/webcasts/webcasts-show.ts';
import { webcastsWatch } from './commands/webcasts/webcasts-watch.ts';

/** Everything that `rostrum` can do, in the order in which its help shows it. */
export const COMMANDS: readonly Command[] = [
  webcastsCreate,
  webcastsList,
  webcastsShow,
  webcastsGoLive,
  webcastsEnd,
  webcastsWatch,
  webcastsDelete,
  recordingsList,
  recordingsDownload,
  recordingsDelete,
  apply,
  exportWebcasts,
  partnersAdd,
  partnersList,
  partnersSecrets,
  sessionsStart,
  sessionsShow,
  doctor,
  completionCommand(() => COMMANDS),
];
