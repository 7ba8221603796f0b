import type { UiConfValue } from '../schema/ui-conf.ts';
import type { Database, Statement } from '../store/database.ts';
import { insertUiConf } from '../store/profile/ui-confs-store.ts';
import { insertWidget, standardWidgetId } from '../store/profile/widgets-store.ts';
import { randomNumberId } from '../store/random-ids.ts';
import { STUDIO_CONFIG, STUDIO_VERSION, WEBCASTING } from './ui-conf-templates.ts';

/** Value of KalturaUiConfObjType. */
const PLAYER = 1;
/** Value of KalturaUiConfCreationMode: accounts may change what they begin with. */
const ADVANCED = 3;

/** What a webcast's player is made of, in its newest versions. */
const PLAYER_PARTS = [
  'kaltura-ovp-player',
  'playkit-kava',
  'playkit-kaltura-live',
  'playkit-kaltura-cuepoints',
  'playkit-qna',
  'playkit-dual-screen',
  'playkit-navigation',
  'playkit-ui-managers',
] as const;

const PLAYER_CONF_VARS = JSON.stringify(
  Object.fromEntries(PLAYER_PARTS.map((part) => [part, '{latest}'])),
);

const PLAYER_CONFIG = JSON.stringify({
  plugins: {
    kava: {},
    'kaltura-live': {},
    kalturaCuepoints: {},
    qna: {},
    dualscreen: {},
    navigation: {},
    uiManagers: {},
  },
  playback: {},
  ui: {},
  provider: {
    env: { serviceUrl: '{{publicUrl}}/api_v3', cdnUrl: '{{publicUrl}}' },
  },
});

type Seed = {
  readonly id: number;
  readonly name: string;
  readonly objType: number;
  readonly properties: UiConfValue;
};

/** The player and studio configurations that an account begins with, and the widget that everybody may use. */
export function uiConfSeeds(
  database: Database,
  partnerId: number,
  nowMs: number,
): readonly Statement[] {
  const playerId = randomNumberId();
  const seeds = [
    olderPlayer(partnerId, playerId),
    player(partnerId, playerId),
    studio(randomNumberId()),
  ];
  return [
    ...seeds.map((seed, index) => {
      // A millisecond apart, so that lists show them in this order and before what the account adds.
      const madeAtMs = nowMs - seeds.length + index;
      return insertUiConf(database, {
        ...seed,
        partnerId,
        creationMode: ADVANCED,
        isTemplate: false,
        createdAtMs: madeAtMs,
        updatedAtMs: madeAtMs,
        revision: 1,
      });
    }),
    insertWidget(database, {
      id: standardWidgetId(partnerId),
      partnerId,
      rootWidgetId: standardWidgetId(partnerId),
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      revision: 1,
      properties: { uiConfId: playerId },
    }),
  ];
}

/** Pages that embed the player of older days find this one by its name; the newer one takes its place. */
function olderPlayer(partnerId: number, newerId: number): Seed {
  const id = randomNumberId();
  return {
    id,
    name: 'MediaSpace Webcast Player',
    objType: PLAYER,
    properties: {
      description: 'For pages that embed webcasts with kWidget.',
      tags: 'html5studio,player,webcast',
      width: 640,
      height: 360,
      html5Url: `${embedBase(partnerId)}/embedIframeJs/uiconf_id/${id}/partner_id/${partnerId}`,
      config: PLAYER_CONFIG,
      v2Redirect: { v7id: newerId, isApproved: true, translatePlugins: true },
    },
  };
}

function player(partnerId: number, id: number): Seed {
  return {
    id,
    name: 'Webcast player',
    objType: PLAYER,
    properties: {
      description: 'For pages that embed webcasts with KalturaPlayer.setup.',
      tags: 'kalturaPlayerJs,player,ovp,webcast',
      width: 640,
      height: 360,
      html5Url: `${embedBase(partnerId)}/embedPlaykitJs/uiconf_id/${id}/partner_id/${partnerId}`,
      config: PLAYER_CONFIG,
      confVars: PLAYER_CONF_VARS,
    },
  };
}

function studio(id: number): Seed {
  return {
    id,
    name: 'Webcast studio',
    objType: WEBCASTING,
    properties: {
      description: 'For pages that launch the webcast studio.',
      tags: 'webcasting,studio',
      html5Url: '/studio',
      swfUrlVersion: STUDIO_VERSION,
      config: STUDIO_CONFIG,
    },
  };
}

function embedBase(partnerId: number): string {
  return `/p/${partnerId}/sp/${partnerId}00`;
}
