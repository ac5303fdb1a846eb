// What the repository must not carry: paths of one machine, secrets, download addresses, loose versions.
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { licencesText, shippedPackages } from '../../../scripts/shipped-licences.ts';
import { sourceFiles } from '#test/builders/source-files';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
const texts = sourceFiles(/\.(tsx?|mjs|cjs|js|json|css|html|md|ya?ml|svg|plist|txt|vtt|srt|csv)$|(^|\/)(\.ci\/run|\.gitignore|\.npmrc)$/);
const itself = path.relative(REPOSITORY, import.meta.filename);

/** Folders of the machine this runs on; short ones ("/root") would match too much. */
const OWN_FOLDERS = [REPOSITORY, path.dirname(REPOSITORY), os.homedir()]
  .map((folder) => `${folder}/`)
  .filter((folder) => folder.length > 7);

/** Somebody's home folder; tests of paths make some up. */
const HOME = /\/(?:home|Users)\/[A-Za-z][\w.-]*\/|\b[A-Z]:\\\\?Users\\/;

const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\bnpm_[A-Za-z0-9]{30,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bxox[baprs]-[A-Za-z0-9-]{10,}/,
  /\bsk-[A-Za-z0-9_-]{20,}/,
  /_authToken\s*=/,
];

describe('files', () => {
  test('there are files to look at', () => expect(texts.length).toBeGreaterThan(400));

  test('none names a folder of one machine', () => {
    const found = texts.filter(
      ({ file, text }) => OWN_FOLDERS.some((folder) => text.includes(folder)) || (!file.startsWith('test/') && HOME.test(text)),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('none holds a secret', () => {
    const found = texts.filter(({ file, text }) => file !== itself && SECRETS.some((secret) => secret.test(text)));
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});

describe('packages', () => {
  const read = (file: string): string => texts.find((text) => text.file === file)?.text ?? '';

  test('the lock file holds no download address', () => {
    const lock = read('package-lock.json');
    expect(lock.length).toBeGreaterThan(1000);
    expect(lock.split('\n').filter((line) => line.includes('"resolved"'))).toEqual([]);
  });

  test('the licences of everything that is shipped are in the app', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const shipped = shippedPackages(root);
    expect(shipped.length).toBeGreaterThan(20);
    expect(
      shipped.filter(
        ({ licence }) => !/^\(?(?:MIT|ISC|0BSD|Apache-2\.0|OFL-1\.1|MPL-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause)\b/.test(licence),
      ),
    ).toEqual([]);
    expect(readFileSync(path.join(root, 'renderer/features/welcome/licences.txt'), 'utf8'), 'run `npm run licences`').toBe(
      licencesText(root),
    );
  });

  test('install scripts are off but for the packages that are named', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> };
    const withScript = Object.keys(packages).filter((name) => packages[name]?.hasInstallScript === true);
    const { allowScripts } = JSON.parse(read('package.json')) as { allowScripts: Record<string, boolean> };
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(Object.values(allowScripts).filter(Boolean)).toEqual([]);
    expect(withScript.map((name) => name.replace(/^.*node_modules\//, '')).filter((name) => !(name in allowScripts))).toEqual([]);
  });

  test('every version is exact', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
