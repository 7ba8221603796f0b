import type { ArchiveHealth, StoreHealth } from '@rostrum/contracts';
import type { AccountStorage } from '../store/recording/storage-store.ts';
import type { ServerAlert, WatchedShow } from './alert.ts';
import { quotaAlerts, refusalAlerts, unknownTakesAlerts } from './recording-alerts.ts';
import { sizeText, timeText } from './size-text.ts';

export type ServerFacts = {
  /** Null before the media process has told it. */
  readonly store: StoreHealth | null;
  readonly isMediaReady: boolean;
  readonly shows: readonly WatchedShow[];
  /** Of the accounts that have a quota. */
  readonly accounts: readonly AccountStorage[];
  /** Takes in the archive that the database does not know. */
  readonly unknownTakes: number;
};

const MB = 1_000_000;
const GB = 1000 * MB;

/**
 * Of small disks the share counts, of large ones the bytes: a tenth of a 4 TB disk is three days of video, and no reason
 * to wake anybody. 50 GB are a day of one stream at 4.6 Mbit/s.
 */
const LOW = { share: 0.1, bytes: 2 * GB, plentyBytes: 50 * GB };
const ALMOST_NONE = { share: 0.02, bytes: 500 * MB, plentyBytes: 10 * GB };

/** What is wrong with the server, the worst first. */
export function serverAlerts(facts: ServerFacts): readonly ServerAlert[] {
  const alerts = [
    ...mediaAlerts(facts),
    ...facts.shows.flatMap((show) => archiveAlerts(show)),
    ...facts.shows.flatMap((show) => refusalAlerts(show)),
    ...facts.accounts.flatMap((account) => quotaAlerts(account)),
    ...mediaStoreAlerts(facts),
    ...diskAlerts(facts),
    ...unknownTakesAlerts(facts.unknownTakes),
  ];
  const isError = ({ severity }: ServerAlert) => severity === 'error';
  return [...alerts.filter(isError), ...alerts.filter((alert) => !isError(alert))];
}

function mediaAlerts({ isMediaReady }: ServerFacts): readonly ServerAlert[] {
  if (isMediaReady) return [];
  return [
    {
      code: 'MEDIA_AWAY',
      severity: 'error',
      message: 'The media process is not running: encoders and viewers can not connect.',
      advice:
        'It is started again by itself within seconds. If this stays, read the server’s log for the reason.',
      concerns: 'everybody',
    },
  ];
}

const ARCHIVE_WORDS: {
  readonly [State in ArchiveHealth]?: (name: string) => Omit<ServerAlert, 'entryId' | 'concerns'>;
} = {
  failing: (name) => ({
    code: 'ARCHIVE_FAILING',
    severity: 'error',
    message: `“${name}” is live, but can not be written to the disk: what is missing now is missing in its recording, and viewers can not go back to it.`,
    advice:
      'Make room on the disk, or repair it. Writing goes on by itself as soon as that is possible.',
  }),
  behind: (name) => ({
    code: 'ARCHIVE_BEHIND',
    severity: 'warning',
    message: `The disk is too slow for “${name}”: what is to be recorded waits in memory.`,
    advice:
      'Stop what else uses the disk. If it does not catch up, parts of the recording will be missing.',
  }),
};

function archiveAlerts({ entryId, partnerId, name, health }: WatchedShow): readonly ServerAlert[] {
  const words = ARCHIVE_WORDS[health.archive];
  return words === undefined ? [] : [{ ...words(name), entryId, concerns: partnerId }];
}

function diskAlerts({ store, shows }: ServerFacts): readonly ServerAlert[] {
  if (store === null) return [];
  const { diskFreeBytes, diskSizeBytes } = store;
  const isBelow = ({ share, bytes, plentyBytes }: typeof LOW) =>
    diskFreeBytes < bytes || (diskFreeBytes < share * diskSizeBytes && diskFreeBytes < plentyBytes);
  if (!isBelow(LOW)) return [];
  const isAlmostNone = isBelow(ALMOST_NONE);
  const left = `${sizeText(diskFreeBytes)} of ${sizeText(diskSizeBytes)} left`;
  return [
    {
      code: isAlmostNone ? 'DISK_FULL' : 'DISK_LOW',
      severity: isAlmostNone ? 'error' : 'warning',
      message: `The disk ${isAlmostNone ? 'is almost full' : 'is filling up'}: ${left}${timeLeft(diskFreeBytes, shows)}.`,
      advice: 'Delete recordings that nobody needs, or give the server a larger disk.',
      concerns: null,
    },
  ];
}

/** A day of a show is uploaded within the hour, where the line is as fast as it should be. */
const LONGEST_WAIT_MS = 6 * 60 * 60 * 1000;

function mediaStoreAlerts({ store }: ServerFacts): readonly ServerAlert[] {
  if (store?.mediaStore === undefined) return [];
  const { problem, waitingTakes, waitingSinceMs } = store.mediaStore;
  const waiting = waitingTakes === 1 ? 'A recording waits' : `${waitingTakes} recordings wait`;
  if (problem !== null) {
    return [
      {
        code: 'MEDIA_STORE_AWAY',
        severity: 'error',
        message: `Recordings that are in the media store do not play. ${problem}`,
        advice: `Shows go on, and are recorded on the disk of this server. ${waitingTakes === 0 ? 'Nothing has to be done' : `${waiting} there, and nothing has to be done for them`} once the store can be used again; until then watch how much room the disk has.`,
        concerns: null,
      },
    ];
  }
  const waitedMs = waitingSinceMs === null ? 0 : store.atMs - waitingSinceMs;
  if (waitedMs < LONGEST_WAIT_MS) return [];
  return [
    {
      code: 'MEDIA_STORE_BEHIND',
      severity: 'warning',
      message: `${waiting} on the disk to be put into the media store, for ${timeText(waitedMs / 1000)}.`,
      advice:
        'The line to the store may be too slow for what is recorded; or a recording is damaged, which the server’s log tells.',
      concerns: null,
    },
  ];
}

/** How long what is on air now can be written. */
function timeLeft(freeBytes: number, shows: readonly WatchedShow[]): string {
  const bitsPerSecond = shows
    .flatMap(({ health }) => health.encoders)
    .reduce((sum, encoder) => sum + (encoder.isInUse ? encoder.bitsPerSecond : 0), 0);
  if (bitsPerSecond === 0) return '';
  return `, room for about ${timeText((8 * freeBytes) / bitsPerSecond)} of what is live now`;
}
