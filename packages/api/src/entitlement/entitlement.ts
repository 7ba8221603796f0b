import type { Session } from '../ks/session.ts';
import { isHeldBack, type OwnedEntry } from '../session/access.ts';
import type { PlacementsStore } from '../store/category/placements-store.ts';
import { dependsOnPlacements, type Rights, rightsTo } from './rights.ts';
import { type Viewer, viewerOf, withRedirectTargets } from './viewer.ts';

/** What accounts ask of sessions that say nothing about it. */
export interface EntitlementSettings {
  isEntitlementEnforced(partnerId: number): boolean;
}

/** Answers who may do what with an entry. Reads the database only where the answer depends on categories. */
export class Entitlement {
  readonly #settings: EntitlementSettings;
  readonly #placements: PlacementsStore;
  /** What a session says does not change, and the verifier answers the same one again and again. */
  readonly #viewers = new WeakMap<Session, Viewer>();
  readonly #enforcedViewers = new WeakMap<Session, Viewer>();

  constructor(settings: EntitlementSettings, placements: PlacementsStore) {
    this.#settings = settings;
    this.#placements = placements;
  }

  async rightsTo(session: Session | undefined, entry: OwnedEntry): Promise<Rights> {
    const rights = await this.#rightsByCategory(session, entry);
    return isHeldBack(entry) && !rights.mayEdit ? { ...rights, mayWatch: false } : rights;
  }

  async #rightsByCategory(session: Session | undefined, entry: OwnedEntry): Promise<Rights> {
    const viewer = this.#viewerOf(session, entry.partnerId);
    if (!dependsOnPlacements(viewer, entry)) return rightsTo(viewer, entry, []);
    const placements = await this.#placements.placementsFor(entry.id, viewer.userId);
    const rights = rightsTo(viewer, entry, placements);
    if (rights.mayWatch || viewer.watchable.length === 0) return rights;
    return rightsTo(await this.#withRedirects(viewer), entry, placements);
  }

  /** For lists: what the session says, with what its entries redirect to. */
  async viewerFor(session: Session): Promise<Viewer> {
    const viewer = this.#viewerOf(session, session.partnerId);
    const needsRedirects = viewer.enforcement !== 'off' && viewer.watchable.length > 0;
    return needsRedirects ? this.#withRedirects(viewer) : viewer;
  }

  #viewerOf(session: Session | undefined, partnerId: number): Viewer {
    const isEnforced = this.#settings.isEntitlementEnforced(partnerId);
    if (session === undefined) return viewerOf(session, isEnforced);
    const remembered = isEnforced ? this.#enforcedViewers : this.#viewers;
    let viewer = remembered.get(session);
    if (viewer === undefined) {
      viewer = viewerOf(session, isEnforced);
      remembered.set(session, viewer);
    }
    return viewer;
  }

  async #withRedirects(viewer: Viewer): Promise<Viewer> {
    const { session, watchable } = viewer;
    if (session === undefined) return viewer;
    return withRedirectTargets(
      viewer,
      await this.#placements.redirectTargetsOf(session.partnerId, watchable),
    );
  }
}
