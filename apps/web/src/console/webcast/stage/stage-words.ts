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

/** The same of a webcast whose stream another server has. */
export function outsideNotice(kind: WebcastLife['kind'], isExplicitLive: boolean): StageNotice {
  if (kind === 'ended') {
    return {
      title: 'This show has ended',
      text: 'Begin your stream again for another one: it has the same link, and whoever waits there sees it.',
    };
  }
  return {
    title: 'Waiting for your stream',
    text: isExplicitLive
      ? 'The picture appears here as soon as it is there, and only you see it until you go live.'
      : 'The picture appears here as soon as it is there, and is on air at once.',
  };
}
