import { playerEmbed, watchUrl } from '@rostrum/sdk';

export type Share = {
  readonly watchUrl: string;
  readonly iframe: string;
  readonly element: string;
};

/** What there is to pass on about a webcast: a link, and code for other people's pages. */
export function shareOf(serviceUrl: string, webcastId: string, title: string): Share {
  const embedded = { serviceUrl, entryId: webcastId };
  return {
    watchUrl: watchUrl({ serviceUrl }, webcastId),
    iframe: playerEmbed({ ...embedded, as: 'frame', title }),
    element: playerEmbed({ ...embedded, as: 'element' }),
  };
}
