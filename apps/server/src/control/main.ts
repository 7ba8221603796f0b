import type { ControlToMedia, MediaToControl } from '@rostrum/contracts';
import { runAsChild } from '../link/supervisor-link.ts';
import { openControl } from './control.ts';

runAsChild<ControlToMedia, MediaToControl>('media', openControl);
