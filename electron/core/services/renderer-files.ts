// The window's files, read once at start-up: a request can name an entry of this list and nothing else (trust.md E9, W9).
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { AppError } from '#shared/lib/app-error';

export interface RendererFile {
  bytes: Buffer;
  mediaType: string;
}

/** URL path ("/" is the page itself) to file. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Reads the built renderer. Only plain files of known types are taken; links are not followed.
 * @throws AppError('not-found') when there is no built page.
 */
export async function loadRendererFiles(folder: string): Promise<RendererFiles> {
  const files = new Map<string, RendererFile>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const mediaType = MEDIA_TYPES[path.extname(entry.name).toLowerCase()];
    if (!entry.isFile() || mediaType === undefined) continue;
    const file = path.join(entry.parentPath, entry.name);
    const place = path.relative(folder, file).split(path.sep).join('/');
    files.set(place === 'index.html' ? '/' : `/${place}`, { bytes: await readFile(file), mediaType });
  }
  if (!files.has('/')) {
    throw new AppError('not-found', 'The window of Plumbline has not been built yet. Run `npm run build`, then start again.');
  }
  return files;
}
