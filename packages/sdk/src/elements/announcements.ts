import type { Messages } from '../messages/en.ts';
import type { WebcastView } from './webcast-view.ts';

export type Announced = { readonly view: WebcastView; readonly isLost: boolean };

/** What a screen reader says when the page changes by itself; null where there is nothing to say. */
export function announcementOf(
  before: Announced,
  after: Announced,
  messages: Messages,
): string | null {
  const { announce } = messages;
  if (after.isLost !== before.isLost) return after.isLost ? announce.lost : announce.found;
  const was = modeOf(before.view);
  const is = modeOf(after.view);
  if (was === is) return null;
  switch (is) {
    case 'on-air':
      return was === 'interrupted' ? announce.back : announce.live;
    case 'preview':
      return announce.preview;
    case 'interrupted':
      return announce.interrupted;
    case 'playing-on':
      return announce.ended;
    case 'ended':
      return was === 'playing-on' ? null : announce.ended;
    case 'replay':
      if (was === 'being-recorded') return announce.replay;
      return was === 'ended' || was === 'playing-on' ? announce.replay : announce.endedWithReplay;
    default:
      return null;
  }
}

function modeOf(view: WebcastView): string {
  return view.kind === 'playing' ? view.mode : view.kind;
}
