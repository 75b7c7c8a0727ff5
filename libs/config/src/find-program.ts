import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The whole path of a program of the search path, or null. */
export function findProgram(name: string, searchPath = process.env['PATH'] ?? ''): string | null {
  const found = searchPath
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name));
  return found.find(isProgram) ?? null;
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
