import '@rostrum/sdk/reference';
import type { RostrumReference } from '@rostrum/sdk/reference';

const reference = document.querySelector<RostrumReference>('rostrum-reference');

if (reference !== null) {
  reference.addEventListener('rostrum-change', (event) => {
    const { title } = (event as CustomEvent<{ readonly title: string }>).detail;
    document.title = title === '' ? 'Rostrum' : `${title} · Rostrum`;
  });
  reference.serviceUrl = location.origin;
}
