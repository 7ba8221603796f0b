import { arrayOf, bool, enumOf, enumType, int, objectType, readOnly, text, time } from './kinds.ts';

/** Recordings, as Rostrum's own service answers them. */

const RecordingState = enumType('RostrumRecordingState', ['recording', 'ready', 'empty']);

export const RecordingPart = objectType('RostrumRecordingPart', {
  offset: readOnly(int, { about: 'Where it begins in all that was recorded, ms.' }),
  duration: readOnly(int, { about: 'How long it is, ms.' }),
});

export const Recording = objectType('RostrumRecording', {
  entryId: readOnly(text),
  state: readOnly(enumOf(RecordingState), {
    about: 'Whether its show goes on, it plays, or nothing is recorded in it.',
  }),
  msDuration: readOnly(int, { about: 'Of what it plays.' }),
  fullMsDuration: readOnly(int, { about: 'Of all that it has, trimmed away or not.' }),
  isTrimmed: readOnly(bool),
  parts: readOnly(arrayOf(RecordingPart), { about: 'What it plays of all that it has, in order.' }),
  playedBytes: readOnly(int, { about: 'Of what it plays, without headers.' }),
  storedBytes: readOnly(int, {
    about: 'What its takes hold on disk. A clip and its recording hold the same.',
  }),
  isKept: readOnly(bool, { about: 'It stays, however old it gets.' }),
  deletesAt: readOnly(time, {
    about: 'When the account’s retention deletes it; absent where nothing does.',
  }),
});
