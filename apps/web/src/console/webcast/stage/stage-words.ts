import type { WebcastLife } from '../webcast-life.ts';

export type StageNotice = { readonly title: string; readonly text: string };

/** What stands where the picture would be. */
export function stageNotice(
  kind: Exclude<WebcastLife['kind'], 'preview' | 'on-air' | 'interrupted'>,
  isExplicitLive: boolean,
): StageNotice {
  switch (kind) {
    case 'scheduled':
      return {
        title: 'Waiting for your encoder',
        text: isExplicitLive
          ? 'Start it with the server and key from “Your encoder”. The picture appears here, and only you see it until you go live.'
          : 'Start it with the server and key from “Your encoder”. The picture appears here and is on air at once.',
      };
    case 'connecting':
      return {
        title: 'The encoder is connected',
        text: 'Its picture comes with the first key frames, in a moment.',
      };
    case 'ended':
      return {
        title: 'This show has ended',
        text: 'Start your encoder for another one: it has the same link, and whoever waits there sees it.',
      };
  }
}

export const ELSEWHERE: StageNotice = {
  title: 'This webcast plays a stream from elsewhere',
  text: 'It is produced and previewed where it comes from. Viewers see it on the watch page.',
};
