// Codebook versions: what they keep, and what became of the tags between two of them, in words.
import { expect, it } from 'vitest';

import { codebookNow } from '#shared/domain/codebook/codebook-now';
import { compareCodebooks } from '#shared/domain/codebook/compare-codebooks';
import { differenceInWords, differencesInShort } from '#shared/domain/codebook/difference-words';
import { versionTable } from '#shared/domain/codebook/version-table';
import { mapFreeTexts } from '#shared/domain/participants/free-texts';
import { finishSteps } from '#shared/lib/steps';
import { buildStudy } from '#test/builders/study-builder';

function codebook() {
  const study = buildStudy();
  const source = study.source({ turns: [['Ana', 'one cat, two dogs']] });
  const [cat, dogs] = [study.snippet(source, 'one cat'), study.snippet(source, 'two dogs')];
  const tag = (name: string, on: string[] = [], parentId: string | null = null, definition = ''): string => {
    const { tagId } = study.edit('createTag', { name, parentId, definition });
    if (on.length > 0) study.edit('tagSnippets', { snippetIds: on, tagIds: [tagId] });
    return tagId;
  };
  const price = tag('Price', [cat, dogs], null, 'An amount');
  const ids = { price, fog: tag('Fog', [cat], price), trust: tag('Trust', [dogs]), help: tag('Help'), wave: tag('Wave') };
  const { versionId } = study.edit('saveCodebookVersion', { name: ' First ', day: '2026-05-01', note: 'Before the second coder' });
  const version = study.state.require('codebookVersions', versionId);
  const told = (): string[] => compareCodebooks(version.tags, finishSteps(codebookNow(study.state))).map(differenceInWords);
  return { study, ids, version, told };
}

it('keeps tags with their texts, place and counts, parents before those inside them', () => {
  const { version, told } = codebook();
  expect([version.name, version.day, version.note]).toEqual(['First', '2026-05-01', 'Before the second coder']);
  expect(versionTable(version.tags).map((row) => [row[0], row[2], row[7], row[8]])).toEqual([
    ['Tag', 'Definition', 'Snippets', 'People'],
    ['Price', 'An amount', 2, 1],
    ['Price > Fog', '', 1, 1],
    ['Trust', '', 1, 1],
    ['Help', '', 0, 0],
    ['Wave', '', 0, 0],
  ]);
  expect(told()).toEqual([]);
});

it('tells what is new, gone, merged, renamed, moved and means something else', () => {
  const { study, ids, version, told } = codebook();
  study.edit('updateTag', { tagId: ids.price, name: 'Cost', definition: 'What it takes' });
  study.edit('moveTag', { tagId: ids.fog, parentId: null });
  study.edit('mergeTags', { tagIds: [ids.trust], intoTagId: ids.fog });
  study.edit('deleteTags', { tagIds: [ids.help] });
  study.edit('updateTag', { tagId: ids.wave, colour: 16, aliases: ['Surge'] });
  study.edit('createTag', { name: 'Speed', parentId: ids.wave });
  expect(told()).toEqual([
    '“Wave › Speed” is new, on no snippet yet.',
    '“Help” is gone; no snippet had it.',
    '“Trust” was merged into “Fog”; 1 snippet had it.',
    '“Price” is called “Cost” now.',
    '“Fog” moved from “Price” to the top level.',
    '“Cost”: definition was “An amount” and is “What it takes”.',
    '“Fog”: other names were none and are “Trust”.',
    '“Wave”: other names were none and are “Surge”.',
    '“Wave” has another colour.',
  ]);
  const differences = compareCodebooks(version.tags, finishSteps(codebookNow(study.state)));
  expect(differencesInShort(differences)).toBe(
    '1 new, 1 gone, 1 merged, 1 renamed, 1 moved, 1 with another meaning, 2 with other names, 1 with another colour.',
  );
});

it('a tag that was deleted and made anew at the same place is the same; what is inside a renamed one did not move', () => {
  const { study, ids, told } = codebook();
  study.edit('deleteTags', { tagIds: [ids.help] });
  study.edit('createTag', { name: 'help', colour: study.state.require('tags', ids.wave).colour - 1 });
  study.edit('updateTag', { tagId: ids.price, name: 'Cost' });
  expect(told()).toEqual(['“Price” is called “Cost” now.', '“Help” is called “help” now.']);
});

it('the texts of the tags in a version are texts that may name somebody', () => {
  const { version } = codebook();
  const masked = mapFreeTexts('codebookVersions', version, (text) => text.replaceAll('amount', '…'));
  expect(masked.tags.map(({ definition }) => definition).slice(0, 2)).toEqual(['An …', '']);
  expect(masked.tags[1]).toBe(version.tags[1]);
  expect(mapFreeTexts('codebookVersions', version, (text) => text)).toBe(version);
});
