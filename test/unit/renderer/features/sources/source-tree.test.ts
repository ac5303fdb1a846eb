// The interviews list: by segment, filtered, with names hidden where that is wished.
import { expect, test } from 'vitest';

import { buildSourceTree, type SegmentNode, type SourceNode } from '#renderer/features/sources/source-tree';
import { buildStudy, type StudyBuilder } from '#test/builders/study-builder';

function treeOf({ state }: StudyBuilder, filter = '', shown = (text: string): string => text): (SegmentNode | SourceNode)[] {
  return buildSourceTree({
    sources: [...state.all('sources').values()],
    participants: state.all('participants'),
    segments: [...state.all('segments').values()],
    filter,
    shown,
  });
}

/** `Sales-led: P02 Jonas, P10 Magda` for each group. */
const inWords = (nodes: readonly (SegmentNode | SourceNode)[]): string[] =>
  nodes.map((node) =>
    node.kind === 'segment' ? `${node.label}: ${node.children.map((child) => child.label).join(', ')}` : `${node.label}|${node.people}`,
  );

function study(): StudyBuilder {
  const built = buildStudy();
  const sales = built.segment('Sales-led');
  const self = built.segment('Self-serve');
  const person = (name: string, segmentId: string | null): string => built.participant({ name, segmentId });
  const talk = (title: string, participantId: string): string =>
    built.source({ title, speakers: { A: { participantId } }, turns: [['A', 'words']] });
  talk('P10 Magda', person('Magda', sales));
  talk('P2 Jonas', person('Jonas', sales));
  talk('Call with Amara', person('Amara', self));
  talk('Notes', person('Nobody', null));
  return built;
}

test('interviews stand by segment in the order of their numbers; those without one come last', () => {
  expect(inWords(treeOf(study()))).toEqual(['Sales-led: P2 Jonas, P10 Magda', 'Self-serve: Call with Amara', 'No segment: Notes']);
});

test('without segments the list is flat and shows who is heard where the title does not', () => {
  const built = buildStudy();
  const participantId = built.participant({ name: 'Karim' });
  built.source({ title: 'Renewal call', speakers: { Karim: { participantId } }, turns: [['Karim', 'words']] });
  built.source({ title: 'P01 again', speakers: { Karim: { participantId } }, turns: [['Karim', 'words']] });
  expect(inWords(treeOf(built))).toEqual(['P01 again|', 'Renewal call|P01']);
});

test('the filter finds by title, pseudonym and segment, in any order, without regard to accents', () => {
  expect(inWords(treeOf(study(), 'magda'))).toEqual(['Sales-led: P10 Magda']);
  expect(inWords(treeOf(study(), 'serve cáll'))).toEqual(['Self-serve: Call with Amara']);
  expect(inWords(treeOf(study(), 'P03'))).toEqual(['Self-serve: Call with Amara']);
  expect(treeOf(study(), 'zebra')).toEqual([]);
});

test('hidden names are neither shown nor found', () => {
  const hide = (text: string): string => text.replace('Amara', 'P03');
  expect(inWords(treeOf(study(), 'amara', hide))).toEqual([]);
  expect(inWords(treeOf(study(), 'call', hide))).toEqual(['Self-serve: Call with P03']);
});
