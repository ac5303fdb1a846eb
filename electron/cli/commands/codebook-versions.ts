// `codebook-versions`: lists the versions of the codebook, compares two of them or one with now, writes one as CSV.
import path from 'node:path';

import { codebookNow } from '#shared/domain/codebook/codebook-now';
import { compareCodebooks } from '#shared/domain/codebook/compare-codebooks';
import { differenceInWords, differencesInShort } from '#shared/domain/codebook/difference-words';
import { exportedText } from '#shared/domain/exchange/mask-rows';
import { AppError } from '#shared/lib/app-error';
import { finishSteps } from '#shared/lib/steps';
import { countNoun } from '#shared/lib/text';
import type { CodebookVersion, KeptTag } from '#shared/model/records/codebook-version';
import type { VaultReader } from '#shared/model/vault-state';
import { exportCodebookVersion } from '#core/exchange/export-codebook-version';
import { csvText } from '#core/exchange/write-tables';

import type { CliCommand, CommandLine } from '../command-line.ts';
import { writeOut } from '../write-out.ts';

export const codebookVersionsCommand: CliCommand = {
  usage: 'codebook-versions <vault> [--compare <version> [--with <version>]] [--version <version> --out <file.csv>] [--names] [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(async ({ state }) => {
      const { compare, version } = line.options;
      if (typeof compare === 'string') return compareVersions(state, line, compare);
      if (typeof version === 'string') return writeVersion(state, line, version);
      for (const { tags, ...each } of versionsOf(state)) {
        const snippets = tags.reduce((sum, tag) => sum + tag.snippets, 0);
        const note = each.note === '' ? '' : `: ${each.note}`;
        line.print(
          { ...each, tags: tags.length, taggings: snippets },
          `${each.day}  ${each.name}  (${countNoun(tags.length, 'tag', 'tags')}, by ${each.by})${note}`,
        );
      }
    }),
};

/** Oldest first. */
function versionsOf(state: VaultReader): CodebookVersion[] {
  return [...state.all('codebookVersions').values()].toSorted((left, right) => (left.at < right.at ? -1 : 1));
}

function versionCalled(state: VaultReader, called: string): CodebookVersion {
  const found = versionsOf(state).findLast(({ id, name }) => id === called || name === called);
  if (found) return found;
  throw new AppError('not-found', `No codebook version is called “${called}”. Run codebook-versions with the study alone for the list.`);
}

/** Without --with: the version beside the codebook of now. Names are pseudonyms unless they are asked for. */
function compareVersions(state: VaultReader, line: CommandLine, called: string): void {
  const before = versionCalled(state, called);
  const { with: other } = line.options;
  const later: { name: string; tags: KeptTag[] } =
    typeof other === 'string' ? versionCalled(state, other) : { name: 'now', tags: finishSteps(codebookNow(state)) };
  const exported = exportedText(state, line.options['names'] ? 'names' : 'pseudonyms');
  const differences = compareCodebooks(before.tags, later.tags);
  for (const difference of differences) {
    const told = {
      ...difference,
      path: difference.path.map(exported),
      before: exported(difference.before),
      after: exported(difference.after),
    };
    const sentence = differenceInWords(told);
    line.print({ ...told, sentence }, sentence);
  }
  line.say(`${before.name} and ${later.name}: ${differencesInShort(differences)}`);
}

async function writeVersion(state: VaultReader, line: CommandLine, called: string): Promise<void> {
  const { out } = line.options;
  if (typeof out !== 'string') throw new AppError('bad-input', 'Say where the table goes: --out <file.csv>.');
  const { id } = versionCalled(state, called);
  const { rows } = exportCodebookVersion(state, id, line.options['names'] ? 'names' : 'pseudonyms');
  const text = csvText(rows);
  await writeOut(out, text, 'The table');
  line.print(
    { ok: true, file: path.resolve(out), bytes: Buffer.byteLength(text), rows: rows.length - 1 },
    `Wrote ${out}: ${rows.length - 1} rows`,
  );
}
