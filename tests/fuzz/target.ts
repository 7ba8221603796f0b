/**
 * Something that takes bytes from the network. A file in `targets/` exports one as its default. `run` must not throw,
 * whatever the bytes are; what it asserts about the result counts as a crash too.
 */
export type FuzzTarget = {
  readonly name: string;
  /** Good inputs, from which bad ones are made. */
  seeds(): readonly Uint8Array[];
  run(bytes: Uint8Array): void | Promise<void>;
  /** After the last input: removes what the target has made. */
  close?(): Promise<void>;
};
