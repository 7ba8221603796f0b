export * from './api-reference.ts';
export * from './ids.ts';
export * from './manifest-name.ts';
export * from './node-messages.ts';
export * from './picture.ts';
export * from './playback-token.ts';
export * from './room-messages.ts';
export * from './webcast.ts';
