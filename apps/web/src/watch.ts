import '@rostrum/sdk/elements';
import type { RostrumWebcast } from '@rostrum/sdk/elements';
import { offerLanguages } from './language-choice.ts';
import { renewPolicy, thisPage } from './renew-policy.ts';
import { readWatchAddress } from './watch-address.ts';

const webcast = document.querySelector<RostrumWebcast>('rostrum-webcast');
const menu = document.querySelector<HTMLSelectElement>('.language');

function open(element: RostrumWebcast): void {
  const { webcastId, session } = readWatchAddress(location);
  element.webcastId = webcastId;
  element.session = session;
}

if (webcast !== null && menu !== null) {
  offerLanguages(menu, (language) => {
    document.documentElement.lang = language;
    webcast.lang = language;
  });
  webcast.addEventListener('rostrum-change', (event) => {
    const { title } = (event as CustomEvent<{ readonly title: string }>).detail;
    document.title = title === '' ? 'Rostrum' : `${title} · Rostrum`;
  });
  renewPolicy(thisPage());
  open(webcast);
  // A link with another session opens the same page: the browser does not load it again.
  addEventListener('hashchange', () => open(webcast));
}
