import type { ChannelHealth, RoomFrame } from '@rostrum/contracts';
import type { Member } from './member.ts';
import type { RoomSource, RoomView } from './ports.ts';

/** Presence is told at most this often: a join storm is one frame, not ten thousand. */
const PRESENCE_TICK_MS = 500;

/** Those who are shown the same thing: one frame is serialised for all of them. */
type Audience = { readonly mayPreview: boolean; readonly host: string };

/** The live room of one webcast: who is in it, and what they are shown. */
export class Room {
  readonly #webcastId: string;
  readonly #source: RoomSource;
  readonly #nowMs: () => number;
  readonly #members = new Set<Member>();
  #watching = 0;
  /** Those who hear of the webcast's health; each from its snapshot on. */
  readonly #producers = new Set<Member>();
  #seq = 0;
  #presenceTimer: NodeJS.Timeout | null = null;
  #refresh: Promise<void> = Promise.resolve();
  #isRefreshQueued = false;

  constructor(webcastId: string, source: RoomSource, nowMs: () => number) {
    this.#webcastId = webcastId;
    this.#source = source;
    this.#nowMs = nowMs;
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  /** Viewers. Producers look at their own show from the control room: nobody counts them as audience. */
  get watching(): number {
    return this.#watching;
  }

  /** Lets a member in and sends the snapshot. False when the webcast is gone. */
  async join(member: Member): Promise<boolean> {
    // In before the look: a change in between reaches the member as a frame after the snapshot at the latest.
    this.#add(member);
    const view = await this.#view(this.#mayPreview(member), member.host);
    if (view === null) {
      this.#remove(member);
      return false;
    }
    if (!this.#members.has(member)) return true;
    member.send(
      serialise({
        type: 'snapshot',
        seq: this.#seq,
        role: member.pass.role,
        webcast: view.webcast,
        stage: view.stage,
        watching: this.#watching,
        serverTimeMs: this.#nowMs(),
      }),
    );
    if (member.pass.role === 'producer') this.#tellRecentHealth(member);
    if (isAudience(member)) this.#presenceChanged();
    return true;
  }

  leave(member: Member): void {
    this.#producers.delete(member);
    if (this.#remove(member) && isAudience(member)) this.#presenceChanged();
  }

  /** Shows everybody what the webcast shows now. Changes while a look is under way lead to one more look. */
  refresh(): Promise<void> {
    if (this.#isRefreshQueued) return this.#refresh;
    this.#isRefreshQueued = true;
    this.#refresh = this.#refresh.then(() => {
      this.#isRefreshQueued = false;
      return this.#showEverybody();
    });
    return this.#refresh;
  }

  /** Shows the producers, and nobody else, how the webcast's encoders do. */
  tellHealth(health: ChannelHealth): void {
    if (this.#producers.size === 0) return;
    const text = serialise({ type: 'health', samples: [health] });
    for (const producer of this.#producers) {
      if (this.#hasEnded(producer)) this.#producers.delete(producer);
      else producer.send(text);
    }
  }

  close(frame: RoomFrame): void {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
    this.#presenceTimer = null;
    const members = [...this.#members];
    this.#members.clear();
    this.#producers.clear();
    this.#watching = 0;
    for (const member of members) member.close(frame);
  }

  #add(member: Member): void {
    this.#members.add(member);
    if (isAudience(member)) this.#watching++;
  }

  #remove(member: Member): boolean {
    const wasIn = this.#members.delete(member);
    if (wasIn && isAudience(member)) this.#watching--;
    return wasIn;
  }

  #tellRecentHealth(producer: Member): void {
    this.#producers.add(producer);
    const samples = this.#source.recentHealth(this.#webcastId);
    if (samples.length > 0) producer.send(serialise({ type: 'health', samples }));
  }

  async #showEverybody(): Promise<void> {
    this.#seq++;
    for (const [audience, members] of this.#audiences()) {
      const view = await this.#view(audience.mayPreview, audience.host);
      if (view === null) {
        this.close({
          type: 'refused',
          code: 'not-found',
          message: 'This webcast no longer exists.',
        });
        return;
      }
      const text = serialise({ type: 'stage', seq: this.#seq, ...view });
      for (const member of members) member.send(text);
    }
  }

  #audiences(): Map<Audience, Member[]> {
    const audiences = new Map<string, { audience: Audience; members: Member[] }>();
    for (const member of this.#members) {
      const audience = { mayPreview: this.#mayPreview(member), host: member.host };
      const key = `${audience.mayPreview} ${audience.host}`;
      const known = audiences.get(key);
      if (known === undefined) audiences.set(key, { audience, members: [member] });
      else known.members.push(member);
    }
    return new Map([...audiences.values()].map(({ audience, members }) => [audience, members]));
  }

  #mayPreview(member: Member): boolean {
    return member.pass.mayPreview && !this.#hasEnded(member);
  }

  #hasEnded({ pass: { endsAtMs } }: Member): boolean {
    return endsAtMs !== null && endsAtMs <= this.#nowMs();
  }

  #view(mayPreview: boolean, host: string): Promise<RoomView | null> {
    return this.#source.view(this.#webcastId, mayPreview, host);
  }

  #presenceChanged(): void {
    this.#presenceTimer ??= setTimeout(() => {
      this.#presenceTimer = null;
      this.#seq++;
      const text = serialise({ type: 'presence', seq: this.#seq, watching: this.#watching });
      for (const member of this.#members) member.send(text);
    }, PRESENCE_TICK_MS).unref();
  }
}

function isAudience({ pass }: Member): boolean {
  return pass.role !== 'producer';
}

function serialise(frame: RoomFrame): string {
  return JSON.stringify(frame);
}
