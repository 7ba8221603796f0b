/** What is wrong with the settings, in words for whoever set them. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
