import { copyWebcast, type LiveStreamEntry } from '@rostrum/sdk';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence } from '../parts/failure-words.ts';

/** What can be done with a webcast from wherever it is shown. Each says by itself what became of it. */

type Named = Pick<LiveStreamEntry, 'id' | 'name'>;

/** @returns whether it is gone */
export async function deleteWebcast(
  console: ConsoleContext,
  { id, name }: Named,
): Promise<boolean> {
  const isSure = await ask({
    heading: `Delete “${name}”?`,
    text: 'Its page and its stream key stop working, and that can’t be undone. Its recordings stay.',
    confirm: 'Delete webcast',
  });
  if (!isSure) return false;
  try {
    await console.client.liveStream.delete(id);
  } catch (error) {
    console.notify(failureSentence(error), 'warn');
    return false;
  }
  console.notify(`“${name}” is deleted.`);
  return true;
}

/** @returns the copy; null where there is none */
export async function duplicateWebcast(
  console: ConsoleContext,
  { id, name }: Named,
): Promise<LiveStreamEntry | null> {
  try {
    const copy = await copyWebcast(console.client, id, `${name} (copy)`);
    console.notify(`“${copy.name}” is made, with a stream key of its own and without a date.`);
    return copy;
  } catch (error) {
    console.notify(failureSentence(error), 'warn');
    return null;
  }
}

export function watchAddress({ serviceUrl }: ConsoleContext, webcastId: string): string {
  return `${serviceUrl}/watch/${webcastId}`;
}

export function webcastPath(webcastId: string): string {
  return `/console/webcasts/${encodeURIComponent(webcastId)}`;
}
