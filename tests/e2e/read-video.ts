/** What the page's video does now; null where the page shows none. Runs in the page. */
export function readVideo() {
  const find = (root: ParentNode): HTMLVideoElement | null => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLVideoElement) return element;
      const inside = element.shadowRoot === null ? null : find(element.shadowRoot);
      if (inside !== null) return inside;
    }
    return null;
  };
  const video = find(document);
  if (video === null) return null;
  const { currentTime, videoWidth, paused, seekable } = video;
  const end = seekable.length === 0 ? 0 : seekable.end(seekable.length - 1);
  const start = seekable.length === 0 ? 0 : seekable.start(0);
  return { currentTime, videoWidth, paused, start, end };
}
