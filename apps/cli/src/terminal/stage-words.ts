import type { Stage, WebcastState } from '@rostrum/sdk';
import { utcText } from './amounts.ts';
import type { Colour } from './paint.ts';

/** What a webcast shows, in a few words. */
export function stageWords(stage: Stage): string {
  switch (stage.kind) {
    case 'scheduled':
      return 'waiting for its encoder';
    case 'preview':
      return 'preview: an encoder is there, viewers see nothing of it';
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

/**
 * The stage `scheduled`, more exactly.
 *
 * @param isEncoderThere its first seconds are on their way
 */
export function waitingWords(isEncoderThere: boolean, hasGoneLive: boolean): string {
  if (isEncoderThere) {
    return hasGoneLive
      ? 'going on air: its encoder is there, viewers get the picture in a moment'
      : 'its encoder is there, the preview begins in a moment';
  }
  return hasGoneLive
    ? 'waiting for its encoder, and on air as soon as that sends'
    : 'waiting for its encoder';
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
  connecting: ['preview begins', 'yellow'],
  preview: ['preview', 'yellow'],
  'on-air': ['on air', 'green'],
  interrupted: ['on air, encoder gone', 'red'],
  ended: ['ended', 'dim'],
};

/** @param isHeldBack what an encoder sends is a preview: as from the end of a show on */
export function stateWords(state: WebcastState, isHeldBack: boolean): string {
  return state === 'connecting' && !isHeldBack ? 'going on air' : STATE_WORDS[state][0];
}

export function stateColour(state: WebcastState): Colour {
  return STATE_WORDS[state][1];
}
