/** An id as Kaltura shapes it: data centre, underscore, eight lower-case base-36 characters: `0_ab12cd34`. */
const WEBCAST_ID = /^[0-9]_[0-9a-z]{8}$/;

export function isWebcastId(text: string): boolean {
  return WEBCAST_ID.test(text);
}

/** A generation is one run of immutable media names; it is random, so that names can't be guessed. */
const GENERATION = /^[0-9a-z]{12}$/;

export function isGeneration(text: string): boolean {
  return GENERATION.test(text);
}
