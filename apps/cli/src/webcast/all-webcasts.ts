import {
  type Client,
  type LiveStreamEntry,
  listWebcasts,
  type WebcastPage,
  type WebcastQuery,
} from '@rostrum/sdk';

/** As many as the server answers at once. */
const PAGE_SIZE = 500;

/** All webcasts of an account that a query finds, page by page. */
export async function allWebcasts(
  client: Client,
  query: Omit<WebcastQuery, 'page' | 'pageSize'>,
): Promise<readonly LiveStreamEntry[]> {
  // One that is added meanwhile moves the others: each counts once.
  const found = new Map<string, LiveStreamEntry>();
  for (let page = 1; ; page++) {
    const { webcasts }: WebcastPage = await listWebcasts(client, {
      ...query,
      page,
      pageSize: PAGE_SIZE,
    });
    for (const webcast of webcasts) found.set(webcast.id, webcast);
    if (webcasts.length < PAGE_SIZE) return [...found.values()];
  }
}
