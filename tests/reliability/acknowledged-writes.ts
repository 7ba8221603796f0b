type Answer = { readonly code?: string; readonly message?: string } | null;

/** Fast enough to be in the middle of a write at most moments, slow enough to leave the machine to the show. */
const PAUSE_MS = 40;

/** Clients that change things while the server is killed, and know what it has said yes to. */
export class AcknowledgedWrites {
  readonly #url: string;
  readonly #ks: string;
  /** Ids of webcasts that were made. */
  readonly #made = new Set<string>();
  readonly #deleted = new Set<string>();
  /** By webcast: the number that was written and acknowledged last, and the highest that was sent. */
  readonly #numbers = new Map<string, { acknowledged: number; sent: number }>();
  #isStopped = false;
  count = 0;

  constructor(url: string, ks: string) {
    this.#url = url;
    this.#ks = ks;
  }

  /** Resolves after `stop`. */
  async run(): Promise<void> {
    await Promise.all([this.#makeAndDelete(), this.#count()]);
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** What was acknowledged and is not there. */
  async check(): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const id of this.#made) {
      const entry = await this.#read(id);
      const isThere = entry !== null && entry.code === undefined;
      if (isThere && this.#deleted.has(id))
        problems.push(`webcast ${id} was deleted, and is there`);
      if (!isThere && !this.#deleted.has(id)) problems.push(`webcast ${id} was made, and is gone`);
    }
    for (const [id, { acknowledged, sent }] of this.#numbers) {
      const found = Number((await this.#read(id))?.description ?? 0);
      if (found < acknowledged || found > sent) {
        problems.push(`webcast ${id} has ${found}; ${acknowledged} was acknowledged, ${sent} sent`);
      }
    }
    return problems;
  }

  async #makeAndDelete(): Promise<void> {
    let last: string | null = null;
    while (!this.#isStopped) {
      const made = await this.#make();
      if (made !== null) {
        this.#made.add(made);
        this.count++;
      }
      // One that may have been deleted is nobody's claim any more.
      if (last !== null && this.count % 3 === 0) await this.#delete(last);
      last = made;
      await pause();
    }
  }

  async #count(): Promise<void> {
    let id: string | null = null;
    while (id === null && !this.#isStopped) id = await this.#make();
    if (id === null) return;
    const numbers = { acknowledged: 0, sent: 0 };
    this.#numbers.set(id, numbers);
    while (!this.#isStopped) {
      const next = ++numbers.sent;
      const liveStreamEntry = { description: String(next) };
      if ((await this.#call('update', { entryId: id, liveStreamEntry })) !== null) {
        numbers.acknowledged = next;
        this.count++;
      }
      await pause();
    }
  }

  async #make(): Promise<string | null> {
    const liveStreamEntry = { name: 'made while dying', mediaType: 201 };
    const made = await this.#call('add', { liveStreamEntry, sourceType: '32' });
    return made === null ? null : String(made.id);
  }

  async #delete(id: string): Promise<void> {
    if ((await this.#call('delete', { entryId: id })) === null) this.#made.delete(id);
    else {
      this.#deleted.add(id);
      this.count++;
    }
  }

  async #read(entryId: string): Promise<(Answer & { description?: string }) | null> {
    const response = await this.#post('get', { entryId });
    return response as Answer & { description?: string };
  }

  /** Null where nobody has said yes. */
  async #call(action: string, parameters: object): Promise<{ id?: unknown } | null> {
    try {
      const answer = await this.#post(action, parameters);
      // A deletion answers with nothing.
      if (answer === null) return {};
      return answer.code === undefined ? (answer as { id?: unknown }) : null;
    } catch {
      return null;
    }
  }

  async #post(action: string, parameters: object): Promise<Answer> {
    const response = await fetch(`${this.#url}/api_v3/service/liveStream/action/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ format: 1, ks: this.#ks, ...parameters }),
      signal: AbortSignal.timeout(10_000),
    });
    return (await response.json()) as Answer;
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
