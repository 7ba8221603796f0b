import { bool, int, object, objectType, property, readOnly, type ValueOf } from './kinds.ts';

/** How much an account keeps, as Rostrum's own service answers it. */

/** 1 PB: what a mistyped number means. */
const MAX_QUOTA_BYTES = 1e15;
const MAX_RETENTION_DAYS = 36_500;

export const Storage = objectType('RostrumStorage', {
  usedBytes: readOnly(int, { about: 'What the account’s recordings hold on disk.' }),
  recordingCount: readOnly(int, { about: 'Recordings, clips and copies.' }),
  quotaBytes: property(int, {
    minValue: 0,
    maxValue: MAX_QUOTA_BYTES,
    about: 'How much they may hold; no limit where it is absent (cleared with `quotaBytes__null`).',
  }),
  retentionDays: property(int, {
    minValue: 1,
    maxValue: MAX_RETENTION_DAYS,
    about:
      'How long a recording stays after the end of its show; for ever where it is absent (cleared with `retentionDays__null`).',
  }),
  playerEventDays: property(int, {
    minValue: 1,
    maxValue: MAX_RETENTION_DAYS,
    about:
      'How long stays what players tell about viewing; 30 unless something else is said (cleared with `playerEventDays__null`).',
  }),
  isFull: readOnly(bool, {
    about:
      'The quota is reached: shows that begin now are not recorded. They go on air all the same, and what is being recorded is recorded to its end.',
  }),
});

const storageKind = object(Storage);

export type StorageValue = ValueOf<typeof storageKind>;
