import type { ConsoleContext, ConsolePageElement } from './console-context.ts';
import type { Place } from './console-history.ts';
import { matchRoute, type Route, type SectionName } from './routes.ts';

export type OutletState =
  | { readonly kind: 'loading'; readonly section: SectionName | null }
  | {
      readonly kind: 'page';
      readonly section: SectionName;
      readonly element: ConsolePageElement;
    }
  | { readonly kind: 'refused'; readonly section: SectionName }
  | { readonly kind: 'missing' }
  /** The page's code does not come: no connection, or a server that was renewed under it. */
  | { readonly kind: 'failed'; readonly section: SectionName };

/** The page that the address names: its code is loaded, its element made, and kept while the address names it. */
export class PageOutlet {
  readonly #changed: () => void;
  #state: OutletState = { kind: 'loading', section: null };
  #shownPath: string | null = null;
  #partnerId = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get state(): OutletState {
    return this.#state;
  }

  clear(): void {
    this.#shownPath = null;
    this.#become({ kind: 'loading', section: null });
  }

  /** @returns whether another page than before is shown now */
  async show({ path, search }: Place, context: ConsoleContext): Promise<boolean> {
    const isSame = path === this.#shownPath && context.who.partnerId === this.#partnerId;
    if (isSame && this.#state.kind === 'page') {
      this.#state.element.search = search;
      this.#state.element.console = context;
      return false;
    }
    const isFirst = this.#shownPath === null;
    this.#shownPath = path;
    this.#partnerId = context.who.partnerId;
    const match = matchRoute(path);
    if (match === null) {
      context.setTitle('Not found');
      this.#become({ kind: 'missing' });
      return !isFirst;
    }
    const { route, params } = match;
    if (route.permission !== undefined && !context.may(route.permission)) {
      this.#become({ kind: 'refused', section: route.section });
      return !isFirst;
    }
    // Of another account, or of before: what it held is gone with it.
    context.holdLeaving(null);
    await this.#load(route, path);
    if (this.#shownPath !== path || this.#state.kind === 'failed') return false;
    const element = document.createElement(route.element) as ConsolePageElement;
    element.console = context;
    element.params = params;
    element.search = search;
    this.#become({ kind: 'page', section: route.section, element });
    return !isFirst;
  }

  async #load(route: Route, path: string): Promise<void> {
    if (customElements.get(route.element) !== undefined) return;
    this.#become({ kind: 'loading', section: route.section });
    try {
      await route.load();
    } catch {
      if (this.#shownPath === path) this.#become({ kind: 'failed', section: route.section });
    }
  }

  #become(state: OutletState): void {
    this.#state = state;
    this.#changed();
  }
}
