import {
  arrayOf,
  bool,
  enumOf,
  enumType,
  float,
  int,
  objectType,
  readOnly,
  text,
  time,
} from './kinds.ts';

/** How streams and the server do. Kaltura has no such types. */

export const EncoderSlot = enumType('RostrumEncoderSlot', { PRIMARY: 'primary', BACKUP: 'backup' });

export const IngestProtocol = enumType('RostrumIngestProtocol', { RTMP: 'rtmp', RTMPS: 'rtmps' });

export const ArchiveHealth = enumType('RostrumArchiveHealth', {
  OFF: 'off',
  WRITING: 'writing',
  BEHIND: 'behind',
  FAILING: 'failing',
});

export const EncoderHealth = objectType(
  'RostrumEncoderHealth',
  {
    slot: readOnly(enumOf(EncoderSlot)),
    protocol: readOnly(enumOf(IngestProtocol)),
    software: readOnly(text, { about: 'What the encoder calls itself.' }),
    remoteAddress: readOnly(text),
    connectedAt: readOnly(time),
    isInUse: readOnly(bool, {
      about: 'Viewers get its picture; of two encoders one waits in reserve.',
    }),
    bitsPerSecond: readOnly(int, { about: 'Of picture and sound together, as they arrive.' }),
    videoCodec: readOnly(text, {
      about: 'As RFC 6381 writes it. Absent where there is no picture.',
    }),
    width: readOnly(int, { about: 'Pixels.' }),
    height: readOnly(int, { about: 'Pixels.' }),
    videoBitsPerSecond: readOnly(int),
    framesPerSecond: readOnly(float, {
      about: 'As they arrive; 0 while the picture stands still.',
    }),
    announcedFramesPerSecond: readOnly(float, { about: 'What the encoder says that it sends.' }),
    keyFrameDistanceMs: readOnly(int, {
      about: 'Between the newest two key frames, or since the newest where that is longer already.',
    }),
    audioCodec: readOnly(text, { about: 'As RFC 6381 writes it. Absent where there is no sound.' }),
    audioSampleRate: readOnly(int, { about: 'Hz.' }),
    audioChannels: readOnly(int),
    audioBitsPerSecond: readOnly(int),
    droppedFrames: readOnly(int, {
      about:
        'Frames that viewers miss, since it connected: damaged ones, and those that the encoder left out.',
    }),
    driftMs: readOnly(int, {
      about:
        'How far its clock has run ahead (positive) or fallen behind (negative) since it connected.',
    }),
  },
  { about: 'What one encoder sends, measured where it arrives.' },
);

export const StreamHealth = objectType(
  'RostrumStreamHealth',
  {
    entryId: readOnly(text),
    sampledAt: readOnly(time, {
      about: 'When it was measured; absent while no encoder is there and no show is on.',
    }),
    encoders: readOnly(arrayOf(EncoderHealth)),
    archive: readOnly(enumOf(ArchiveHealth), {
      about:
        'What becomes of what is to be kept: behind says that the disk is slow, failing that parts are left out.',
    }),
    lostParts: readOnly(int, {
      about: 'Half seconds that are missing in the archive of this show.',
    }),
  },
  { about: 'How a stream does at this moment: numbers, measured every two seconds.' },
);

export const AlertSeverity = enumType('RostrumAlertSeverity', {
  WARNING: 'warning',
  ERROR: 'error',
});

export const ServerAlert = objectType(
  'RostrumServerAlert',
  {
    code: readOnly(text, { about: 'DISK_LOW, DISK_FULL, ARCHIVE_FAILING and so on.' }),
    severity: readOnly(enumOf(AlertSeverity), {
      about: 'warning: it will hurt if nobody acts; error: it hurts already.',
    }),
    message: readOnly(text, { about: 'What happened, for people.' }),
    advice: readOnly(text, { about: 'What to do next, for people.' }),
    entryId: readOnly(text, { about: 'The entry that it is about, where it is about one.' }),
    since: readOnly(time),
  },
  { about: 'Something that somebody should look at.' },
);

export const ServerProcess = objectType('RostrumServerProcess', {
  name: readOnly(text),
  pid: readOnly(int),
  isReady: readOnly(bool, { about: 'It accepts work.' }),
});

export const ServerState = objectType(
  'RostrumServerState',
  {
    version: readOnly(text),
    alerts: readOnly(arrayOf(ServerAlert), { about: 'The worst first.' }),
    liveStreams: readOnly(int, { about: 'Of the account: how many are on air.' }),
    processes: readOnly(arrayOf(ServerProcess), {
      about: 'This and what follows: for the installation’s own account only.',
    }),
    httpPort: readOnly(int),
    mediaPort: readOnly(int),
    rtmpPort: readOnly(int),
    rtmpsPort: readOnly(int, { about: 'Absent without a certificate.' }),
    diskFreeBytes: readOnly(float, { about: 'Of the file system that holds the media.' }),
    diskSizeBytes: readOnly(float),
  },
  { about: 'How the server does.' },
);
