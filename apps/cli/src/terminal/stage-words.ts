import type { Stage, WebcastState } from '@rostrum/sdk';
import { utcText } from './amounts.ts';
import type { Colour } from './paint.ts';

/** What a webcast shows, in a few words. */
export function stageWords(stage: Stage): string {
  switch (stage.kind) {
    case 'scheduled':
      return 'waiting for its encoder';
    case 'preview':
      return 'preview: an encoder is there, viewers wait';
    case 'on-air':
      return `on air since ${utcText(stage.onAirSinceMs)} UTC`;
    case 'interrupted':
      return `on air, but the encoder is gone; waiting for it until ${new Date(stage.waitsUntilMs).toISOString().slice(11, 19)} UTC`;
    case 'ended':
      return stage.replayUrl === null ? 'ended' : 'ended; the replay is there';
    case 'being-recorded':
      return 'being recorded';
    case 'recorded':
      return 'a recording, ready';
    case 'empty':
      return 'nothing to play';
  }
}

export function stageColour({ kind }: Stage): Colour {
  switch (kind) {
    case 'on-air':
      return 'green';
    case 'interrupted':
      return 'red';
    case 'preview':
      return 'yellow';
    default:
      return 'bold';
  }
}

const STATE_WORDS: Readonly<Record<WebcastState, readonly [words: string, colour: Colour]>> = {
  scheduled: ['waiting', 'dim'],
  connecting: ['encoder connecting', 'yellow'],
  preview: ['preview', 'yellow'],
  'on-air': ['on air', 'green'],
  interrupted: ['on air, encoder gone', 'red'],
  ended: ['ended', 'dim'],
};

export function stateWords(state: WebcastState): string {
  return STATE_WORDS[state][0];
}

export function stateColour(state: WebcastState): Colour {
  return STATE_WORDS[state][1];
}
