export type Share = {
  readonly watchUrl: string;
  readonly iframe: string;
  readonly element: string;
};

/** What there is to pass on about a webcast: a link, and code for other people's pages. */
export function shareOf(serviceUrl: string, webcastId: string, title: string): Share {
  const watchUrl = `${serviceUrl}/watch/${webcastId}`;
  return {
    watchUrl,
    iframe: `<iframe src="${watchUrl}" title="${escapeText(title)}" width="960" height="640" allow="autoplay; fullscreen; picture-in-picture"></iframe>`,
    element: [
      `<script type="module" src="${serviceUrl}/embed/rostrum.js"></script>`,
      `<rostrum-webcast webcast-id="${webcastId}"></rostrum-webcast>`,
    ].join('\n'),
  };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};

function escapeText(text: string): string {
  return text.replace(/[&"<>]/g, (character) => ESCAPES[character] ?? character);
}
