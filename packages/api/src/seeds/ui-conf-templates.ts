import { SHARED_PARTNER_ID } from '../store/profile/flavor-params-store.ts';
import type { UiConfRecord } from '../store/profile/ui-confs-store.ts';

/** 1 January 2026: they are older than every account. */
const MADE_AT_MS = Date.UTC(2026, 0, 1);

/** Values of KalturaUiConfObjType and KalturaUiConfCreationMode. */
export const WEBCASTING = 21;
export const SYSTEM_MADE = 4;

/** The studio runs in the browser: what integrations take for the newest version to download opens its page. */
export const STUDIO_ADDRESS = '{{publicUrl}}/studio';
export const STUDIO_VERSION = '1.0.0';

/** As launch pages read it, for each system that the studio once had to be installed on. */
const VERSION_INFO = {
  recommendedVersion: STUDIO_VERSION,
  recommendedVersionUrl: STUDIO_ADDRESS,
  // A page is always the newest version.
  ignoreOptionalUpdates: true,
};

/** `config` of what says where the studio is. */
export const STUDIO_CONFIG = JSON.stringify({
  ...VERSION_INFO,
  osx: VERSION_INFO,
  windows: VERSION_INFO,
});

/** What listTemplates answers, under ids that stay; the one that launch pages look for comes first. */
export const UI_CONF_TEMPLATES: readonly UiConfRecord[] = [
  template(1, 'WebcastingVersionInfo', STUDIO_CONFIG),
  template(2, 'Webcast studio for macOS', JSON.stringify(VERSION_INFO)),
  template(3, 'Webcast studio for Windows', JSON.stringify(VERSION_INFO)),
];

function template(id: number, name: string, config: string): UiConfRecord {
  return {
    id,
    partnerId: SHARED_PARTNER_ID,
    name,
    objType: WEBCASTING,
    creationMode: SYSTEM_MADE,
    isTemplate: true,
    createdAtMs: MADE_AT_MS + id,
    updatedAtMs: MADE_AT_MS + id,
    revision: 1,
    properties: {
      description: 'Where the webcast studio is, and in which version.',
      config,
      tags: 'webcasting',
      swfUrl: '/studio',
      swfUrlVersion: STUDIO_VERSION,
      html5Url: '/studio',
    },
  };
}
