/** Every word that the elements show. A language is a file like this one; `Messages` keeps them complete. */
export const en = {
  language: 'English',
  direction: 'ltr' as 'ltr' | 'rtl',

  live: 'Live',
  preview: 'Preview',
  previewOnly: 'Preview · only you and your team can watch',
  interruptedChip: 'Interrupted',
  watching: (count: number, formatted: string) =>
    count === 1 ? '1 watching' : `${formatted} watching`,
  inTheRoom: (count: number, formatted: string) =>
    count === 1 ? '1 in the room' : `${formatted} in the room`,

  loading: 'Loading the webcast',
  startsIn: 'Starts in',
  startsSoon: 'Starts soon',
  notStarted: 'Not started yet',
  opensByItself: 'The picture will appear here by itself.',
  countdown: {
    days: (count: number): string => (count === 1 ? 'day' : 'days'),
    hours: (count: number): string => (count === 1 ? 'hour' : 'hours'),
    minutes: (count: number): string => (count === 1 ? 'minute' : 'minutes'),
    seconds: (count: number): string => (count === 1 ? 'second' : 'seconds'),
  },

  interrupted: 'The picture is interrupted.',
  interruptedHint: 'It will be back here by itself.',
  ended: 'This webcast has ended',
  endedHint: 'Thank you for watching.',
  replay: 'Replay',
  endedPlayingOn: 'The webcast has ended. You are watching the rest of it.',

  reconnecting: 'Connection lost. Reconnecting…',
  unreachable: 'The server does not answer',
  unreachableHint: 'We keep trying. The webcast opens here by itself.',

  refused: {
    'not-found': {
      title: 'We can’t find this webcast',
      hint: 'Check the address, or ask the person who sent it to you for a new one.',
    },
    'not-allowed': {
      title: 'This webcast is not open to you',
      hint: 'Sign in where you found the link, or ask the organiser for access.',
    },
    'bad-session': {
      title: 'Your access has expired',
      hint: 'Open the webcast again from where you found the link.',
    },
    'bad-command': {
      title: 'This page is out of date',
      hint: 'Reload it to get the current version.',
    },
  },
  busy: 'This webcast is full right now',
  busyHint: 'Stay here: we keep asking, and it opens by itself as soon as there is room.',

  failure: {
    unsupported: {
      title: 'This browser can’t play live video',
      hint: 'Update it, or open this page in a current Chrome, Edge, Firefox or Safari.',
    },
    unloadable: {
      title: 'The picture does not load',
      hint: 'Check your connection, then try again.',
    },
    undecodable: {
      title: 'This browser can’t show this picture',
      hint: 'Try again, or open this page in another browser.',
    },
  },
  tryAgain: 'Try again',
  reload: 'Reload the page',

  player: 'Player',
  play: 'Play',
  pause: 'Pause',
  back: (seconds: number) => `Back ${seconds} seconds`,
  mute: 'Mute',
  unmute: 'Unmute',
  turnSoundOn: 'Turn sound on',
  volume: 'Volume',
  percent: (value: number) => `${value} %`,
  goToLive: 'Go to live',
  atLive: 'You are watching live',
  behindLive: (time: string) => `${time} behind live`,
  timeline: 'Timeline',
  timelineValue: (time: string, behind: string) => `${time}, ${behind} behind live`,
  timelineLive: (time: string) => `${time}, live`,
  quality: 'Quality',
  qualityAuto: 'Auto',
  qualityAutoNow: (now: string) => `Auto · ${now}`,
  qualityLine: (heightPx: number) => `${heightPx}p`,
  qualityBits: (megabits: string) => `${megabits} Mbit/s`,
  captionsOn: 'Turn captions on',
  captionsOff: 'Turn captions off',
  enterPip: 'Picture in picture',
  exitPip: 'Leave picture in picture',
  enterFullscreen: 'Full screen',
  exitFullscreen: 'Leave full screen',

  about: 'About',
  details: 'Details',
  noDescription: 'The organiser has not added a description.',
  starts: 'Starts',
  ends: 'Ends',
  onAirSince: 'On air since',
  rewind: 'Rewind',
  rewindUpTo: (duration: string) => `Up to ${duration}`,
  keyboard: 'Keyboard',
  keyboardHint: 'These keys work while the player has the focus. Click the picture to give it.',
  keys: {
    toggle: 'Play or pause',
    back: 'Back 10 seconds',
    step: 'Back or forward 5 seconds',
    volume: 'Louder or quieter',
    mute: 'Sound on or off',
    start: 'Go to the start',
    live: 'Go to live',
    captions: 'Captions on or off',
    fullscreen: 'Full screen',
    pip: 'Picture in picture',
    spaceKey: 'Space',
  },

  announce: {
    live: 'The webcast is live.',
    preview: 'Preview: the picture is on.',
    interrupted: 'The picture is interrupted. It will be back by itself.',
    back: 'The picture is back.',
    ended: 'This webcast has ended.',
    replay: 'You can watch the replay now.',
    endedWithReplay: 'This webcast has ended. You can watch the replay now.',
    lost: 'Connection lost. Reconnecting.',
    found: 'Connected again.',
  },
};

export type Messages = typeof en;
