import type { ApiForTests } from '../../api-for-tests.ts';
import type { Caller } from '../callers-for-tests.ts';

/** What an action is called with in the table of permissions: the webcast, or the row's subject, belongs to OWNER. */
export type World = {
  readonly server: ApiForTests;
  readonly webcastId: string;
  /** The session of whoever calls; null without one. */
  readonly ks: string | null;
};

export type Row = {
  /** All others must be refused. */
  readonly allowed: readonly Caller[];
  /** What the id names; a webcast where it is left out. */
  readonly subject?: 'video' | 'recording' | 'document';
  /** Parameters with which the action succeeds for whoever is allowed. */
  readonly parameters: (world: World) => object | Promise<object>;
};

/** One row for every action of a service. */
export type Rows = { readonly [action: string]: Row };
