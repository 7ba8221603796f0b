/**
 * What Rostrum means to do about one of Kaltura's services. Action names are separated by spaces; together they are all
 * that Kaltura's clients know.
 */
export type ServicePlan = {
  /** Works from the day on which the catalogue has it; until then it is told as later. */
  readonly offered?: string;
  /** Meant to come, and not in the catalogue: a test fails when that stops being true. */
  readonly later?: string;
  readonly notOffered?: readonly { readonly actions: string; readonly reason: string }[];
  /** Where an action that works does something else than Kaltura's: a sentence for each. */
  readonly differences?: { readonly [action: string]: string };
};

/** By the names of the catalogue. */
export type ServicePlans = { readonly [service: string]: ServicePlan };

export const REASONS = {
  mediaServer: 'Rostrum’s own media process does this: no media server calls the API.',
  mail: 'It sends mail, and Rostrum sends none.',
  bulk: 'No bulk files: send the calls in a multirequest.',
  backOffice: 'It serves Kaltura’s own back office.',
  meetings: 'Meetings are not part of webcasting.',
  storage: 'There are no remote storage profiles: media is in one store.',
  searchProviders: 'There are no search providers to import from.',
  ads: 'No advertisements are put into the stream.',
  retired: 'It belongs to players that browsers no longer run.',
} as const;
