/**
 * What is asked for is kept in a store that can't be asked now: it is not known to be gone, and may be there again in a
 * moment. The message is for whoever runs the server.
 */
export class MediaAway extends Error {
  override readonly name: string = 'MediaAway';
}
