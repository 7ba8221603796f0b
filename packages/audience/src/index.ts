export * from './ports.ts';
export * from './socket-gateway.ts';
