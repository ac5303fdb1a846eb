// Plans a three-way merge: what another copy of the study changed since both were one, on top of the study as it stands.
import { type Change, describeRecord, sameRecord } from '#shared/model/changes';
import { validateRecord } from '#shared/model/draft';
import { type AnyRecord, COLLECTIONS, type CollectionName, referencesOf } from '#shared/model/records/index';
import type { Snippet } from '#shared/model/records/snippet';
import type { Tagging } from '#shared/model/records/tagging';
import { type VaultReader, VaultState } from '#shared/model/vault-state';

import { isNested, type NestedCollection, standsInItself } from './circles.ts';
import { belongsToNothing, calledInWords, doesNotHold, staysInPlace, stillUsed } from './left-out-words.ts';
import { sameNamesAfter } from './same-names.ts';

export interface MergeConflict {
  collection: CollectionName;
  id: string;
  /** Fields that both changed, each in another way; empty when one of the two removed the record. */
  fields: string[];
  /** The record as it is on either side; null where it was removed. */
  here: AnyRecord | null;
  there: AnyRecord | null;
  /** What stands there can be taken instead: not where the place of snippets in a text hangs on it. */
  mayTakeThere: boolean;
  /** A finished sentence: what differs, and what is kept. */
  what: string;
}

export interface MergePlan {
  /** From the study as it stands to the merged one; every record holds, and what it names is there. */
  changes: Change[];
  conflicts: MergeConflict[];
  /** Records of the other copy that cannot go in, as finished sentences. */
  leftOut: string[];
  /** Tags that then stand beside one of the same name, as finished sentences. */
  sameNames: string[];
  /** Records that come in, by collection. */
  added: Partial<Record<CollectionName, number>>;
}

/**
 * Each record that only the other side changed becomes as there; fields that both changed stay as they are here and are named. Coders are
 * kept apart: where both put the same tag on the same snippet, the other one's decision comes in on a snippet of its own.
 * Merging again what was merged changes nothing. (Three-way merge of records after diff3, Khanna, Kunal & Pierce 2007.)
 * @param fromThere conflicts, as conflictKey names them, in which a person chose what stands in the other copy.
 */
export function planMerge(
  ours: VaultReader,
  base: VaultReader,
  theirs: VaultReader,
  fromThere: ReadonlySet<string> = new Set(),
): MergePlan {
  const plan: MergePlan = { changes: [], conflicts: [], leftOut: [], sameNames: [], added: {} };
  const wanted: Change[] = [];
  for (const collection of COLLECTIONS) {
    const ids = new Set([...base.all(collection).keys(), ...theirs.all(collection).keys()]);
    for (const id of ids) {
      const [was, there] = [get(base, collection, id), get(theirs, collection, id)];
      const here = get(ours, collection, id);
      if (sameRecord(was, there) || sameRecord(here, there)) continue;
      if (sameRecord(here, was)) wanted.push({ collection, id, before: here, after: there });
      else if (collection === 'taggings' && there && here) wanted.push(...ownDecision(ours, theirs, there as Tagging, here as Tagging));
      else wanted.push(...mergedFields(plan, collection, id, { was, here, there }, fromThere.has(conflictKey({ collection, id }))));
    }
  }
  plan.changes = holdingChanges(
    ours,
    wanted.map((change) => placed(change, ours, theirs, wanted)),
    plan,
    fromThere,
  );
  plan.sameNames = sameNamesAfter(ours, plan.changes);
  for (const { collection, before } of plan.changes) if (before === null) plan.added[collection] = (plan.added[collection] ?? 0) + 1;
  return plan;
}

/** Names a conflict. */
export const conflictKey = ({ collection, id }: Pick<MergeConflict, 'collection' | 'id'>): string => `${collection}/${id}`;

const get = (reader: VaultReader, collection: CollectionName, id: string): AnyRecord | null => reader.get(collection, id) ?? null;

