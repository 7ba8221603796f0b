import { quotaStateOf } from '../recording/quota.ts';
import type { AccountStorage } from '../store/recording/storage-store.ts';
import type { ServerAlert, WatchedShow } from './alert.ts';
import { sizeText } from './size-text.ts';

const MAKE_ROOM =
  'Delete recordings that nobody needs, let old ones go by themselves (retention days), or raise the quota.';

/** An account that has little room left for recordings, or none. */
export function quotaAlerts(account: AccountStorage): readonly ServerAlert[] {
  const { partnerId, usedBytes, quotaBytes } = account;
  const state = quotaStateOf(usedBytes, quotaBytes);
  if (state === 'free') return [];
  const sizes = `${sizeText(usedBytes)} of ${sizeText(quotaBytes)}`;
  if (state === 'full') {
    return [
      {
        code: 'QUOTA_FULL',
        severity: 'error',
        message: `There is no room left for recordings: ${sizes} are used. Shows that begin now go on air, and are not recorded.`,
        advice: `${MAKE_ROOM} What is being recorded now is recorded to its end.`,
        concerns: partnerId,
      },
    ];
  }
  const percent = Math.floor((100 * usedBytes) / quotaBytes);
  const soon = state === 'critical' ? ' The next shows may not be recorded.' : '';
  return [
    {
      code: 'QUOTA_LOW',
      severity: 'warning',
      message: `Recordings fill ${percent} % of the quota: ${sizes}.${soon}`,
      advice: MAKE_ROOM,
      concerns: partnerId,
    },
  ];
}

/** A show on air that is not recorded, although it should be. */
export function refusalAlerts(show: WatchedShow): readonly ServerAlert[] {
  const { entryId, partnerId, name, isRefused } = show;
  if (!isRefused) return [];
  return [
    {
      code: 'SHOW_NOT_RECORDED',
      severity: 'error',
      message: `“${name}” is live and not recorded: there was no room left when it began.`,
      advice: `${MAKE_ROOM} To record the rest of the show, end it and go live again afterwards.`,
      entryId,
      concerns: partnerId,
    },
  ];
}

/** The archive has what the database has lost, or has never known. */
export function unknownTakesAlerts(count: number): readonly ServerAlert[] {
  if (count === 0) return [];
  const what = count === 1 ? '1 recorded take' : `${count} recorded takes`;
  return [
    {
      code: 'TAKES_UNKNOWN',
      severity: 'warning',
      message: `The archive has ${what} that the database does not know.`,
      advice:
        'Was the database restored from an older copy? Nothing of them is deleted by itself: the server’s log has their names.',
      concerns: null,
    },
  ];
}
