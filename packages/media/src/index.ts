export { type MediaNode, type MediaNodeOptions, openMediaNode } from './media-node.ts';
export type { FfmpegCommand } from './still/run-ffmpeg.ts';
export { Stills, type StillsOptions } from './still/stills.ts';