/** Fields that hold only together with the text of the source: the text itself, and where a snippet lies in it. */
const TIED_TO_TEXT: ReadonlySet<string> = new Set(['transcript', 'revision', 'range', 'quote', 'prefix', 'suffix', 'review']);

interface ThreeForms {
  was: AnyRecord | null;
  here: AnyRecord | null;
  there: AnyRecord | null;
}

/** Both sides changed the record. */
function mergedFields(
  plan: MergePlan,
  collection: CollectionName,
  id: string,
  { was, here, there }: ThreeForms,
  wantsThere: boolean,
): Change[] {
  const name = describeRecord(collection, id, here ?? there ?? was);
  if (here === null || there === null) {
    const kept = here === null ? ['stays removed', 'comes back'] : ['stays', 'is removed'];
    const [nowHere, nowThere] = here === null ? ['removed', 'changed'] : ['changed', 'removed'];
    const what = `${name} was ${nowHere} here and ${nowThere} there: it ${kept[wantsThere ? 1 : 0]}.`;
    plan.conflicts.push({ collection, id, fields: [], here, there, mayTakeThere: true, what });
    return wantsThere ? [{ collection, id, before: here, after: there }] : [];
  }
  const [from, to, present] = [was, there, here].map((record) => (record ?? {}) as unknown as Record<string, unknown>) as [
    Record<string, unknown>,
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (field) => !sameRecord(from[field], to[field]) && !sameRecord(present[field], to[field]),
  );
  const fields = changed.filter((field) => !sameRecord(present[field], from[field]));
  const mayTakeThere = !fields.some((field) => TIED_TO_TEXT.has(field));
  const fromThere = wantsThere && mayTakeThere;
  const merged: Record<string, unknown> = { ...present };
  for (const field of changed) {
    if (fields.includes(field) && !fromThere) continue;
    if (field in to) merged[field] = to[field];
    else delete merged[field];
  }
  const what = `${name}: ${fields.join(', ')} changed on both sides. What stands ${fromThere ? 'there is taken' : 'here is kept'}.`;
  if (fields.length > 0) plan.conflicts.push({ collection, id, fields, here, there, mayTakeThere, what });
  return sameRecord(merged, present) ? [] : [{ collection, id, before: here, after: merged as unknown as AnyRecord }];
}

/** Two coders put the same tag on the same snippet: the other one's stands on a snippet of its own, always under the same id. */
function ownDecision(ours: VaultReader, theirs: VaultReader, there: Tagging, here: Tagging): Change[] {
  const snippet = theirs.get('snippets', there.snippetId);
  if (there.by === here.by || !snippet) return [];
  const twin: Snippet = { ...snippet, id: twinId(snippet.id, there.by), by: there.by };
  const tagging: Tagging = { ...there, id: `${twin.id}_${there.tagId}`, snippetId: twin.id };
  const changes: Change[] = [];
  if (!ours.get('snippets', twin.id)) changes.push({ collection: 'snippets', id: twin.id, before: null, after: twin });
  if (!ours.get('taggings', tagging.id)) changes.push({ collection: 'taggings', id: tagging.id, before: null, after: tagging });
  return changes;
}

