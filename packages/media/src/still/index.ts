export { MediaFetcher } from './fetch-media.ts';
export { Stills, type StillsOptions } from './stills.ts';
