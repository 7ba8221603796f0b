/** A request as far as it matters here, whichever HTTP version brought it. */
export type MediaRequest = {
  readonly method: 'GET' | 'HEAD' | 'OPTIONS';
  /** Path and query: `/v/TOKEN/0_ab12cd34/k3f9aa00bb11/video.m3u8?_HLS_msn=7`. */
  readonly target: string;
  /** The Range field; null without one, or where its condition (If-Range) can't be met. */
  readonly range: string | null;
  /** A range that is only wanted of the bytes that an If-Range names; null without one. */
  readonly conditionalRange: { readonly field: string; readonly validator: string } | null;
  readonly acceptsGzip: boolean;
};
