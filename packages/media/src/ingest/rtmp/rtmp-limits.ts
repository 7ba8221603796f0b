/** How long and how much an encoder's connection may take. */
export type RtmpLimits = {
  /** From the connection to the end of the handshake. */
  readonly handshakeTimeoutMs: number;
  /** From the handshake (or the end of a publication) to `publish`. */
  readonly publishTimeoutMs: number;
  /** For the gate's answer. */
  readonly authorizeTimeoutMs: number;
  /** Without a byte while publishing: the encoder is taken for gone. */
  readonly idleTimeoutMs: number;
  /** After our last word, for the encoder to read it and close. */
  readonly lingerMs: number;
  /** One message while publishing: a key frame at the highest rates is about 2 MB. */
  readonly maxMessageBytes: number;
  /** One message before that: nobody is known yet, and a command is small. */
  readonly maxCommandBytes: number;
  /** Answers that the encoder does not read. */
  readonly maxOutputBytes: number;
};

export const DEFAULT_RTMP_LIMITS: RtmpLimits = {
  handshakeTimeoutMs: 10_000,
  publishTimeoutMs: 10_000,
  authorizeTimeoutMs: 15_000,
  idleTimeoutMs: 20_000,
  lingerMs: 2_000,
  maxMessageBytes: 8 * 1024 * 1024,
  maxCommandBytes: 64 * 1024,
  maxOutputBytes: 256 * 1024,
};
