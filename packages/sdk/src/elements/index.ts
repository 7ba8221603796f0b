import { RostrumAbout } from './rostrum-about.ts';
import { RostrumCountdown } from './rostrum-countdown.ts';
import { RostrumPlayer } from './rostrum-player.ts';
import { RostrumPlayerControls } from './rostrum-player-controls.ts';
import { RostrumReplay } from './rostrum-replay.ts';
import { RostrumTimeline } from './rostrum-timeline.ts';
import { RostrumWaiting } from './rostrum-waiting.ts';
import { RostrumWebcast } from './rostrum-webcast.ts';

export { chooseLanguage, LANGUAGE_NAMES } from '../messages/languages.ts';
export type { WebcastView } from './webcast-view.ts';
export { RostrumPlayer, RostrumReplay, RostrumWebcast };

/** Importing this file defines the elements; a page that already has them keeps the ones it has. */
const ELEMENTS: Readonly<Record<string, CustomElementConstructor>> = {
  'rostrum-about': RostrumAbout,
  'rostrum-countdown': RostrumCountdown,
  'rostrum-timeline': RostrumTimeline,
  'rostrum-player-controls': RostrumPlayerControls,
  'rostrum-player': RostrumPlayer,
  'rostrum-replay': RostrumReplay,
  'rostrum-waiting': RostrumWaiting,
  'rostrum-webcast': RostrumWebcast,
};

for (const [name, element] of Object.entries(ELEMENTS)) {
  if (customElements.get(name) === undefined) customElements.define(name, element);
}
