import { binRecording, deleteRecording, type RecordingEntry, unbinRecording } from '@rostrum/sdk';
import type { ConsoleContext } from '../frame/console-context.ts';
import { ask } from '../parts/ask.ts';
import { failureSentence } from '../parts/failure-words.ts';
import { nameOf } from './recording-words.ts';

/** What can be done with a recording from wherever it is shown. Each says by itself what became of it. */

/** @returns whether it is there now */
export async function putIntoBin(console: ConsoleContext, entry: RecordingEntry): Promise<boolean> {
  const isSure = await ask({
    heading: `Move “${nameOf(entry)}” to the bin?`,
    text: 'Its webcast’s page and all lists no longer show it. It keeps its space, and you can bring it back from the bin.',
    confirm: 'Move to bin',
  });
  if (!isSure) return false;
  const told = `“${nameOf(entry)}” is in the bin.`;
  return carryOut(console, () => binRecording(console.client, entry.id), told);
}

/** @returns whether it is back */
export async function bringBack(console: ConsoleContext, entry: RecordingEntry): Promise<boolean> {
  const told = `“${nameOf(entry)}” is back.`;
  return carryOut(console, () => unbinRecording(console.client, entry.id), told);
}

/** @returns whether it is gone */
export async function deleteForGood(
  console: ConsoleContext,
  entry: RecordingEntry,
): Promise<boolean> {
  const isSure = await ask({
    heading: `Delete “${nameOf(entry)}” for good?`,
    text: 'Its video goes, with everything that was cut away, and its links stop working. Clips that were made of it stay. This can’t be undone.',
    confirm: 'Delete recording',
  });
  if (!isSure) return false;
  const told = `“${nameOf(entry)}” is deleted.`;
  return carryOut(console, () => deleteRecording(console.client, entry.id), told);
}

async function carryOut(
  console: ConsoleContext,
  deed: () => Promise<void>,
  told: string,
): Promise<boolean> {
  try {
    await deed();
  } catch (error) {
    console.notify(failureSentence(error), 'warn');
    return false;
  }
  console.notify(told);
  return true;
}
