/** Text as it is compared where case does not matter: by the server, so that both databases compare alike. */
export function foldText(text: string | null | undefined): string {
  // The last letter of a Greek word has a form of its own, which a part of the word must match too.
  return (text ?? '').normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}
