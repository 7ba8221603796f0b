import { RostrumError } from '@rostrum/sdk';
import { html, type TemplateResult } from 'lit';
import type { StateKind } from './console-state.ts';
import './console-state.ts';

export type FailureWords = {
  readonly kind: StateKind;
  readonly heading: string;
  readonly text: string;
};

const AWAY_CODES = new Set(['unreachable', 'timed-out']);

/** Whether trying again later may help, because nothing answered. */
export function isServerAway(error: unknown): boolean {
  return error instanceof RostrumError && AWAY_CODES.has(error.code);
}

/** What happened to a call, in words for a whole page or panel. */
export function failureWords(error: unknown): FailureWords {
  if (!(error instanceof RostrumError)) {
    return {
      kind: 'error',
      heading: 'Something went wrong on this page',
      text: 'Load it again. If it happens once more, tell whoever runs this server what you did.',
    };
  }
  if (isServerAway(error)) return awayWords(navigator.onLine);
  if (error.code === 'SERVICE_FORBIDDEN' || error.code === 'INVALID_KS') {
    return {
      kind: 'refused',
      heading: 'You may not see this',
      text: 'Your role does not allow it. An administrator of the account can change that under People.',
    };
  }
  if (/NOT_FOUND$/.test(error.code)) {
    return {
      kind: 'missing',
      heading: 'It is not here',
      text: 'It was deleted, or it belongs to another account.',
    };
  }
  return { kind: 'error', heading: 'The server did not do it', text: sentenceOf(error) };
}

/** What happened to a press of a button, in one sentence. */
export function failureSentence(error: unknown): string {
  if (!(error instanceof RostrumError)) return 'Something went wrong on this page. Load it again.';
  if (isServerAway(error)) {
    return navigator.onLine
      ? 'The server does not answer. Nothing was changed; try again.'
      : 'You are offline. Nothing was changed; try again when you are back.';
  }
  if (error.code === 'SERVICE_FORBIDDEN') return 'Your role does not allow that.';
  return sentenceOf(error);
}

/** A whole page or panel that could not be loaded, with a button to try again. */
export function failureState(error: unknown, tryAgain: () => void): TemplateResult {
  const { kind, heading, text } = failureWords(error);
  return html`<console-state .kind=${kind} .heading=${heading} .text=${text}>
    <button class="button" type="button" @click=${tryAgain}>Try again</button>
  </console-state>`;
}

function awayWords(isOnline: boolean): FailureWords {
  return isOnline
    ? {
        kind: 'offline',
        heading: 'The server does not answer',
        text: 'It may be starting again. This page keeps trying by itself.',
      }
    : {
        kind: 'offline',
        heading: 'You are offline',
        text: 'This page loads by itself as soon as you are back.',
      };
}

/** The server's own sentence says what is wrong and what was expected; it ends as ours do. */
function sentenceOf({ message }: RostrumError): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
