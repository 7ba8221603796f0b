/** A file of which any part can be read, wherever it is. */
export interface FileBytes {
  readonly sizeBytes: number;
  /** At most this many bytes; fewer at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
}

/** What is in memory already. */
export function bytesInMemory(bytes: Uint8Array): FileBytes {
  return {
    sizeBytes: bytes.length,
    read: async (position, length) => bytes.subarray(position, position + length),
  };
}
