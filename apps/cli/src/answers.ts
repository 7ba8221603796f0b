import { RostrumError } from '@rostrum/sdk';

/** What the server answers, as far as the commands read it. */

export type Partner = {
  readonly id: number;
  readonly name: string;
  readonly status: number;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly adminSecret?: string;
  readonly secret?: string;
  readonly cmsPassword?: string;
};

export type Secret = {
  readonly id: string;
  readonly kind: string;
  readonly secret: string;
  readonly isConfigured: boolean;
  /** Unix seconds. */
  readonly createdAt: number;
};

/** The objects of a list. @throws RostrumError where it is none */
export function objectsOf<Item>(answer: unknown): readonly Item[] {
  const objects = (answer as { readonly objects?: unknown } | null)?.objects;
  if (!Array.isArray(objects)) throw new RostrumError('bad-answer', 'The answer is not a list');
  return objects as readonly Item[];
}
