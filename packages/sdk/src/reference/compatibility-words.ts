import type { CompatibilityStatus } from '@rostrum/contracts';

export function compatibilityWord(status: CompatibilityStatus): string {
  switch (status) {
    case 'works':
      return 'Works as Kaltura’s';
    case 'works-differently':
      return 'Works, with a difference';
    case 'later':
      return 'Later';
    case 'not-offered':
      return 'Not offered';
    case 'own':
      return 'Rostrum’s own';
  }
}
