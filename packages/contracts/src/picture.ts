/** What a picture's bytes are; found out by looking at them, never by what somebody calls them. */
export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp';

export type Picture = { readonly format: PictureFormat; readonly bytes: Uint8Array };

/** How a picture fills the size that is asked for. */
export type PictureFit =
  /** As large as fits in, its ratio kept; one side may stay shorter. */
  | 'inside'
  /** As `inside`, the rest filled with the background. */
  | 'padded'
  /** The whole size, its ratio kept: what is too much goes from both sides. */
  | 'cropped'
  /** The same, from the bottom only. */
  | 'cropped-from-top'
  /** The whole size, whatever happens to its ratio. */
  | 'stretched';

/** The largest side that anybody may ask for, px. */
export const MAX_PICTURE_SIDE_PX = 4096;

/** What becomes of a picture. All numbers are whole; sides are at most MAX_PICTURE_SIDE_PX. */
export type PictureShape = {
  /** 0: as the other side and the ratio say; both 0: as large as it is. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fit: PictureFit;
  /** Cut out before everything else, in px of the original; null for all of it. */
  readonly region: {
    readonly xPx: number;
    readonly yPx: number;
    /** 0: up to the edge. */
    readonly widthPx: number;
    readonly heightPx: number;
  } | null;
  /** Six hexadecimal digits. */
  readonly background: string;
  /** 0 to 100. */
  readonly quality: number;
  readonly format: 'jpeg' | 'png';
};

/** A frame of a show, or of a recording. */
export type ShowMoment = {
  /** Path of its multivariant playlist at the media port: `/v/TOKEN/WEBCAST/GENERATION/index.m3u8`. */
  readonly playlistPath: string;
} & (
  | {
      /** The stream clock's wall-clock time, ms; null for the newest frame that viewers can see. */
      readonly atMs: number | null;
    }
  | {
      /** Playing time of a recording, ms from its beginning. */
      readonly offsetMs: number;
    }
);

export type PictureFailure =
  /** The machine has no tool for pictures. */
  | 'no-tool'
  /** Too many pictures are being made, or the machine has no time for one: ask again in a moment. */
  | 'busy'
  /** The show has no such frame, or cannot be reached. */
  | 'no-frame'
  /** The bytes are no picture, or too large a one. */
  | 'unreadable';
