import type { Client, PermissionName, SignedIn } from '@rostrum/sdk';

/** What the frame gives to every page, as its property `console`. */
export type ConsoleContext = {
  /** Calls are sent with the session; one that is refused leads to the sign-in page by itself. */
  readonly client: Client;
  /** Scheme, host and port of the server. */
  readonly serviceUrl: string;
  /** The session's text, for what needs it by itself (the room, an upload). It changes when somebody signs in again. */
  readonly session: string;
  readonly who: SignedIn;
  /** Whether the server will let this session do what needs the permission. */
  may(permission: PermissionName): boolean;
  /** @param path below the console's own address: `/console/webcasts/0_ab12cd34` */
  navigate(path: string, options?: { readonly isReplacing?: boolean }): void;
  /** Shows a short note and has it read out. */
  notify(text: string, tone?: NoticeTone): void;
  /** Has it read out, and shows nothing. */
  announce(text: string): void;
  /** What the browser's tab says. */
  setTitle(title: string): void;
  /**
   * Asks before the page is left. Answers true where leaving is fine; null lets everybody go. Forgotten with the page.
   */
  holdLeaving(ask: LeaveQuestion | null): void;
};

export type NoticeTone = 'good' | 'warn';

export type LeaveQuestion = () => Promise<boolean>;

/** What a page of the console is: an element that the frame makes and hands these to. */
export interface ConsolePageElement extends HTMLElement {
  console: ConsoleContext;
  /** What the address names: `{ id: '0_ab12cd34' }`. */
  params: Readonly<Record<string, string>>;
  /** The query of the address with its question mark; empty where there is none. It may change while the page is shown. */
  search: string;
}
