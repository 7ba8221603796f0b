import type { LiveStreamEntry } from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import './checklist/webcast-checklist.ts';
import './encoder/webcast-encoder.ts';
import './live/webcast-going-live.ts';
import './panels/webcast-recordings.ts';
import './panels/webcast-relays.ts';
import './panels/webcast-source.ts';
import './panels/webcast-summary.ts';
import './panels/webcast-viewers.ts';
import type { ConsoleContext } from '../frame/console-context.ts';
import { checklistOf } from './checklist/checklist.ts';
import { encoderAddressesOf } from './encoder/encoder-addresses.ts';
import type { WebcastDesk } from './webcast-desk.ts';
import { isFromEncoders, type LiveSwitch, type WebcastLife } from './webcast-life.ts';

export type RailFacts = {
  readonly console: ConsoleContext;
  readonly entry: LiveStreamEntry;
  readonly life: WebcastLife | null;
  readonly liveSwitch: LiveSwitch | null;
  readonly desk: WebcastDesk;
  readonly diskFreeBytes: number | null;
  readonly mayRun: boolean;
  readonly makeNewKey: (isOnAir: boolean) => Promise<void>;
};

/** The cards beside the picture, in the order in which they matter now. */
export function webcastRail(facts: RailFacts): TemplateResult {
  const { entry, life, desk, mayRun } = facts;
  const isOnAir = life?.kind === 'on-air' || life?.kind === 'interrupted';
  const viewers = html`<webcast-viewers
    .watching=${desk.watching}
    .isOnAir=${isOnAir}
  ></webcast-viewers>`;
  return html`
    ${goingLive(facts)} ${isOnAir ? viewers : nothing}
    ${isFromEncoders(entry) ? encoder(facts, isOnAir) : source(facts)}
    ${isOnAir || !isFromEncoders(entry) ? nothing : checklist(facts)} ${isOnAir ? nothing : viewers}
    ${relays(facts)}
    ${
      isFromEncoders(entry)
        ? html`<webcast-recordings
            .recordings=${desk.recordings}
            .isRecorded=${entry.recordStatus !== 0}
            .isOnAir=${isOnAir}
          ></webcast-recordings>`
        : nothing
    }
    <webcast-summary .entry=${entry} .mayEdit=${mayRun}></webcast-summary>
  `;
}

function source({ console, entry, mayRun }: RailFacts): TemplateResult {
  return html`<webcast-source
    .console=${console}
    .entryId=${entry.id}
    .mayEdit=${mayRun}
  ></webcast-source>`;
}

function goingLive({ entry, liveSwitch, desk, mayRun }: RailFacts): TemplateResult {
  return html`<webcast-going-live
    .sender=${isFromEncoders(entry) ? 'encoder' : 'stream'}
    .liveSwitch=${liveSwitch}
    .press=${desk.press}
    .mayChange=${mayRun}
    @webcast-hold-back=${() => void desk.holdBack()}
    @webcast-disarm=${() => void desk.disarm()}
  ></webcast-going-live>`;
}

function encoder({ entry, desk, mayRun, makeNewKey }: RailFacts, isOnAir: boolean): TemplateResult {
  const { health, press } = desk;
  return html`<webcast-encoder
    .addresses=${encoderAddressesOf(entry)}
    .encoders=${health.at(-1)?.encoders ?? []}
    .isChangingKey=${press.status === 'pending' && press.wish === 'new-key'}
    .mayChangeKey=${mayRun}
    @webcast-new-key=${() => void makeNewKey(isOnAir)}
  ></webcast-encoder>`;
}

function relays({ entry, desk }: RailFacts): TemplateResult | typeof nothing {
  const targets = entry.publishConfigurations?.length ?? 0;
  if (entry.pushPublishEnabled !== 1 || targets === 0) return nothing;
  return html`<webcast-relays
    .relays=${desk.health.at(-1)?.relays ?? []}
    .targets=${targets}
    .nowMs=${desk.nowMs}
  ></webcast-relays>`;
}

function checklist({ entry, desk, diskFreeBytes }: RailFacts): TemplateResult {
  const items = checklistOf({ entry, history: desk.health, nowMs: desk.nowMs, diskFreeBytes });
  return html`<webcast-checklist .items=${items}></webcast-checklist>`;
}
