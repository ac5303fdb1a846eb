// The packages that end up in the built program, by the lock file, and the licence each comes with.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface LockedPackage {
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

interface ShippedPackage {
  name: string;
  version: string;
  licence: string;
}

/** Everything that package.json's dependencies bring with them, by name. @throws Error when one of them is not in the lock file. */
export function shippedPackages(root: string): ShippedPackage[] {
  const { packages } = readJson(root, 'package-lock.json') as { packages: Record<string, LockedPackage> };
  const { dependencies } = readJson(root, 'package.json') as { dependencies: Record<string, string> };
  const found = new Map<string, LockedPackage>();
  const waiting = Object.keys(dependencies);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const locked = packages[`node_modules/${name}`];
    if (!locked) throw new Error(`${name} is not in package-lock.json.`);
    found.set(name, locked);
    waiting.push(...Object.keys(locked.dependencies ?? {}));
  }
  return [...found]
    .map(([name, { version, license }]) => ({ name, version, licence: license ?? '' }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The list and, package by package, the words of each licence; the same words are written once. */
export function licencesText(root: string): string {
  const shipped = shippedPackages(root);
  const list = shipped.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  const users = new Map<string, string[]>();
  for (const { name } of shipped) {
    const words = wordsOf(root, name);
    users.set(words, [...(users.get(words) ?? []), name]);
  }
  const parts = [...users].map(([words, names]) => `${'='.repeat(72)}\n${names.join(', ')}\n\n${words}\n`);
  return [
    'Plumbline is under the MIT licence (file LICENSE). It is built from these packages:\n',
    `${list.join('\n')}\n`,
    'The desktop app also carries Electron (MIT) with Chromium and Node.js; their licences lie beside the program as LICENSE.electron.txt and LICENSES.chromium.html.\n',
    ...parts,
  ].join('\n');
}

/** Licence file of a package as it was installed. */
function wordsOf(root: string, name: string): string {
  const folder = path.join(root, 'node_modules', name);
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry)) : undefined;
  if (file === undefined) return 'This package comes without a licence file; its licence is the one named in the list above.';
  const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

function readJson(root: string, name: string): unknown {
  return JSON.parse(readFileSync(path.join(root, name), 'utf8'));
}
