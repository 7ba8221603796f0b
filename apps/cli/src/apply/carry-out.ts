import {
  type Client,
  createWebcast,
  deleteWebcast,
  RostrumError,
  setWebcastPicture,
  updateWebcast,
} from '@rostrum/sdk';
import { RefusedError } from '../errors.ts';
import { planOfValues } from '../webcast/values-of-webcast.ts';
import { adminTagsAfter } from './known-webcasts.ts';
import type { Picture, Plan, Step } from './plan.ts';

export type Outcome = {
  /** Ids by keys. */
  readonly ids: ReadonlyMap<string, string>;
};

/**
 * Makes the server agree with a plan, step by step. Each step can be repeated: after a failure, applying the same file
 * again goes on from there.
 *
 * @param onDone hears of each step
 * @throws RefusedError that says which step was refused, and why
 */
export async function carryOut(
  client: Client,
  plan: Plan,
  options: {
    readonly isPruned: boolean;
    readonly interrupted: AbortSignal;
    readonly onDone: (step: Step, id: string) => void;
  },
): Promise<void> {
  for (const step of plan.steps) {
    if (options.interrupted.aborted)
      throw new RefusedError('Stopped. Apply the file again to go on from there.');
    try {
      const id = await carryOutStep(client, plan.set, step, options.isPruned);
      if (id !== null) options.onDone(step, id);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const code = error instanceof RostrumError ? ` (${error.code})` : '';
      throw new RefusedError(
        `${step.kind} ${step.key}: ${error.message}${code}. What was done before stays; apply the file again to go on from there.`,
      );
    }
  }
}

/** @returns the webcast's id; null where nothing was to be done */
async function carryOutStep(
  client: Client,
  set: string | null,
  step: Step,
  isPruned: boolean,
): Promise<string | null> {
  switch (step.kind) {
    case 'unchanged':
      return null;
    case 'delete':
      if (!isPruned || step.isOnAir) return null;
      await deleteWebcast(client, step.id);
      return step.id;
    case 'create': {
      const tags = adminTagsAfter(null, { set, pictureHash: null });
      const wanted = { ...planOfValues(step.values), name: step.name, adminTags: tags };
      const { id, isNew } = await createWebcast(client, { ...wanted, idempotencyKey: step.key });
      // Somebody has made it since the plan was made.
      if (!isNew) await updateWebcast(client, id, wanted);
      await setPicture(client, id, step.picture);
      return id;
    }
    case 'change': {
      const { starts, ends } = step.values;
      // The record about the event holds both: where one is said, the other must not be an older one.
      const times = starts === undefined && ends === undefined ? {} : await timesOf(client, step);
      const tags =
        set === null
          ? {}
          : {
              adminTags: adminTagsAfter(await client.liveStream.get(step.id), {
                set,
                pictureHash: null,
              }),
            };
      await updateWebcast(client, step.id, {
        ...planOfValues({ ...times, ...step.values }),
        ...(step.changes.some(({ field }) => field === 'set') ? tags : {}),
      });
      await setPicture(client, step.id, step.picture);
      return step.id;
    }
  }
}

async function timesOf(
  client: Client,
  { id }: Extract<Step, { kind: 'change' }>,
): Promise<{ readonly starts: number | null; readonly ends: number | null }> {
  const { startDate = 0, endDate = 0 } = await client.liveStream.get(id);
  return {
    starts: startDate > 0 ? startDate * 1000 : null,
    ends: endDate > 0 ? endDate * 1000 : null,
  };
}

/** The picture first, and then the word that it is there: a failure between the two only sets it once more. */
async function setPicture(client: Client, id: string, picture: Picture | null): Promise<void> {
  if (picture === null) return;
  const bytes = new Uint8Array(picture.bytes);
  await setWebcastPicture(client, id, new Blob([bytes]));
  const entry = await client.liveStream.get(id);
  const adminTags = adminTagsAfter(entry, { set: null, pictureHash: picture.hash });
  await updateWebcast(client, id, { adminTags });
}

/** What the SDK or the server has against it. */
function isRefusal(error: unknown): error is Error {
  return error instanceof RostrumError || error instanceof RangeError || error instanceof TypeError;
}
