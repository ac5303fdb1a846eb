// Who is heard in a foreign project: its cases, and the speakers of its texts, as participants.
import { isGenericLabel } from '#shared/domain/transcript/generic-label';
import { proposeSpeakerRoles } from '#shared/domain/transcript/speaker-roles';
import type { Participant } from '#shared/model/records/participant';
import type { Source } from '#shared/model/records/source';

import type { ProjectCase, ProjectSource } from './project.ts';
import { fieldText, nameLine, type RecordMaker } from './record-maker.ts';
import type { SplitSource } from './split-source.ts';

/** Labels of one source with the roles that their questions suggest; a source without labels has one participant: its case, or one named like it. */
export function participantsOfSource(
  maker: RecordMaker,
  source: ProjectSource,
  title: string,
  split: SplitSource,
): Pick<Source, 'speakers' | 'participantId'> {
  const cases = maker.project.cases.filter((each) => each.sources.includes(source.key));
  const own = cases.length === 1 ? cases[0] : undefined;
  if (split.turns.length === 0) return { speakers: [], participantId: own ? participantOf(maker, own.name, own) : null };
  if (split.speakers.length === 0) return { speakers: [], participantId: participantOf(maker, own?.name ?? title, own) };
  const proposals = proposeSpeakerRoles({ turns: split.turns, speakers: split.speakers }).slice(0, 1000);
  const heard = proposals.filter((proposal) => proposal.role === 'participant');
  const speakers = proposals.map(({ label, role }) => {
    if (role !== 'participant') return { label, role, participantId: null };
    const ofCase = heard.length === 1 ? own : cases.find((each) => each.name.trim().toLowerCase() === label.toLowerCase());
    return { label, role, participantId: participantOf(maker, isGenericLabel(label) ? '' : label, ofCase) };
  });
  return { speakers, participantId: null };
}

const CODE = /^[A-Z]{1,3}-?\d{1,4}$/;

/** The participant of that name, made when there is none; nameless ones are each a new person. */
function participantOf(maker: RecordMaker, given: string, of: ProjectCase | undefined): string {
  const name = nameLine(given, '');
  const everybody = [...maker.records.participants, ...maker.reader.all('participants').values()];
  const wanted = name.toLowerCase();
  const there =
    wanted === '' ? undefined : everybody.find((person) => [person.name, person.pseudonym].some((each) => each.toLowerCase() === wanted));
  if (there) return there.id;
  const pseudonyms = new Set(everybody.map((person) => person.pseudonym));
  const isCode = CODE.test(name) && !pseudonyms.has(name);
  const person: Participant = {
    id: maker.newId(),
    pseudonym: isCode ? name : freePseudonym(pseudonyms),
    name: isCode ? '' : name,
    segmentId: null,
    attributes: of ? attributesOf(maker, of) : {},
    reached: 'unknown',
    relationship: of ? fieldText(of.description.trim()) : '',
  };
  maker.add('participants', person);
  return person.id;
}

function freePseudonym(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const code = `P${String(number).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}

function attributesOf({ project }: RecordMaker, of: ProjectCase): Participant['attributes'] {
  const values = of.variables.map(({ variable, value }): [string, string] => [
    nameLine(project.variables.get(variable) ?? '', 'Attribute'),
    nameLine(value, ''),
  ]);
  return Object.fromEntries(values.filter(([name, value]) => value !== '' && name !== '__proto__'));
}

/** Cases that name no source of the file become participants as well, so that what is known of them stays. @returns how many cases there are. */
export function addLooseCases(maker: RecordMaker): number {
  for (const each of maker.project.cases) {
    if (each.sources.every((key) => !maker.sourceIds.has(key)) && each.name.trim() !== '') participantOf(maker, each.name, each);
  }
  return maker.project.cases.length;
}
