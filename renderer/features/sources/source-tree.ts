// The interviews as a tree: by customer segment once there are segments, filtered by what is typed.
import { foldForSearch } from '#shared/lib/text';
import type { Participant } from '#shared/model/records/participant';
import type { Segment } from '#shared/model/records/segment';
import type { Source } from '#shared/model/records/source';

export interface SourceNode {
  id: string;
  kind: 'source';
  source: Source;
  /** The title as it may be shown. */
  label: string;
  /** Pseudonyms that the label does not name already. */
  people: string;
}

export interface SegmentNode {
  /** `segment:` and the segment's id; `segment:` alone for those without one. */
  id: string;
  kind: 'segment';
  label: string;
  children: SourceNode[];
}

export interface SourceTreeInput {
  sources: readonly Source[];
  participants: ReadonlyMap<string, Participant>;
  segments: readonly Segment[];
  filter: string;
  /** Hides names in titles where that is wished. */
  shown(text: string): string;
}

const byLabel = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Segments in their order with their interviews, “No segment” last; a flat list while the study has no segments. */
export function buildSourceTree(input: SourceTreeInput): (SegmentNode | SourceNode)[] {
  const nodes = input.sources
    .map((source) => ({ node: nodeOf(source, input), segmentId: segmentOf(source, input.participants) }))
    .filter(({ node, segmentId }) => fits(node, segmentId, input))
    .sort((left, right) => byLabel.compare(left.node.label, right.node.label));
  if (input.segments.length === 0) return nodes.map(({ node }) => node);
  const segments = [...input.segments].sort((left, right) => left.order - right.order);
  const groups: SegmentNode[] = segments.map(({ id, name }) => ({ id: `segment:${id}`, kind: 'segment', label: name, children: [] }));
  groups.push({ id: 'segment:', kind: 'segment', label: 'No segment', children: [] });
  for (const { node, segmentId } of nodes) groups.find((group) => group.id === `segment:${segmentId ?? ''}`)?.children.push(node);
  return groups.filter((group) => group.children.length > 0);
}

/** Ids of the participants heard in a source, in the order of its speakers. */
export function participantIdsOf(source: Source): string[] {
  const ids = source.speakers.map((speaker) => (speaker.role === 'participant' ? speaker.participantId : null));
  return [...new Set([...ids, source.participantId])].filter((id) => id !== null);
}

/** A conversation with several people stands under the first of them who has a segment. */
function segmentOf(source: Source, participants: ReadonlyMap<string, Participant>): string | null {
  for (const id of participantIdsOf(source)) {
    const segmentId = participants.get(id)?.segmentId ?? null;
    if (segmentId !== null) return segmentId;
  }
  return null;
}

function nodeOf(source: Source, { participants, shown }: SourceTreeInput): SourceNode {
  const label = shown(source.title);
  const folded = foldForSearch(label);
  const people = participantIdsOf(source)
    .map((id) => participants.get(id)?.pseudonym ?? '')
    .filter((pseudonym) => pseudonym !== '' && !folded.includes(foldForSearch(pseudonym)));
  return { id: source.id, kind: 'source', source, label, people: people.slice(0, 3).join(' ') + (people.length > 3 ? ' …' : '') };
}

function fits(node: SourceNode, segmentId: string | null, { filter, segments, participants }: SourceTreeInput): boolean {
  const wanted = foldForSearch(filter.trim());
  if (wanted === '') return true;
  const segment = segments.find(({ id }) => id === segmentId)?.name ?? '';
  const people = participantIdsOf(node.source).map((id) => participants.get(id)?.pseudonym ?? '');
  const text = foldForSearch([node.label, ...people, segment].join(' '));
  return wanted.split(/\s+/).every((word) => text.includes(word));
}
