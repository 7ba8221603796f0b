import type { ControlToMedia, MediaToControl } from '@rostrum/contracts';
import { runAsChild } from '../link/supervisor-link.ts';
import { openMedia } from './media.ts';

runAsChild<MediaToControl, ControlToMedia>('control', openMedia);
