export { Stills, type StillsOptions } from './stills.ts';
