import type { WebcastState } from '@rostrum/sdk';
import { html, type TemplateResult } from 'lit';
import './console-chip.ts';
import type { ChipTone } from './console-chip.ts';

/** The states of a webcast's life, as the console says them. */
export const STATE_WORDS: Readonly<Record<WebcastState, string>> = {
  scheduled: 'Scheduled',
  connecting: 'Encoder connecting',
  preview: 'Preview',
  'on-air': 'On air',
  interrupted: 'Interrupted',
  ended: 'Ended',
};

const TONES: Readonly<Record<WebcastState, ChipTone>> = {
  scheduled: 'plain',
  connecting: 'plain',
  preview: 'warn',
  'on-air': 'live',
  interrupted: 'warn',
  ended: 'plain',
};

export function webcastChip(state: WebcastState): TemplateResult {
  return html`<console-chip .tone=${TONES[state]} .text=${STATE_WORDS[state]}></console-chip>`;
}
