import { ApiError } from '../../errors/api-error.ts';
import type { Session } from '../../ks/session.ts';
import type { Addresses, Clock } from '../../ports.ts';
import type { WidgetDirectory } from '../../profiles/widget-directory.ts';
import { checkProperties } from '../../schema/check-properties.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { Widget, type WidgetFilterValue, type WidgetValue } from '../../schema/widget.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import type { SessionIssuer } from '../../session/session-issuer.ts';
import type { UiConfsStore } from '../../store/profile/ui-confs-store.ts';
import type { WidgetRecord, WidgetsStore } from '../../store/profile/widgets-store.ts';
import { randomTextId } from '../../store/random-ids.ts';
import { mergeProperties } from '../merge-properties.ts';
import { pageOf } from '../page.ts';
import { StoredChanges } from '../stored-changes.ts';
import { widgetPrivileges } from './widget-privileges.ts';
import { toWidget } from './widget-result.ts';

export type WidgetServices = {
  readonly widgets: WidgetsStore;
  readonly directory: WidgetDirectory;
  readonly uiConfs: UiConfsStore;
  /** Whether the account has the entry, and has not deleted it. */
  readonly hasEntry: (partnerId: number, entryId: string) => Promise<boolean>;
  readonly isEntitlementEnforced: (partnerId: number) => boolean;
  readonly issuer: Pick<SessionIssuer, 'refuseImpossible'>;
  readonly addresses: Addresses;
  readonly clock: Clock;
};

/** Widgets: what pages embed. Anybody may look at one, as anybody may start its session. */
export class WidgetService {
  readonly #services: WidgetServices;
  readonly #changes = new StoredChanges();

  constructor(services: WidgetServices) {
    this.#services = services;
  }

  async add(call: Call, { widget: sent }: { readonly widget: WidgetValue }) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(Widget, sent, { purpose: 'add', isAdmin });
    const source = sent.sourceWidgetId ? await this.#source(partnerId, sent.sourceWidgetId) : null;
    const uiConfId = sent.uiConfId ?? source?.properties.uiConfId ?? null;
    if (uiConfId === null) throw new ApiError('SOURCE_WIDGET_OR_UICONF_REQUIRED');
    return this.#insert(call, source, mergeProperties({}, { ...sent, uiConfId }));
  }

  /** A widget with everything that another one has, apart from what is sent. */
  async clone(call: Call, { widget: sent }: { readonly widget: WidgetValue }) {
    const { partnerId, isAdmin } = sessionOf(call);
    checkProperties(Widget, sent, { purpose: 'add', isAdmin });
    const source = await this.#source(partnerId, sent.sourceWidgetId ?? '');
    const properties = mergeProperties(source.properties, { ...sent, sourceWidgetId: source.id });
    return this.#insert(call, source, properties);
  }

  /** Needs no session; one of another account sees nothing. */
  async get(call: Call, { id }: { readonly id: string }) {
    const widget = await this.#services.directory.find(id);
    const { session } = call;
    if (widget === null || (session !== undefined && session.partnerId !== widget.partnerId)) {
      throw new ApiError('INVALID_WIDGET_ID', id);
    }
    return this.#resultOf(call, widget);
  }

  async update(
    call: Call,
    { id, widget: sent }: { readonly id: string; readonly widget: WidgetValue },
  ) {
    const session = sessionOf(call);
    checkProperties(Widget, sent, { purpose: 'update', isAdmin: session.isAdmin });
    const record = await this.#changes.make(
      id,
      () => this.#own(session, id),
      async (before) => {
        const properties = mergeProperties(before.properties, sent);
        await this.#refuseImpossible(before.partnerId, properties);
        return {
          ...before,
          updatedAtMs: this.#services.clock.nowMs(),
          revision: before.revision + 1,
          properties,
        };
      },
      (after) => this.#services.widgets.replace(after),
    );
    this.#services.directory.forget(id);
    return this.#resultOf(call, record);
  }

  async list(
    call: Call,
    {
      filter,
      pager,
    }: { readonly filter: WidgetFilterValue | null; readonly pager: PagerValue | null },
  ) {
    const { partnerId } = sessionOf(call);
    const { totalCount, records } = await this.#services.widgets.list(
      partnerId,
      filter ?? {},
      pageOf(pager),
    );
    return {
      objectType: 'KalturaWidgetListResponse',
      totalCount,
      objects: records.map((record) => this.#resultOf(call, record)),
    };
  }

  async #insert(call: Call, source: WidgetRecord | null, properties: WidgetValue) {
    const { partnerId } = sessionOf(call);
    await this.#refuseImpossible(partnerId, properties);
    const nowMs = this.#services.clock.nowMs();
    const record = await this.#changes.make(
      '',
      async () => {
        const id = randomTextId();
        const rootWidgetId = source?.rootWidgetId ?? id;
        const times = { createdAtMs: nowMs, updatedAtMs: nowMs };
        return { id, partnerId, rootWidgetId, ...times, revision: 1, properties };
      },
      (fresh) => fresh,
      (fresh) => this.#services.widgets.insert(fresh),
    );
    this.#services.directory.forget(record.id);
    return this.#resultOf(call, record);
  }

  /** Whatever would make a widget that shows nothing, or whose sessions could not be started. */
  async #refuseImpossible(partnerId: number, widget: WidgetValue): Promise<void> {
    const { uiConfs, hasEntry, isEntitlementEnforced, issuer } = this.#services;
    const { uiConfId, entryId, securityType, enforceEntitlement } = widget;
    if (securityType === TIME_HASH) {
      throw new ApiError('INVALID_FIELD_VALUE', 'KalturaWidget::securityType');
    }
    if (uiConfId === null || uiConfId === undefined) {
      throw new ApiError('SOURCE_WIDGET_OR_UICONF_REQUIRED');
    }
    if ((await uiConfs.find(partnerId, uiConfId)) === null) {
      throw new ApiError('UICONF_ID_NOT_FOUND', uiConfId);
    }
    if (entryId && !(await hasEntry(partnerId, entryId))) {
      throw new ApiError('ENTRY_ID_NOT_FOUND', entryId);
    }
    if (enforceEntitlement === false && isEntitlementEnforced(partnerId)) {
      throw new ApiError(
        'CANNOT_DISABLE_ENTITLEMENT_FOR_WIDGET_WHEN_ENTITLEMENT_ENFORCEMENT_ENABLE',
      );
    }
    issuer.refuseImpossible(partnerId, widgetPrivileges(widget));
  }

  async #source(partnerId: number, id: string): Promise<WidgetRecord> {
    const widget = await this.#services.widgets.find(id);
    if (widget?.partnerId !== partnerId) throw new ApiError('SOURCE_WIDGET_NOT_FOUND', id);
    return widget;
  }

  async #own({ partnerId }: Session, id: string): Promise<WidgetRecord> {
    const widget = await this.#services.widgets.find(id);
    if (widget?.partnerId !== partnerId) throw new ApiError('INVALID_WIDGET_ID', id);
    return widget;
  }

  #resultOf({ permissions, requestHost }: Call, widget: WidgetRecord): object {
    return toWidget(widget, {
      publicUrl: this.#services.addresses.publicUrl(requestHost),
      seesPrivileges: permissions.has('STUDIO_UPDATE_UICONF'),
    });
  }
}

/** Value of KalturaWidgetSecurityType whose sessions were bound to a hash of the time. */
const TIME_HASH = 2;