/** The id of a snippet as another coder has it: the same whenever it is asked for. FNV-1a over the coder's name, in 32 bits. */
function twinId(snippetId: string, by: string): string {
  let hash = 0x811c9dc5;
  for (const character of by) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${snippetId.slice(0, 50)}-${hash.toString(36)}`;
}

/** A snippet of a text that was corrected here meanwhile: its place in the text of today is for a person to say. */
function placed(change: Change, ours: VaultReader, theirs: VaultReader, wanted: readonly Change[]): Change {
  if (change.collection !== 'snippets' || change.before !== null || change.after === null) return change;
  const snippet = change.after as Snippet;
  const [here, there] = [ours.get('sources', snippet.sourceId), theirs.get('sources', snippet.sourceId)];
  const comes = wanted.some(({ collection, id }) => collection === 'sources' && id === snippet.sourceId);
  if (!here || !there || comes || here.transcript.sha256 === there.transcript.sha256 || snippet.review) return change;
  const was = { revision: snippet.revision, range: snippet.range };
  const after: Snippet = { ...snippet, revision: here.transcript.revision, review: { was, proposals: [], withoutPlace: false } };
  return { ...change, after };
}

/** Those of the changes after which every record holds and none stands inside itself; the others are named. */
function holdingChanges(ours: VaultReader, wanted: readonly Change[], plan: MergePlan, fromThere: ReadonlySet<string>): Change[] {
  const state = stateOf(ours);
  let changes = onceEach(wanted);
  state.apply(changes);
  for (let again = true; again;) {
    const refused = changes.filter((change) => faultOf(state, change) !== null);
    for (const change of refused) {
      plan.leftOut.push(faultOf(state, change) ?? '');
      state.apply([{ ...change, before: change.after, after: change.before }]);
    }
    if (refused.length > 0) changes = changes.filter((change) => !refused.includes(change));
    const stay = stayingOnes(state, changes, fromThere);
    for (const change of stay) plan.leftOut.push(whyItStays(state, change));
    const stayed = new Map(stay.map((change) => [change, withoutMove(change)]));
    changes = changes.map((change) => stayed.get(change) ?? change).filter(({ before, after }) => !sameRecord(before, after));
    again = refused.length > 0 || stay.length > 0;
  }
  return changes;
}

/**
 * Tags and themes that were moved there and would now stand inside themselves: in the state they are put back where they are here. That breaks
 * every circle, since none of them is made of what stood in one another here already. What a person chose from there is put back last.
 */
function stayingOnes(state: VaultState, changes: readonly Change[], fromThere: ReadonlySet<string>): Change[] {
  const moves = changes.filter(isMove);
  const chosen = (change: Change): boolean => fromThere.has(conflictKey(change));
  const inOrder = [...moves.filter((change) => !chosen(change)), ...moves.filter(chosen)];
  return inOrder.filter((change) => {
    if (!standsInItself(state, change.collection as NestedCollection, change.id)) return false;
    state.apply([withoutMove(change)]);
    return true;
  });
}

interface Nested {
  name: string;
  parentId: string | null;
  order: number;
}

const nested = (record: AnyRecord): Nested => record as unknown as Nested;

const isMove = ({ collection, before, after }: Change): boolean =>
  isNested(collection) && before !== null && after !== null && nested(before).parentId !== nested(after).parentId;

/** The change without the move: the record stays where it is here. */
function withoutMove(change: Change): Change {
  const { parentId, order } = nested(change.before as AnyRecord);
  return { ...change, after: { ...change.after, parentId, order } as unknown as AnyRecord };
}

function whyItStays(state: VaultState, { collection, after }: Change): string {
  const into = state.require(collection, nested(after as AnyRecord).parentId ?? '');
  return staysInPlace(calledInWords(state, collection, after), nested(into).name);
}

function onceEach(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [`${change.collection}/${change.id}`, change])).values()];
}

function stateOf(reader: VaultReader): VaultState {
  const state = new VaultState();
  for (const collection of COLLECTIONS) state.load(collection, [...reader.all(collection).values()]);
  return state;
}

/** Why a change cannot be made: what it names is gone, or what it removes is still named. */
function faultOf(state: VaultState, { collection, id, before, after }: Change): string | null {
  const called = calledInWords(state, collection, after ?? before);
  if (after === null) return state.firstReferrer(collection, id) === null ? null : stillUsed(called);
  const missing = referencesOf(collection, after as never).find((reference) => !state.get(reference.collection, reference.id));
  if (missing) return belongsToNothing(called, missing.collection);
  try {
    validateRecord(state, collection, after);
    return null;
  } catch {
    return doesNotHold(called);
  }
}
