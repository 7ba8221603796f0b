import type { WebcastValues } from '../webcast/webcast-values.ts';

/** Webcasts as a file describes them. */
export type WebcastFile = {
  /** What the webcasts of this file are kept apart by from those of others; null where it says nothing. */
  readonly set: string | null;
  readonly webcasts: readonly DescribedWebcast[];
};

export type DescribedWebcast = {
  /** What it is known by: its reference id, or its own id. */
  readonly key: string;
  /** Of the file, from 1. */
  readonly line: number;
  /** Only what the file says: the rest is left as it is. */
  readonly values: { readonly name: string } & Partial<WebcastValues>;
  /** A picture's file, as the file names it; absent where it says nothing. */
  readonly thumbnail?: string;
};

/** At least two letters and digits, and what stands between them in names of files and addresses. */
export const KEY = /^[A-Za-z0-9][A-Za-z0-9._:/-]{1,127}$/;

export const SET = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** What a webcast's part of a file may say, in the order in which it is written. */
export const WEBCAST_KEYS = [
  'key',
  'name',
  'description',
  'starts',
  'ends',
  'timezone',
  'presenters',
  'recording',
  'dvr',
  'preview',
  'tags',
  'relays',
  'thumbnail',
] as const;

export type WebcastKey = (typeof WEBCAST_KEYS)[number];
