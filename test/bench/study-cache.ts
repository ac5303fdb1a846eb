// Studies for measuring, made once and kept in .cache/bench; each measurement works on a copy of its own.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { currentSchemaVersion } from '#shared/model/migrations/index';

import { GENERATOR_VERSION, type StudySizeName, writeStudy } from './study-generator.ts';

/** Kept out of git by .gitignore. */
const CACHE_FOLDER = path.resolve(import.meta.dirname, '../../.cache/bench');
const STUDIES_FOLDER = path.join(CACHE_FOLDER, 'studies');
const WORK_FOLDER = path.join(CACHE_FOLDER, 'work');

/**
 * The folder of the unchanged study of this size; makes it when it is not there. Nobody may write into it: use copyOfStudy.
 * Studies of another generator, schema or format of files are removed.
 */
export async function cachedStudy(name: StudySizeName): Promise<string> {
  const key = await cacheKey();
  const folder = path.join(STUDIES_FOLDER, key, `${name}.plumb`);
  if (existsSync(folder)) return folder;
  for (const other of await readdir(STUDIES_FOLDER)) {
    if (other !== key && !other.startsWith('new-')) await rm(path.join(STUDIES_FOLDER, other), { recursive: true, force: true });
  }
  const fresh = await mkdtemp(path.join(STUDIES_FOLDER, 'new-'));
  try {
    await writeStudy(path.join(fresh, 'study'), name);
    await mkdir(path.dirname(folder), { recursive: true });
    await rename(path.join(fresh, 'study'), folder).catch((error: unknown) => {
      // Another run was faster: its study is the same.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Generator, schema, and what the vault's writers make of the tiny study: a change of the format gives another key. */
async function cacheKey(): Promise<string> {
  await mkdir(STUDIES_FOLDER, { recursive: true });
  const probe = await mkdtemp(path.join(STUDIES_FOLDER, 'new-'));
  try {
    const folder = path.join(probe, 'tiny.plumb');
    await writeStudy(folder, 'tiny');
    const hash = createHash('sha256');
    const files = await readdir(folder, { recursive: true, withFileTypes: true });
    const names = files.filter((file) => file.isFile()).map((file) => path.join(file.parentPath, file.name));
    for (const file of names.sort()) hash.update(path.relative(folder, file)).update(await readFile(file));
    return `g${GENERATOR_VERSION}-s${currentSchemaVersion()}-${hash.digest('hex').slice(0, 12)}`;
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

/** An empty folder for a run, on the same disk as the studies. The caller removes it. */
export async function workFolder(): Promise<string> {
  await mkdir(WORK_FOLDER, { recursive: true });
  return mkdtemp(path.join(WORK_FOLDER, 'run-'));
}

/** A study of one's own to open and change. Transcript files are never rewritten, so they are linked, not copied. */
export async function copyOfStudy(study: string, folder: string): Promise<void> {
  for (const entry of await readdir(study, { recursive: true, withFileTypes: true })) {
    const from = path.join(entry.parentPath, entry.name);
    const to = path.join(folder, path.relative(study, from));
    if (entry.isDirectory()) await mkdir(to, { recursive: true });
    else {
      await mkdir(path.dirname(to), { recursive: true });
      await (path.basename(entry.parentPath) === 'transcripts' ? link(from, to) : copyFile(from, to));
    }
  }
}

/** As cachedStudy, but made in a process of its own, whose memory goes away with it. */
export async function preparedStudy(name: StudySizeName): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, name]);
  return stdout.trim();
}

if (import.meta.main) process.stdout.write(`${await cachedStudy((process.argv[2] ?? 'S') as StudySizeName)}\n`);
