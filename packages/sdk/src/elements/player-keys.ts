/** What a key asks of the player. */
export type PlayerCommand =
  | { readonly kind: 'toggle-play' }
  | { readonly kind: 'seek-by'; readonly seconds: number }
  | { readonly kind: 'go-to-start' }
  | { readonly kind: 'go-to-live' }
  | { readonly kind: 'volume-by'; readonly change: number }
  | { readonly kind: 'toggle-mute' }
  | { readonly kind: 'toggle-captions' }
  | { readonly kind: 'toggle-fullscreen' }
  | { readonly kind: 'toggle-pip' };

/** The control that has the focus, as far as it needs keys for itself. */
export type FocusedControl = 'button' | 'timeline' | 'slider' | 'menu' | 'none';

export type KeyPress = {
  readonly key: string;
  readonly hasModifier: boolean;
  readonly focused: FocusedControl;
};

export const BACK_S = 10;
const STEP_S = 5;
const VOLUME_STEP = 0.05;

/**
 * What a key means while the focus is inside the player. A control keeps the keys that are its own: space and Enter on
 * a button, the arrows on a slider, everything in a menu. Only inside the player: single letters that act anywhere on a
 * page get in the way of speech input (WCAG 2.1.4).
 */
export function commandOf({ key, hasModifier, focused }: KeyPress): PlayerCommand | null {
  if (hasModifier || focused === 'menu') return null;
  if (key === ' ') return focused === 'button' ? null : { kind: 'toggle-play' };
  if (focused === 'slider' && /^(Arrow|Home|End|Page)/.test(key)) return null;
  switch (key.toLowerCase()) {
    case 'k':
      return { kind: 'toggle-play' };
    case 'j':
      return { kind: 'seek-by', seconds: -BACK_S };
    case 'l':
    case 'end':
      return { kind: 'go-to-live' };
    case '0':
    case 'home':
      return { kind: 'go-to-start' };
    case 'arrowleft':
      return { kind: 'seek-by', seconds: -STEP_S };
    case 'arrowright':
      return { kind: 'seek-by', seconds: STEP_S };
    case 'pagedown':
      return focused === 'timeline' ? { kind: 'seek-by', seconds: -60 } : null;
    case 'pageup':
      return focused === 'timeline' ? { kind: 'seek-by', seconds: 60 } : null;
    case 'arrowup':
      return focused === 'timeline'
        ? { kind: 'seek-by', seconds: STEP_S }
        : { kind: 'volume-by', change: VOLUME_STEP };
    case 'arrowdown':
      return focused === 'timeline'
        ? { kind: 'seek-by', seconds: -STEP_S }
        : { kind: 'volume-by', change: -VOLUME_STEP };
    case 'm':
      return { kind: 'toggle-mute' };
    case 'c':
      return { kind: 'toggle-captions' };
    case 'f':
      return { kind: 'toggle-fullscreen' };
    case 'i':
      return { kind: 'toggle-pip' };
    default:
      return null;
  }
}
