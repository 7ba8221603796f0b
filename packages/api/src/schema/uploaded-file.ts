/**
 * A file that came along with a call. It lies in a folder that is removed when the call is answered: who keeps it moves
 * it away (`rename`) before that.
 */
export class UploadedFile {
  readonly path: string;
  /** As the client called it, without folders; it may be empty, and says nothing about the content. */
  readonly fileName: string;
  /** As the client called it: what is in the file, whoever reads it finds out. */
  readonly contentType: string;
  readonly sizeBytes: number;

  constructor(facts: {
    readonly path: string;
    readonly fileName: string;
    readonly contentType: string;
    readonly sizeBytes: number;
  }) {
    this.path = facts.path;
    this.fileName = facts.fileName;
    this.contentType = facts.contentType;
    this.sizeBytes = facts.sizeBytes;
  }
}
