import type { WidgetRecord } from '../../store/profile/widgets-store.ts';

export type WidgetViewpoint = {
  /** Base address of pages, without a slash at its end. */
  readonly publicUrl: string;
  /** What its sessions may do is for who may change it. */
  readonly seesPrivileges: boolean;
};

const NO_SECURITY = 1;

export function toWidget(widget: WidgetRecord, viewpoint: WidgetViewpoint): object {
  const { id, partnerId, rootWidgetId, createdAtMs, updatedAtMs, properties } = widget;
  const { publicUrl, seesPrivileges } = viewpoint;
  return {
    securityType: NO_SECURITY,
    enforceEntitlement: true,
    ...properties,
    ...(seesPrivileges ? {} : { roles: undefined, privileges: undefined }),
    objectType: 'KalturaWidget',
    id,
    partnerId,
    rootWidgetId,
    createdAt: Math.floor(createdAtMs / 1000),
    updatedAt: Math.floor(updatedAtMs / 1000),
    widgetHTML: properties.entryId ? embedHtml(publicUrl, properties.entryId) : undefined,
  };
}

/** Both come from this server: an entry's id has letters and digits only, a public address no quotes. */
function embedHtml(publicUrl: string, entryId: string): string {
  return (
    `<iframe src="${publicUrl}/watch/${entryId}" width="640" height="360" ` +
    'allow="autoplay; fullscreen; picture-in-picture" allowfullscreen></iframe>'
  );
}
