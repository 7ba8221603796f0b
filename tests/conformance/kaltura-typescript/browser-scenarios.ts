import {
  KalturaAPIException,
  KalturaBrowserHttpClient,
  KalturaMultiRequest,
  type KalturaRequest,
} from 'kaltura-typescript-client';
import { BaseEntryGetAction } from 'kaltura-typescript-client/types/BaseEntryGetAction.js';
import { BaseEntryListAction } from 'kaltura-typescript-client/types/BaseEntryListAction.js';
import { KalturaBaseEntryFilter } from 'kaltura-typescript-client/types/KalturaBaseEntryFilter.js';
import { KalturaBaseEntryListResponse } from 'kaltura-typescript-client/types/KalturaBaseEntryListResponse.js';
import { KalturaDetachedResponseProfile } from 'kaltura-typescript-client/types/KalturaDetachedResponseProfile.js';
import { KalturaDVRStatus } from 'kaltura-typescript-client/types/KalturaDVRStatus.js';
import { KalturaLiveStreamEntry } from 'kaltura-typescript-client/types/KalturaLiveStreamEntry.js';
import { KalturaMediaEntry } from 'kaltura-typescript-client/types/KalturaMediaEntry.js';
import { KalturaMediaListResponse } from 'kaltura-typescript-client/types/KalturaMediaListResponse.js';
import { KalturaMediaType } from 'kaltura-typescript-client/types/KalturaMediaType.js';
import { KalturaResponseProfileType } from 'kaltura-typescript-client/types/KalturaResponseProfileType.js';
import { KalturaSessionType } from 'kaltura-typescript-client/types/KalturaSessionType.js';
import { KalturaSourceType } from 'kaltura-typescript-client/types/KalturaSourceType.js';
import { KalturaUiConf } from 'kaltura-typescript-client/types/KalturaUiConf.js';
import { KalturaUiConfListResponse } from 'kaltura-typescript-client/types/KalturaUiConfListResponse.js';
import { KalturaWidgetListResponse } from 'kaltura-typescript-client/types/KalturaWidgetListResponse.js';
import { LiveStreamAddAction } from 'kaltura-typescript-client/types/LiveStreamAddAction.js';
import { LiveStreamGetAction } from 'kaltura-typescript-client/types/LiveStreamGetAction.js';
import { LiveStreamUpdateAction } from 'kaltura-typescript-client/types/LiveStreamUpdateAction.js';
import { MediaListAction } from 'kaltura-typescript-client/types/MediaListAction.js';
import { PartnerGetAction } from 'kaltura-typescript-client/types/PartnerGetAction.js';
import { PermissionListAction } from 'kaltura-typescript-client/types/PermissionListAction.js';
import { SessionStartAction } from 'kaltura-typescript-client/types/SessionStartAction.js';
import { UiConfListAction } from 'kaltura-typescript-client/types/UiConfListAction.js';
import { UiConfListTemplatesAction } from 'kaltura-typescript-client/types/UiConfListTemplatesAction.js';
import { WidgetListAction } from 'kaltura-typescript-client/types/WidgetListAction.js';

/** What runs in the browser: each scenario answers plain facts, which the test beside this file expects. */

export type Settings = {
  readonly endpointUrl: string;
  readonly adminSecret: string;
  readonly partnerId: number;
};

type Scenario = (client: KalturaBrowserHttpClient, settings: Settings) => Promise<unknown>;

