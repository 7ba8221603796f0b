import type { default as HlsClass } from 'hls.js';

let loading: Promise<typeof HlsClass> | null = null;

/** Loads hls.js once, when it is first needed; a failed load is tried again by the next caller. */
export function loadHls(): Promise<typeof HlsClass> {
  loading ??= import('hls.js').then(
    (module) => module.default,
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
