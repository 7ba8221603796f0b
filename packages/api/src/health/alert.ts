import type { ChannelHealth } from '@rostrum/contracts';

export type AlertCode =
  | 'DISK_LOW'
  | 'DISK_FULL'
  | 'ARCHIVE_BEHIND'
  | 'ARCHIVE_FAILING'
  | 'MEDIA_AWAY'
  | 'QUOTA_LOW'
  | 'QUOTA_FULL'
  | 'SHOW_NOT_RECORDED'
  | 'TAKES_UNKNOWN'
  | 'MEDIA_STORE_AWAY'
  | 'MEDIA_STORE_BEHIND'
  | 'ENCODER_STILL'
  | 'ENCODER_KEY_FRAMES'
  | 'WEBHOOK_FAILING'
  | 'WEBHOOK_DISABLED';

/** Something that somebody should look at. */
export type ServerAlert = {
  readonly code: AlertCode;
  /** warning: it will hurt if nobody acts; error: it hurts already. */
  readonly severity: 'warning' | 'error';
  readonly message: string;
  readonly advice: string;
  readonly entryId?: string;
  readonly webhookId?: string;
  /** Whom it concerns besides the operator of the installation: null for nobody, `everybody` for all accounts. */
  readonly concerns: number | 'everybody' | null;
};

/** A webcast that is being told of. */
export type WatchedShow = {
  readonly entryId: string;
  readonly partnerId: number;
  readonly name: string;
  readonly health: ChannelHealth;
  /** It began when its account had no room left: it is not recorded. */
  readonly isRefused: boolean;
};
