import { type Client, type LiveStreamEntry, RostrumError, setWebcastPicture } from '@rostrum/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { failureSentence, isServerAway } from '../parts/failure-words.ts';
import { describedBy, fieldAround } from '../parts/field.ts';

/** The largest picture that the server takes. */
const MAX_BYTES = 10 * 1024 * 1024;
const TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** What is wrong with a file as a picture; undefined where nothing is. */
export function pictureProblem({ type, size }: Pick<File, 'type' | 'size'>): string | undefined {
  if (!TYPES.includes(type)) return 'Choose a JPEG, PNG, GIF or WebP picture.';
  if (size > MAX_BYTES) return 'This picture is larger than 10 MB. Choose a smaller one.';
  return undefined;
}

export function pictureField({
  address,
  problem,
  choose,
}: {
  /** Of the picture that it has or will have; null for none yet. */
  readonly address: string | null;
  readonly problem: string | undefined;
  readonly choose: (file: File | null) => void;
}): TemplateResult {
  const field = {
    id: 'picture',
    label: 'Picture',
    hint: 'Shown while it is not on air. JPEG, PNG, GIF or WebP, at most 10 MB; 16:9 fits best.',
    problem,
    isOptional: true,
  };
  return html`<div class="picture-line">
    ${address === null ? nothing : html`<img class="picture" src=${address} alt="The picture as it is now" />`}
    ${fieldAround(
      field,
      html`<input
        id="picture"
        type="file"
        accept=${TYPES.join(',')}
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        aria-describedby=${describedBy(field)}
        @change=${(event: Event) => choose((event.target as HTMLInputElement).files?.[0] ?? null)}
      />`,
    )}
  </div>`;
}

export type SentPicture =
  | { readonly kind: 'taken'; readonly entry: LiveStreamEntry }
  /** Another file is needed. */
  | { readonly kind: 'refused'; readonly text: string }
  /** The same file can be sent again. */
  | { readonly kind: 'away'; readonly text: string };

export async function sendPicture(client: Client, id: string, file: File): Promise<SentPicture> {
  try {
    return { kind: 'taken', entry: await setWebcastPicture(client, id, file) };
  } catch (error) {
    if (!(error instanceof RostrumError)) throw error;
    if (isServerAway(error)) return { kind: 'away', text: failureSentence(error) };
    const isNoPicture = error.code === 'INVALID_FILE_TYPE';
    return {
      kind: 'refused',
      text: isNoPicture
        ? 'This file is no picture that the server can read. Choose another one.'
        : failureSentence(error),
    };
  }
}
