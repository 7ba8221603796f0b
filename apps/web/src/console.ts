import './console/frame/rostrum-console.ts';
