import type {
  LiveStreamChanges,
  LiveStreamEntry,
  PublishConfiguration,
  Webcast,
  WebcastPlan,
} from '@rostrum/sdk';
import { type Presenter, presenterNamed, type WebcastValues } from './webcast-values.ts';

/** What a webcast is, as the server has it. */
export function valuesOfWebcast(webcast: Webcast): WebcastValues {
  const { name, description, timezone, recording, dvrMinutes, hasPreview, tags, entry } = webcast;
  return {
    name,
    description,
    // Pages count down to the entry's own dates; the record about the event may be older.
    starts: msOf(entry.startDate) ?? webcast.startsAtMs,
    ends: msOf(entry.endDate) ?? webcast.endsAtMs,
    timezone,
    // One without a name is what templates leave behind: nobody.
    presenters: webcast.presenters
      .filter((presenter) => presenter.name !== '')
      .map((presenter): Presenter => ({ ...presenterNamed(presenter.name), ...presenter })),
    recording,
    dvr: dvrMinutes,
    preview: hasPreview,
    tags,
    relays: relaysOf(entry),
  };
}

/** The same for the SDK's calls: only what is named. */
export function planOfValues(values: Partial<WebcastValues>): WebcastPlan {
  const { name, description, starts, ends, timezone, presenters } = values;
  const { recording, dvr, preview, tags, relays } = values;
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(starts === undefined ? {} : { startsAt: starts }),
    ...(ends === undefined ? {} : { endsAt: ends }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(presenters === undefined ? {} : { presenters }),
    ...(recording === undefined ? {} : { recording }),
    ...(dvr === undefined ? {} : { dvr: dvr === 0 ? false : dvr }),
    ...(preview === undefined ? {} : { preview }),
    ...(tags === undefined ? {} : { tags }),
    ...(relays === undefined ? {} : { entry: relayChanges(relays) }),
  };
}

function relaysOf({ pushPublishEnabled, publishConfigurations }: LiveStreamEntry): string[] {
  return pushPublishEnabled === 1 ? (publishConfigurations ?? []).map(relayText) : [];
}

function relayText({ publishUrl, applicationName, streamName }: PublishConfiguration): string {
  const parts = [publishUrl?.replace(/\/+$/, ''), applicationName, streamName];
  return parts.filter((part) => part).join('/');
}

function relayChanges(relays: readonly string[]): LiveStreamChanges {
  return {
    pushPublishEnabled: relays.length === 0 ? 0 : 1,
    publishConfigurations: relays.map((relay) => {
      const slash = relay.lastIndexOf('/');
      return {
        objectType: 'KalturaLiveStreamPushPublishRTMPConfiguration',
        publishUrl: relay.slice(0, slash),
        streamName: relay.slice(slash + 1),
      };
    }),
  };
}

/** The API counts in seconds. */
function msOf(seconds: number | undefined): number | null {
  return seconds === undefined || seconds <= 0 ? null : seconds * 1000;
}
