/** What a webcast is, in the words of the command line and of its files. */
export type WebcastValues = {
  readonly name: string;
  readonly description: string;
  /** Unix time, ms; null where none is planned. */
  readonly starts: number | null;
  readonly ends: number | null;
  /** `Europe/Berlin`; empty where none is said. */
  readonly timezone: string;
  readonly presenters: readonly Presenter[];
  readonly recording: RecordingMode;
  /** How far back viewers may go, minutes; 0 where they may not. */
  readonly dvr: number;
  /** Nobody sees the picture before somebody goes live. */
  readonly preview: boolean;
  readonly tags: readonly string[];
  /** Addresses with stream names: secrets. */
  readonly relays: readonly string[];
};

/** Each is a text, and may be empty. */
export type Presenter = { readonly [Field in (typeof PRESENTER_FIELDS)[number]]: string };

export const PRESENTER_FIELDS = ['id', 'name', 'title', 'bio', 'link', 'image'] as const;

/** One recording that each further show goes on with, or one for each show. */
export const RECORDING_MODES = ['off', 'appended', 'per-session'] as const;

export type RecordingMode = (typeof RECORDING_MODES)[number];

/** What holds where nothing is said. */
export const NEW_WEBCAST: Omit<WebcastValues, 'name'> = {
  description: '',
  starts: null,
  ends: null,
  timezone: 'UTC',
  presenters: [],
  recording: 'appended',
  dvr: 120,
  preview: true,
  tags: [],
  relays: [],
};

export function presenterNamed(name: string, title = ''): Presenter {
  return { id: '', name, title, bio: '', link: '', image: '' };
}
