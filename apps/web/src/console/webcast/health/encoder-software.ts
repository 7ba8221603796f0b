/** What an encoder calls itself, in words, and as far as it matters for advice. */
export type EncoderSoftware = {
  readonly name: string;
  readonly kind: 'obs' | 'ffmpeg' | 'other';
};

/** OBS, and whatever else is built on librtmp, introduces itself like this. */
const LIBRTMP = 'FMLE/3.0 (compatible; FMSc/1.0)';

const MAX_NAME_CHARACTERS = 40;

/** @param software as the encoder told it: `FMLE/3.0 (compatible; Lavf59.27.100)` */
export function encoderSoftwareOf(software: string): EncoderSoftware {
  if (/\bobs\b|libobs|obs-output/i.test(software)) return { name: 'OBS', kind: 'obs' };
  if (/Lavf/.test(software)) return { name: 'FFmpeg', kind: 'ffmpeg' };
  if (software === LIBRTMP) return { name: 'OBS or similar', kind: 'obs' };
  const name = software.trim().slice(0, MAX_NAME_CHARACTERS);
  return { name: name === '' ? 'Encoder' : name, kind: 'other' };
}
