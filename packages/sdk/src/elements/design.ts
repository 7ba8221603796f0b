/** What pages need to look like the elements, without the elements themselves. */
export { icons } from './icons.ts';
export { base, tokens } from './tokens.ts';
