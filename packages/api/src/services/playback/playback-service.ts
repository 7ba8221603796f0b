import type { Entitlement } from '../../entitlement/entitlement.ts';
import type { Entry, EntryRecord } from '../../entries/entry.ts';
import type { EntryBook } from '../../entries/entry-book.ts';
import { statusOf } from '../../live/live-state.ts';
import { hasEncoders, type Webcast } from '../../live/webcast.ts';
import { outsideAddressesOf } from '../../outside/sources.ts';
import type { Addresses, Channels, Clock } from '../../ports.ts';
import type { AccountProfilesDirectory } from '../../profiles/account-profiles.ts';
import type { Replays } from '../../recording/replays.ts';
import type { EntryContextDataParamsValue } from '../../schema/playback.ts';
import { type Call, sessionOf } from '../../session/call.ts';
import { type Rendition, renditionsOf } from './renditions.ts';

export type PlaybackServices = {
  readonly book: EntryBook;
  readonly entitlement: Entitlement;
  readonly channels: Channels;
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly profiles: AccountProfilesDirectory;
  readonly replays: Replays;
};

type Question = {
  readonly entryId: string;
  readonly contextDataParams: EntryContextDataParamsValue | null;
};

/** Why an entry cannot be played. */
type Obstacle = { readonly code: string; readonly message: string };

/** The one way in which media is delivered here. */
const DELIVERY_PROFILE_ID = '1';
const FORMAT = 'applehttp';

/** What a player needs to know before it plays an entry. */
export class PlaybackService {
  readonly #services: PlaybackServices;

  constructor(services: PlaybackServices) {
    this.#services = services;
  }

  async getPlaybackContext(call: Call, { entryId, contextDataParams }: Question) {
    const record = await this.#services.book.find(sessionOf(call), entryId, ALL_KINDS);
    const obstacle = await this.#obstacleTo(call, record);
    const flavorAssets = await this.#renditionsOf(record, contextDataParams);
    return {
      objectType: 'KalturaPlaybackContext',
      sources: obstacle === null ? await this.#sourcesOf(call, record, flavorAssets) : [],
      playbackCaptions: [],
      flavorAssets: obstacle === null ? flavorAssets : [],
      actions: obstacle === null ? [] : [BLOCK],
      messages:
        obstacle === null ? [] : [{ objectType: 'KalturaAccessControlMessage', ...obstacle }],
      bumperData: [],
    };
  }

  /** The question that players asked before getPlaybackContext. */
  async getContextData(call: Call, { entryId, contextDataParams }: Question) {
    const session = sessionOf(call);
    const record = await this.#services.book.find(session, entryId, ALL_KINDS);
    const obstacle = await this.#obstacleTo(call, record);
    const messages =
      obstacle === null ? [] : [{ objectType: 'KalturaString', value: obstacle.message }];
    const actions = obstacle === null ? [] : [BLOCK];
    const { startDate, endDate, msDuration } = record.entry.properties as Webcast['properties'];
    const nowSeconds = Math.floor(this.#services.clock.nowMs() / 1000);
    return {
      objectType: 'KalturaEntryContextDataResult',
      isSiteRestricted: false,
      isCountryRestricted: false,
      isSessionRestricted: obstacle?.code === NOT_ENTITLED.code,
      isIpAddressRestricted: false,
      isUserAgentRestricted: false,
      previewLength: -1,
      isScheduledNow: (startDate ?? 0) <= nowSeconds && nowSeconds <= (endDate ?? nowSeconds),
      isAdmin: session.isAdmin,
      streamerType: FORMAT,
      mediaProtocol: this.#protocolFor(call),
      storageProfilesXML: '',
      messages,
      actions,
      accessControlMessages: messages,
      accessControlActions: actions,
      flavorAssets: obstacle === null ? await this.#renditionsOf(record, contextDataParams) : [],
      msDuration: msDuration ?? 0,
    };
  }

  async #obstacleTo(call: Call, { entry }: EntryRecord): Promise<Obstacle | null> {
    const { mayWatch } = await this.#services.entitlement.rightsTo(sessionOf(call), entry);
    if (!mayWatch) return NOT_ENTITLED;
    const hasContent =
      entry.kind === 'webcast'
        ? hasEncoders(entry) || outsideAddressesOf(entry).length > 0
        : await this.#services.replays.isPlayable(entry);
    return hasContent ? null : NO_CONTENT;
  }

  /** A webcast's manifest is there before the show: it says at each moment whether there is something to see. */
  async #sourcesOf(
    call: Call,
    { entry, facts }: EntryRecord,
    flavorAssets: readonly Rendition[],
  ): Promise<readonly object[]> {
    const status =
      entry.kind === 'webcast'
        ? statusOf(this.#services.channels, { webcast: entry, facts })
        : null;
    const everybody = await this.#services.entitlement.rightsTo(undefined, entry);
    const needsSession = !everybody.mayWatch || status?.state === 'preview';
    return [
      {
        objectType: 'KalturaPlaybackSource',
        deliveryProfileId: DELIVERY_PROFILE_ID,
        format: FORMAT,
        // Whichever of them the player's page came by: the manifest is asked for at the API's own address.
        protocols: 'http,https',
        flavorIds: flavorAssets.map(({ id }) => id).join(','),
        url: this.#manifestUrl(call, entry, needsSession),
        drm: [],
      },
    ];
  }

  #manifestUrl(call: Call, { id, partnerId }: Entry, needsSession: boolean): string {
    const base = this.#services.addresses.publicUrl(call.requestHost);
    const session = needsSession ? `/ks/${encodeURIComponent(sessionOf(call).ks)}` : '';
    return (
      `${base}/p/${partnerId}/sp/${partnerId}00/playManifest/entryId/${id}` +
      `/protocol/${this.#protocolFor(call)}/format/${FORMAT}${session}/a.m3u8`
    );
  }

  #protocolFor(call: Call): string {
    const base = this.#services.addresses.publicUrl(call.requestHost);
    return base.startsWith('https:') ? 'https' : 'http';
  }

  async #renditionsOf(
    { entry }: EntryRecord,
    params: EntryContextDataParamsValue | null,
  ): Promise<readonly Rendition[]> {
    const renditions = await renditionsOf(entry, this.#services.profiles);
    return renditions.filter(({ id, tags }) => isWanted(id, tags, params));
  }
}

const ALL_KINDS = ['webcast', 'media'] as const;

/** A number, unlike other string enums: that is how players compare it. */
const BLOCK = { objectType: 'KalturaAccessControlBlockAction', type: 1 } as const;

const NOT_ENTITLED: Obstacle = {
  code: 'NOT_ENTITLED',
  message: 'This session may not watch the entry',
};
const NO_CONTENT: Obstacle = {
  code: 'ENTRY_NOT_READY',
  message: 'The entry has nothing to play yet',
};

function isWanted(id: string, tags: string, params: EntryContextDataParamsValue | null): boolean {
  const { flavorAssetId, flavorTags } = params ?? {};
  if (flavorAssetId && flavorAssetId !== id) return false;
  if (!flavorTags || flavorTags === 'all') return true;
  const own = tags.split(',');
  return flavorTags.split(',').some((tag) => own.includes(tag.trim()));
}
