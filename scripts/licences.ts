// Writes renderer/features/welcome/licences.txt: the licences of every package that is shipped. `npm run licences`; a gate test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { licencesText } from './shipped-licences.ts';

const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, 'renderer/features/welcome/licences.txt');
const text = licencesText(root);
writeFileSync(file, text);
process.stdout.write(`${readFileSync(file, 'utf8').split('\n').length} lines in ${path.relative(root, file)}\n`);
