import type { ChannelStatus, Stage, WebcastCard } from '@rostrum/contracts';
import type { Entry } from '../entries/entry.ts';
import type { BroadcastFacts } from './broadcast-facts.ts';
import { dvrWindowMsOf } from './webcast.ts';

/** What viewers of a webcast are shown now. */
export type StageQuestion = {
  readonly status: ChannelStatus | null;
  readonly facts: BroadcastFacts | null;
  readonly mayPreview: boolean;
  /** The address of a generation's playlist, of the show that began at this time. */
  readonly manifestUrlOf: (generation: string, startedAtMs: number) => string;
  /** Where somebody else's server has the stream; null where it comes from encoders here. */
  readonly outsideUrl: string | null;
};

/** A stage whose replay is still to be looked for: most stages need none. */
export type LiveStage =
  | Exclude<Stage, EndedStage | { kind: 'being-recorded' | 'recorded' | 'empty' }>
  | Omit<EndedStage, 'replayUrl'>;

type EndedStage = Extract<Stage, { kind: 'ended' }>;

export function stageOf(question: StageQuestion): LiveStage {
  const { status, mayPreview } = question;
  if (status === null) return offAir(question);
  const manifestUrl = manifestUrlFor(status, question);
  switch (status.state) {
    case 'preview':
      return mayPreview ? { kind: 'preview', manifestUrl } : offAir(question);
    case 'on-air':
      if (manifestUrl === null) return offAir(question);
      return { kind: 'on-air', manifestUrl, onAirSinceMs: status.onAirSinceMs ?? status.sinceMs };
    case 'interrupted':
      if (manifestUrl === null) return offAir(question);
      return {
        kind: 'interrupted',
        manifestUrl,
        onAirSinceMs: status.onAirSinceMs ?? status.sinceMs,
        waitsUntilMs: status.waitsUntilMs ?? status.sinceMs,
      };
    case 'ended':
    case 'idle':
      return offAir(question);
  }
}

function manifestUrlFor(
  { generation, isPlayable, onAirSinceMs, sinceMs }: ChannelStatus,
  { manifestUrlOf, outsideUrl }: StageQuestion,
): string | null {
  if (!isPlayable) return null;
  return generation === null ? outsideUrl : manifestUrlOf(generation, onAirSinceMs ?? sinceMs);
}

/** What every viewer may know about a webcast or a recording. A recording has no times to come: its dates are a rule. */
export function cardOf(entry: Entry): WebcastCard {
  const { name, description, startDate, endDate } = entry.properties;
  const isWebcast = entry.kind === 'webcast';
  return {
    webcastId: entry.id,
    partnerId: entry.partnerId,
    title: name ?? '',
    description: description ?? '',
    startsAtMs: isWebcast ? toMs(startDate) : null,
    endsAtMs: isWebcast ? toMs(endDate) : null,
    dvrWindowMs: isWebcast ? dvrWindowMsOf(entry) : 0,
  };
}

/** A webcast that was on air has ended until it is on air again. */
function offAir({ status, facts }: StageQuestion): LiveStage {
  const endedAtMs = (status && endTold(status, facts)) ?? facts?.lastOnAirEndMs ?? null;
  return endedAtMs === null ? { kind: 'scheduled' } : { kind: 'ended', endedAtMs };
}

/** The end of a show that the facts do not know of yet: they are written after the status is told. */
function endTold(status: ChannelStatus, facts: BroadcastFacts | null): number | null {
  if (status.state === 'ended') return status.sinceMs;
  const isNews = (facts?.lastOnAirEndMs ?? 0) < (status.onAirSinceMs ?? 0);
  return status.state === 'preview' && isNews ? status.sinceMs : null;
}

function toMs(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : seconds * 1000;
}
