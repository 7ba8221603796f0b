export { type MediaNode, type MediaNodeOptions, openMediaNode } from './media-node.ts';
