import { type Privileges, parsePrivileges } from '../../ks/privileges.ts';
import type { WidgetValue } from '../../schema/widget.ts';

/** Every widget's sessions have these: they are nobody's, and may watch. */
const EVERY_WIDGET: Privileges = [
  { name: 'view', value: '*' },
  { name: 'widget', value: '1' },
];

/** What the sessions that a widget starts may do: what any viewer may, and what the account has given this widget. */
export function widgetPrivileges(widget: WidgetValue): Privileges {
  const { entryId, enforceEntitlement, privacyContext, roles, privileges } = widget;
  return [
    ...EVERY_WIDGET,
    ...(entryId && enforceEntitlement === false
      ? [{ name: 'disableentitlementforentry', value: entryId }]
      : []),
    ...(privacyContext ? [{ name: 'privacycontext', value: privacyContext }] : []),
    ...(roles ? [{ name: 'setrole', value: roles }] : []),
    // What a role adds is meant for the widget's own entry.
    ...(roles && entryId ? [{ name: 'limitentry', value: entryId }] : []),
    ...parsePrivileges(privileges ?? ''),
  ];
}
