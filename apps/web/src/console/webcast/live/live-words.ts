import type { Question } from '../../parts/ask.ts';
import { failureSentence, isServerAway } from '../../parts/failure-words.ts';
import type { LiveSwitch, WebcastLife } from '../webcast-life.ts';
import type { Wish } from './live-presses.ts';

/** What a webcast's picture comes from: an encoder that sends here, or a stream that another server has. */
export type Sender = 'encoder' | 'stream';

/** What the red button says, and while it waits. */
export function switchLabel({ kind }: LiveSwitch, pending: Wish | null): string {
  if (pending === 'go-live') return 'Going live…';
  if (pending === 'end') return 'Ending…';
  return kind === 'end' ? 'End' : 'Go live';
}

/** Why going live has to wait. */
export function notYetText(
  { kind, reason }: Extract<LiveSwitch, { kind: 'not-yet' }>,
  sender: Sender,
): string {
  if (sender === 'stream') return 'Your stream is not there yet: you can go live once it is.';
  return reason === 'no-picture' && kind === 'not-yet'
    ? 'The picture is on its way. You can go live as soon as it is here.'
    : 'Start your encoder first: then you can go live with its picture.';
}

export function endQuestion(sender: Sender): Question {
  const ends =
    sender === 'stream'
      ? 'Viewers see that it has ended. Your stream may go on where it is:'
      : 'Viewers see that it has ended, and the replay where there is one. The encoder may stay connected:';
  return {
    heading: 'End the webcast?',
    text: `${ends} its picture is a preview again, and you can go live another time on the same link.`,
    confirm: 'End webcast',
    cancel: 'Stay on air',
    isLive: true,
  };
}

export function newKeyQuestion(isOnAir: boolean): Question {
  return {
    heading: 'Make a new stream key?',
    text: `The old key stops working, and an encoder that is connected with it is disconnected at once. Enter the new key there and start it again.${
      isOnAir ? ' You are on air: viewers wait meanwhile.' : ''
    }`,
    confirm: 'Make a new key',
  };
}

const WISHES: Readonly<Record<Wish, string>> = {
  'go-live': 'Going live did not work.',
  end: 'Ending did not work.',
  'hold-back': 'The picture is not held back.',
  disarm: 'It is not held back again.',
  'new-key': 'There is no new stream key.',
};

/** What became of a press that did not do what it should. */
export function pressFailure(wish: Wish, error: unknown): string {
  // An answer that was lost on its way may have been a yes.
  const reason = isServerAway(error)
    ? 'The server did not answer. What you see on this page is what it is; press again.'
    : failureSentence(error);
  return `${WISHES[wish]} ${reason}`;
}

/** What is said when the life of the webcast takes a step. */
export const LIFE_ANNOUNCEMENTS: Readonly<Record<WebcastLife['kind'], string>> = {
  scheduled: 'Waiting for the picture.',
  connecting: 'The encoder is connected.',
  preview: 'The picture is here. Only you and your team see it.',
  'on-air': 'You are on air.',
  interrupted: 'The picture is gone. Viewers wait for it.',
  ended: 'The webcast has ended.',
};
