import type { Messages } from './en.ts';

export const de: Messages = {
  language: 'Deutsch',
  direction: 'ltr',

  live: 'Live',
  preview: 'Vorschau',
  previewOnly: 'Vorschau · nur für Sie und Ihr Team',
  interruptedChip: 'Unterbrochen',
  watching: (count, formatted) => (count === 1 ? '1 schaut zu' : `${formatted} schauen zu`),

  loading: 'Der Webcast wird geladen',
  startsIn: 'Beginnt in',
  startsSoon: 'Beginnt gleich',
  notStarted: 'Hat noch nicht begonnen',
  opensByItself: 'Das Bild erscheint hier von selbst.',
  countdown: {
    days: (count) => (count === 1 ? 'Tag' : 'Tage'),
    hours: (count) => (count === 1 ? 'Stunde' : 'Stunden'),
    minutes: (count) => (count === 1 ? 'Minute' : 'Minuten'),
    seconds: (count) => (count === 1 ? 'Sekunde' : 'Sekunden'),
  },

  interrupted: 'Das Bild ist unterbrochen.',
  interruptedHint: 'Es kommt hier von selbst wieder.',
  ended: 'Dieser Webcast ist zu Ende',
  endedHint: 'Danke fürs Zuschauen.',
  endedPlayingOn: 'Der Webcast ist zu Ende. Sie sehen den Rest.',

  reconnecting: 'Verbindung verloren. Sie wird wiederhergestellt …',
  unreachable: 'Der Server antwortet nicht',
  unreachableHint: 'Wir versuchen es weiter. Der Webcast öffnet sich hier von selbst.',

  refused: {
    'not-found': {
      title: 'Diesen Webcast gibt es nicht',
      hint: 'Prüfen Sie die Adresse, oder bitten Sie um einen neuen Link.',
    },
    'not-allowed': {
      title: 'Dieser Webcast ist für Sie nicht freigegeben',
      hint: 'Melden Sie sich dort an, wo Sie den Link gefunden haben, oder fragen Sie den Veranstalter.',
    },
    'bad-session': {
      title: 'Ihr Zugang ist abgelaufen',
      hint: 'Öffnen Sie den Webcast noch einmal dort, wo Sie den Link gefunden haben.',
    },
    'bad-command': {
      title: 'Diese Seite ist veraltet',
      hint: 'Laden Sie sie neu, um die aktuelle Fassung zu bekommen.',
    },
  },
  busy: 'Dieser Webcast ist gerade voll',
  busyHint: 'Bleiben Sie hier: Er öffnet sich von selbst, sobald Platz ist.',

  failure: {
    unsupported: {
      title: 'Dieser Browser spielt kein Live-Video',
      hint: 'Aktualisieren Sie ihn, oder nehmen Sie Chrome, Edge, Firefox oder Safari.',
    },
    unloadable: {
      title: 'Das Bild lässt sich nicht laden',
      hint: 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    },
    undecodable: {
      title: 'Dieser Browser kann das Bild nicht zeigen',
      hint: 'Versuchen Sie es noch einmal, oder nehmen Sie einen anderen Browser.',
    },
  },
  tryAgain: 'Noch einmal versuchen',
  reload: 'Seite neu laden',

  player: 'Player',
  play: 'Abspielen',
  pause: 'Anhalten',
  back: (seconds) => `${seconds} Sekunden zurück`,
  mute: 'Ton aus',
  unmute: 'Ton an',
  turnSoundOn: 'Ton einschalten',
  volume: 'Lautstärke',
  percent: (value) => `${value} %`,
  goToLive: 'Zu Live',
  atLive: 'Sie sehen live zu',
  behindLive: (time) => `${time} hinter Live`,
  timeline: 'Zeitleiste',
  timelineValue: (time, behind) => `${time}, ${behind} hinter Live`,
  timelineLive: (time) => `${time}, live`,
  quality: 'Qualität',
  qualityAuto: 'Auto',
  qualityAutoNow: (now) => `Auto · ${now}`,
  qualityLine: (heightPx) => `${heightPx}p`,
  qualityBits: (megabits) => `${megabits} Mbit/s`,
  captionsOn: 'Untertitel einschalten',
  captionsOff: 'Untertitel ausschalten',
  enterPip: 'Bild im Bild',
  exitPip: 'Bild im Bild verlassen',
  enterFullscreen: 'Vollbild',
  exitFullscreen: 'Vollbild verlassen',

  about: 'Info',
  details: 'Einzelheiten',
  noDescription: 'Der Veranstalter hat keine Beschreibung hinterlegt.',
  starts: 'Beginn',
  ends: 'Ende',
  onAirSince: 'Auf Sendung seit',
  rewind: 'Zurückspulen',
  rewindUpTo: (duration) => `Bis zu ${duration}`,
  keyboard: 'Tastatur',
  keyboardHint:
    'Diese Tasten gelten, solange der Player den Fokus hat. Ein Klick auf das Bild genügt.',
  keys: {
    toggle: 'Abspielen oder anhalten',
    back: '10 Sekunden zurück',
    step: '5 Sekunden zurück oder vor',
    volume: 'Lauter oder leiser',
    mute: 'Ton an oder aus',
    start: 'Zum Anfang',
    live: 'Zu Live',
    captions: 'Untertitel an oder aus',
    fullscreen: 'Vollbild',
    pip: 'Bild im Bild',
    spaceKey: 'Leertaste',
  },

  announce: {
    live: 'Der Webcast ist live.',
    preview: 'Vorschau: Das Bild ist da.',
    interrupted: 'Das Bild ist unterbrochen. Es kommt von selbst wieder.',
    back: 'Das Bild ist wieder da.',
    ended: 'Dieser Webcast ist zu Ende.',
    lost: 'Verbindung verloren. Sie wird wiederhergestellt.',
    found: 'Wieder verbunden.',
  },
};
