import { type Standing, sessionHashOf, standingOn } from '../../cue-points/standing.ts';
import { EVERY_KIND } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { ApiError } from '../../errors/api-error.ts';
import type { Addresses } from '../../ports.ts';
import { PUSH_TEMPLATES, type PushTemplate } from '../../push/push-templates.ts';
import type { PushTickets } from '../../push/push-tickets.ts';
import type {
  EventNotificationTemplateFilterValue,
  PushNotificationParamsValue,
} from '../../schema/event-notification.ts';
import type { PagerValue } from '../../schema/filter.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { type ListFields, listInMemory } from '../list-in-memory.ts';

export type EventNotificationServices = {
  readonly book: EntryBook;
  readonly tickets: PushTickets;
  readonly addresses: Addresses;
};

type Registration = {
  readonly notificationTemplateSystemName: string;
  readonly pushNotificationParams: PushNotificationParamsValue;
};

/** What is pushed to pages, and the keys to it. */
export class EventNotificationService {
  readonly #services: EventNotificationServices;

  constructor(services: EventNotificationServices) {
    this.#services = services;
  }

  /** Nobody gets the key to what they may not read. */
  async register(call: Call, sent: Registration) {
    const template = templateNamed(sent.notificationTemplateSystemName);
    const values = valuesOf(template, sent.pushNotificationParams);
    const session = sessionOf(call);
    const { book, tickets, addresses } = this.#services;
    const { entry } = await book.find(session, values.entryId ?? '', EVERY_KIND);
    const standing = standingOn(call, entry);
    if (template.readers === 'staff' && !standing.readsAll) {
      throw new ApiError('SERVICE_FORBIDDEN', call.actionName);
    }
    const listener =
      template.readers === 'one' ? listenerFor(call, standing, values.userId ?? '') : null;
    const queue = {
      partnerId: session.partnerId,
      systemName: template.systemName,
      entryId: entry.id,
      listener,
    };
    const { queueName, queueKey, connection } = tickets.issue(session, queue, template.id);
    const base = addresses.publicUrl(call.requestHost);
    return {
      objectType: 'KalturaPushNotificationData',
      queueName,
      queueKey,
      url: `${base}/?p=${session.partnerId}&x=${connection}`,
    };
  }

  list(
    _call: Call,
    {
      filter,
      pager,
    }: {
      readonly filter: EventNotificationTemplateFilterValue | null;
      readonly pager: PagerValue | null;
    },
  ) {
    const { totalCount, items } = listInMemory(PUSH_TEMPLATES, filter, pager, FIELDS);
    return {
      objectType: 'KalturaEventNotificationTemplateListResponse',
      totalCount,
      objects: items.map(toTemplate),
    };
  }

  get(_call: Call, { id }: { readonly id: number }) {
    const template = PUSH_TEMPLATES.find((each) => each.id === id);
    if (template === undefined) throw new ApiError('EVENT_NOTIFICATION_TEMPLATE_NOT_FOUND', id);
    return toTemplate(template);
  }
}

function templateNamed(systemName: string): PushTemplate {
  const template = PUSH_TEMPLATES.find((each) => each.systemName === systemName);
  if (template === undefined) {
    throw new ApiError('EVENT_NOTIFICATION_TEMPLATE_SYSTEM_NAME_NOT_FOUND', systemName);
  }
  return template;
}

/** @throws ApiError MISSING_MANDATORY_PARAMETER */
function valuesOf(
  { parameters }: PushTemplate,
  { userParams }: PushNotificationParamsValue,
): { readonly [key: string]: string } {
  const sent = new Map((userParams ?? []).map(({ key, value }) => [key, value?.value]));
  return Object.fromEntries(
    parameters.map((name) => {
      const value = sent.get(name);
      if (!value) throw new ApiError('MISSING_MANDATORY_PARAMETER', name);
      return [name, value];
    }),
  );
}

/** People hear their own, those who read all hear anybody’s. Who has no name makes one up, which is nobody else’s. */
function listenerFor(call: Call, { userId, readsAll }: Standing, asked: string): string {
  if (readsAll || asked === userId) return `user:${asked}`;
  if (userId === null) return `session:${sessionHashOf(sessionOf(call))}`;
  throw new ApiError('PROPERTY_VALIDATION_NO_USAGE_PERMISSION', 'userId');
}

/** When they came to be, in Unix seconds. */
const SINCE = Date.UTC(2026, 10, 30) / 1000;
const SHARED_PARTNER_ID = 0;
const PUSH = 'pushNotification.Push';
const ACTIVE = 2;

const FIELDS: ListFields<PushTemplate> = {
  id: ({ id }) => id,
  partnerId: () => SHARED_PARTNER_ID,
  systemName: ({ systemName }) => systemName,
  type: () => PUSH,
  status: () => ACTIVE,
  createdAt: () => SINCE,
  updatedAt: () => SINCE,
};

function toTemplate({ id, systemName, description, apiObjectType, parameters }: PushTemplate) {
  return {
    objectType: 'KalturaPushNotificationTemplate',
    id,
    partnerId: SHARED_PARTNER_ID,
    name: systemName,
    systemName,
    description,
    type: PUSH,
    status: ACTIVE,
    createdAt: SINCE,
    updatedAt: SINCE,
    manualDispatchEnabled: false,
    automaticDispatchEnabled: true,
    queueNameParameters: parameterObjects(['entryId']),
    queueKeyParameters: parameterObjects(parameters),
    apiObjectType,
  };
}

function parameterObjects(names: readonly string[]) {
  return names.map((key) => ({ objectType: 'KalturaPushEventNotificationParameter', key }));
}