const scenarios: { readonly [name: string]: Scenario } = {
  async 'a live stream is added and changed'(client) {
    const added = await ask(
      client,
      new LiveStreamAddAction({
        liveStreamEntry: newLiveStream(),
        sourceType: KalturaSourceType.liveStream,
      }),
    );
    const changes = new KalturaLiveStreamEntry({ description: 'changed' });
    const changed = await ask(
      client,
      new LiveStreamUpdateAction({ entryId: added.id, liveStreamEntry: changes }),
    );
    return {
      isLiveStream: added instanceof KalturaLiveStreamEntry,
      dvrStatus: added.dvrStatus,
      hasDates: added.createdAt instanceof Date,
      name: changed.name,
      description: changed.description,
    };
  },

  async 'lists are of their types'(client) {
    const base = await ask(client, new BaseEntryListAction());
    const media = await ask(client, new MediaListAction());
    return {
      base: base instanceof KalturaBaseEntryListResponse && base.objects.length > 0,
      media:
        media instanceof KalturaMediaListResponse &&
        media.objects.every((entry) => entry instanceof KalturaMediaEntry),
    };
  },

  async 'configurations and widgets are of their types'(client) {
    const own = await ask(client, new UiConfListAction());
    const templates = await ask(client, new UiConfListTemplatesAction());
    const widgets = await ask(client, new WidgetListAction());
    const all = [...own.objects, ...templates.objects];
    return {
      lists: [own, templates].every((list) => list instanceof KalturaUiConfListResponse),
      objects: all.length > 0 && all.every((each) => each instanceof KalturaUiConf),
      widgets: widgets instanceof KalturaWidgetListResponse,
    };
  },

  async 'a multirequest hands results on and keeps its errors apart'(client, settings) {
    const { adminSecret, partnerId } = settings;
    const start = new SessionStartAction({
      secret: adminSecret,
      partnerId,
      type: KalturaSessionType.admin,
    });
    const responses = await client.multiRequest(
      new KalturaMultiRequest(
        start,
        new PermissionListAction().setDependency(['ks', 0]),
        new PartnerGetAction({ id: partnerId }).setDependency(['ks', 0]),
        new LiveStreamGetAction({ entryId: '0_nowhere1' }).setDependency(['ks', 0]),
      ),
    );
    return {
      length: responses.length,
      hasErrors: responses.hasErrors(),
      ks: typeof responses[0]?.result,
      permissions: responses[1]?.result?.totalCount > 0,
      partnerId: responses[2]?.result?.id,
      adultContent: responses[2]?.result?.adultContent,
      error: responses[3]?.error?.code,
    };
  },

  async 'a session that is none is an exception'(client) {
    const list = new BaseEntryListAction();
    list.ks = 'invalid ks';
    return client.request(list).then(
      () => 'answered',
      (error: unknown) => ({
        isException: error instanceof KalturaAPIException,
        code: (error as { readonly code?: string }).code,
      }),
    );
  },

  async 'a response profile leaves out the rest'(client) {
    const filter = new KalturaBaseEntryFilter({ nameLike: 'Town hall' });
    const responseProfile = new KalturaDetachedResponseProfile({
      type: KalturaResponseProfileType.includeFields,
      fields: 'id,name',
    });
    const list = await ask(client, new BaseEntryListAction({ filter, responseProfile }));
    const [first] = list.objects;
    const whole = await ask(client, new BaseEntryGetAction({ entryId: first?.id ?? '' }));
    return {
      name: first?.name,
      createdAt: first?.createdAt,
      isWhole: whole.createdAt instanceof Date,
    };
  },
};

/** @throws Error where there is no such scenario */
export async function run(name: string, settings: Settings): Promise<unknown> {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(`There is no scenario "${name}"`);
  const { endpointUrl, adminSecret, partnerId } = settings;
  const client = new KalturaBrowserHttpClient({ endpointUrl, clientTag: 'conformance' });
  const start = new SessionStartAction({
    secret: adminSecret,
    userId: 'ada',
    type: KalturaSessionType.admin,
    partnerId,
  });
  client.ks = await ask(client, start);
  return scenario(client, settings);
}

/** The client answers a promise of its own make. */
function ask<Answer>(
  client: KalturaBrowserHttpClient,
  request: KalturaRequest<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    client.request(request).then(resolve, reject);
  });
}

function newLiveStream(): KalturaLiveStreamEntry {
  return new KalturaLiveStreamEntry({
    name: 'Town hall',
    mediaType: KalturaMediaType.liveStreamFlash,
    dvrStatus: KalturaDVRStatus.enabled,
  });
}
