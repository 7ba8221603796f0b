import { EVERYBODY } from '../callers-for-tests.ts';
import type { Rows } from './row.ts';

export const systemRows: Rows = {
  ping: { allowed: EVERYBODY, parameters: () => ({}) },
  getTime: { allowed: EVERYBODY, parameters: () => ({}) },
  getVersion: { allowed: EVERYBODY, parameters: () => ({}) },
};
