import type { LeaveQuestion } from './console-context.ts';

export type Place = { readonly path: string; readonly search: string };

type Entry = { readonly index: number };

/**
 * The browser's history below the console's address: links and buttons move without a load, and a page that holds
 * unsaved work is asked first, also when the browser's own buttons are pressed.
 */
export class ConsoleHistory {
  readonly #changed: () => void;
  #place: Place = placeNow();
  /** Of the entry that is shown; entries count upwards, so that a step that was refused can be taken back. */
  #index = 0;
  /** A step of the browser's that is being taken back, to be asked about; null where none is. */
  #heldStep: number | null = null;
  #question: LeaveQuestion | null = null;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get place(): Place {
    return this.#place;
  }

  open(signal: AbortSignal): void {
    this.#place = placeNow();
    this.#index = entryNow()?.index ?? 0;
    history.replaceState({ index: this.#index } satisfies Entry, '');
    addEventListener('popstate', () => void this.#follow(), { signal });
    document.addEventListener('click', (event) => this.#click(event), { signal });
    addEventListener(
      'beforeunload',
      (event) => {
        if (this.#question !== null) event.preventDefault();
      },
      { signal },
    );
  }

  holdLeaving(question: LeaveQuestion | null): void {
    this.#question = question;
  }

  /** Whether whoever holds the page lets it go; then nobody holds it any more. */
  async mayLeave(): Promise<boolean> {
    const question = this.#question;
    if (question !== null && !(await question())) return false;
    this.#question = null;
    return true;
  }

  async go(path: string, isReplacing = false): Promise<void> {
    const url = new URL(path, location.href);
    const isSamePage = url.pathname === this.#place.path;
    if (!isSamePage && !(await this.mayLeave())) return;
    if (!isReplacing) this.#index++;
    const entry = { index: this.#index } satisfies Entry;
    history[isReplacing ? 'replaceState' : 'pushState'](entry, '', url.pathname + url.search);
    this.#arrive();
  }

  /** Back and forward have moved already when they are heard of: the step is taken back, then asked about. */
  async #follow(): Promise<void> {
    const held = this.#heldStep;
    if (held !== null) {
      this.#heldStep = null;
      if (await this.mayLeave()) history.go(held);
      return;
    }
    const index = entryNow()?.index ?? 0;
    const step = index - this.#index;
    if (location.pathname !== this.#place.path && this.#question !== null && step !== 0) {
      this.#heldStep = step;
      history.go(-step);
      return;
    }
    this.#index = index;
    this.#arrive();
  }

  #arrive(): void {
    const next = placeNow();
    if (next.path !== this.#place.path) this.#question = null;
    this.#place = next;
    this.#changed();
  }

  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link === undefined || link.target !== '' || link.hasAttribute('download')) return;
    const { origin, pathname, search, hash } = new URL(link.href, location.href);
    if (origin !== location.origin || !/^\/console(?:\/|$)/.test(pathname) || hash !== '') return;
    event.preventDefault();
    void this.go(pathname + search);
  }
}

function placeNow(): Place {
  return { path: location.pathname, search: location.search };
}

function entryNow(): Entry | null {
  const { state } = history;
  return typeof state?.index === 'number' ? state : null;
}
