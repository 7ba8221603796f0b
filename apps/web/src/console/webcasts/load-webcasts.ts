import {
  askWebcastState,
  type CallOptions,
  type Client,
  type LiveStreamEntry,
  listWebcasts,
  type WebcastState,
} from '@rostrum/sdk';
import { type ListView, orderOf } from './list-address.ts';

export const PAGE_SIZE = 25;

/** More shows at once than a list can usefully hold above the others. */
const MAX_ON_AIR_ABOVE = 25;

export type ListedWebcast = { readonly entry: LiveStreamEntry; readonly state: WebcastState };

export type WebcastList = {
  readonly totalCount: number;
  readonly webcasts: readonly ListedWebcast[];
};

/** A page of the list. What is on air stands on top of the first page of all, wherever the order would put it. */
export async function loadWebcasts(
  client: Client,
  view: ListView,
  nowMs: number,
  options: CallOptions,
): Promise<WebcastList> {
  const { search, show, page } = view;
  const order = orderOf(view);
  const isWithOnAir = page === 1 && show === 'all';
  const [found, onAir] = await Promise.all([
    listWebcasts(client, { search, show, order, page, pageSize: PAGE_SIZE, nowMs }, options),
    isWithOnAir
      ? listWebcasts(
          client,
          { search, show: 'on-air', page: 1, pageSize: MAX_ON_AIR_ABOVE, nowMs },
          options,
        )
      : null,
  ]);
  const above = onAir?.webcasts ?? [];
  const ids = new Set(above.map(({ id }) => id));
  const entries = [...above, ...found.webcasts.filter(({ id }) => !ids.has(id))];
  const states = await Promise.all(
    entries.map((entry) => askWebcastState(client, entry, nowMs, options)),
  );
  const listed = entries.map((entry, index) => ({ entry, state: states[index] ?? 'scheduled' }));
  return { totalCount: found.totalCount, webcasts: page === 1 ? onTop(listed) : listed };
}

const RANKS: { readonly [State in WebcastState]?: number } = {
  'on-air': 0,
  interrupted: 0,
  preview: 1,
  connecting: 1,
};

/** What goes on now comes first; the others stay as the order has put them. */
function onTop(listed: readonly ListedWebcast[]): readonly ListedWebcast[] {
  const rankOf = ({ state }: ListedWebcast) => RANKS[state] ?? 2;
  return listed.toSorted((one, other) => rankOf(one) - rankOf(other));
}
