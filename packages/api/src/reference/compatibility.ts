import type { ActionCompatibility, ServiceCompatibility } from '@rostrum/contracts';
import type { Actions } from '../catalog/action.ts';
import { audiencePlans } from './plans/audience-plans.ts';
import { contentPlans } from './plans/content-plans.ts';
import { livePlans } from './plans/live-plans.ts';
import { peoplePlans } from './plans/people-plans.ts';
import type { ServicePlan, ServicePlans } from './plans/service-plan.ts';

/** Every service of Kaltura's that has to do with webcasting, and what comes of its actions here. */
export const COMPATIBILITY_PLANS: ServicePlans = {
  ...livePlans,
  ...contentPlans,
  ...audiencePlans,
  ...peoplePlans,
};

export type Catalog = { readonly [service: string]: Actions };

/** What works is what the catalogue has: a plan can only say what becomes of the rest, and where a difference is. */
export function compatibilityTable(
  catalog: Catalog,
  plans: ServicePlans = COMPATIBILITY_PLANS,
): ServiceCompatibility[] {
  const offered = new Map(
    Object.entries(catalog).map(([service, actions]) => [service.toLowerCase(), actions]),
  );
  const planned = Object.entries(plans).map(([service, plan]) => ({
    service,
    wireName: service.toLowerCase(),
    actions: actionsOf(plan, Object.keys(offered.get(service.toLowerCase()) ?? {})),
  }));
  const known = new Set(planned.map(({ wireName }) => wireName));
  const own = Object.entries(catalog)
    .filter(([service]) => !known.has(service.toLowerCase()))
    .map(([service, actions]) => ({
      service,
      wireName: service.toLowerCase(),
      actions: Object.keys(actions).map(ownAction),
    }));
  return [...planned, ...own];
}

/** The names in a plan, of whatever standing. */
export function plannedNames(plan: ServicePlan): {
  readonly offered: readonly string[];
  readonly later: readonly string[];
  readonly notOffered: ReadonlyMap<string, string>;
} {
  const notOffered = (plan.notOffered ?? []).flatMap(({ actions, reason }) =>
    namesIn(actions).map((name): [string, string] => [name, reason]),
  );
  return {
    offered: namesIn(plan.offered),
    later: namesIn(plan.later),
    notOffered: new Map(notOffered),
  };
}

function actionsOf(plan: ServicePlan, inCatalog: readonly string[]): ActionCompatibility[] {
  const { offered, later, notOffered } = plannedNames(plan);
  const has = new Set(inCatalog.map((name) => name.toLowerCase()));
  const names = [...offered, ...later, ...notOffered.keys()];
  const known = new Set(names.map((name) => name.toLowerCase()));
  const rows = names.map((action): ActionCompatibility => {
    if (has.has(action.toLowerCase())) {
      const note = plan.differences?.[action] ?? '';
      return { action, status: note === '' ? 'works' : 'works-differently', note };
    }
    const reason = notOffered.get(action);
    return reason === undefined
      ? { action, status: 'later', note: '' }
      : { action, status: 'not-offered', note: reason };
  });
  const own = inCatalog.filter((name) => !known.has(name.toLowerCase())).map(ownAction);
  return [...rows.sort((a, b) => RANK[a.status] - RANK[b.status]), ...own];
}

const RANK = { works: 0, 'works-differently': 0, later: 1, 'not-offered': 2, own: 3 } as const;

function ownAction(action: string): ActionCompatibility {
  return { action, status: 'own', note: 'Rostrum’s own; Kaltura has no such action.' };
}

function namesIn(text = ''): readonly string[] {
  return text.split(' ').filter((name) => name !== '');
}
