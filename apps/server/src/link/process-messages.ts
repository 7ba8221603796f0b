import type { ControlToMedia, MediaToControl } from '@rostrum/contracts';
import type { Settings } from '@rostrum/settings';

export const CHILD_NAMES = ['media', 'control'] as const;
export type ChildName = (typeof CHILD_NAMES)[number];

/** Secrets of the installation, kept in the data folder. */
export type Secrets = {
  readonly adminSecret: string;
  readonly userSecret: string;
  /** Key of the playback tokens' HMAC, base64. */
  readonly playbackSecret: string;
};

/** The ports that are really used; they stay the same when a process is started again. */
export type Ports = {
  readonly http: number;
  readonly media: number;
  readonly rtmp: number;
  /** Null without a certificate. */
  readonly rtmps: number | null;
};

export type ProcessInfo = {
  readonly name: ChildName | 'supervisor';
  readonly pid: number;
  readonly isReady: boolean;
};

/** The webcast that exists from the first start. */
export type SampleWebcast = {
  readonly webcastId: string;
  readonly streamName: string;
  readonly streamToken: string;
};

/** What the control process makes for whoever starts the server. */
export type FirstLinks = {
  readonly sample: SampleWebcast;
  /** An admin session for the console's sign-in link: printed, and written nowhere. */
  readonly consoleSession: string;
};

export type SupervisorToChild =
  | {
      readonly type: 'setup';
      readonly settings: Settings;
      readonly secrets: Secrets;
      /** Known ports replace a 0 in the settings. */
      readonly ports: Partial<Ports>;
    }
  | {
      readonly type: 'processes';
      readonly processes: readonly ProcessInfo[];
      readonly ports: Partial<Ports>;
    }
  | { readonly type: 'from-peer'; readonly message: ControlToMedia | MediaToControl }
  | { readonly type: 'stop' };

export type ChildToSupervisor =
  | ({ readonly type: 'ready'; readonly ports: Partial<Ports> } & Partial<FirstLinks>)
  /** The process can't start; the words are for the person who started Rostrum. */
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'to-peer'; readonly message: ControlToMedia | MediaToControl };
