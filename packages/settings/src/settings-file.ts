import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { SettingsError } from './settings-error.ts';

/**
 * The settings file's content; null where there is no file.
 *
 * @throws SettingsError where it can't be read, is not YAML, or does not hold names with values
 */
export function readSettingsFile(file: string): Record<string, unknown> | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new SettingsError(`${file} can't be read: ${(error as Error).message}`);
  }
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    throw new SettingsError(`${file} is not YAML: ${(error as Error).message}`);
  }
  if (content === null) return null;
  if (typeof content !== 'object' || Array.isArray(content)) {
    throw new SettingsError(`${file} must hold lines of the form "rostrum_http_port: 8080".`);
  }
  return content as Record<string, unknown>;
}
