/** The journal's name inside a generation's folder. */
export const JOURNAL_FILE = 'journal.ndjson';

/** Where a shortened journal is written before it takes the journal's place. */
export const NEXT_JOURNAL_FILE = 'journal.ndjson.next';

/**
 * Beside the webcasts' folders, with a folder for each take that is kept: `recordings/<webcastId>/<generation>/`. A start
 * need not look at it.
 */
export const RECORDINGS_FOLDER = 'recordings';

/**
 * Words of lower-case letters and digits, joined by hyphens: no dot but the ending's and no separator, so that a name
 * can't leave its folder.
 */
const MEDIA_FILE = /^(?:video|audio)(?:-[0-9a-z]{1,16}){1,4}\.(?:m4s|mp4)$/;

/** Whether a name may be read from or written to a generation's folder as a media file. */
export function isMediaFileName(fileName: string): boolean {
  return MEDIA_FILE.test(fileName);
}
