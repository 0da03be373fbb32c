import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build puts what is not for the public: headers, the manifest, the stamp. Beside the web root, so that no host can serve it by mistake. */
export const metaDir = 'dist-meta';

/**
 * Lists the files under a folder, at any depth, in a stable order.
 *
 * @param folder path of a folder
 * @returns paths that start with `folder`; empty when there is no such folder
 */
export function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [];
  }
}
