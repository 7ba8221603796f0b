/** What one player made of a recording. */
export type PlayerReport = {
  readonly player: string;
  /** What the player said that the recording takes, seconds. */
  readonly lengthS: number;
  /** How far it came, seconds. */
  readonly playedS: number;
  /** Everything that it complained about, with how often where that is more than once. */
  readonly complaints: readonly string[];
  /**
   * Brightness of the picture, 0 to 255, in the order in which it was shown, neighbours that are alike as one. Empty
   * where the player does not say.
   */
  readonly levels: readonly number[];
};

/** Neighbours within this are the same picture. */
const SAME_LEVEL = 6;

/** A brightness that is seen for fewer frames is a picture on its way to another one. */
const FEWEST_FRAMES = 3;

/** The steps of a brightness that was measured at each frame. */
export function levelsOf(brightness: Iterable<number>): number[] {
  const runs: { level: number; frames: number }[] = [];
  for (const level of brightness) {
    const last = runs.at(-1);
    if (last !== undefined && Math.abs(last.level - level) <= SAME_LEVEL) last.frames++;
    else runs.push({ level, frames: 1 });
  }
  const levels: number[] = [];
  for (const { level, frames } of runs) {
    const last = levels.at(-1);
    if (frames < FEWEST_FRAMES || (last !== undefined && Math.abs(last - level) <= SAME_LEVEL)) {
      continue;
    }
    levels.push(level);
  }
  return levels;
}

/** Complaints, each once, with their number. */
export function counted(complaints: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const each of complaints) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].map(([text, count]) => (count === 1 ? text : `${text} (${count} times)`));
}
