// Commands of the matrix, by keyboard and palette.
import type { IdsOf } from '#shared/commands/catalog';
import type { MATRIX } from '#shared/commands/catalog/matrix';
import type { EvidenceRelation } from '#shared/model/records/evidence-link';
import { quickPick } from '#renderer/stores/quick-pick-store';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import { select, useViewStore } from '#renderer/stores/view-store';

import { currentEvidence, logSearch, overrideByHand } from '../evidence/index.ts';
import { SORT_WORDS, SORTS } from '#shared/domain/evidence/arrange-matrix';
import { focusPlace, focusPlaceSoon } from './cell-focus.ts';
import { type GridMove, movePlace } from './grid-moves.ts';
import { askReason, clearJudgement, judge } from './judge.ts';
import { type MatrixLook, setHidden, setLook, setSort, useMatrixStore } from './matrix-store.ts';
import { stepPlace } from './place-focus.ts';
import { arrangedMatrixNow } from './use-arranged-matrix.ts';

/** The cell that has, or had, the focus; null on a head. */
function cellAtHand(): { themeId: string; assumptionId: string } | null {
  const { place } = useMatrixStore.getState();
  return place?.themeId && place.assumptionId ? { themeId: place.themeId, assumptionId: place.assumptionId } : null;
}

const STEPS: { readonly [M in GridMove]: 1 | -1 | 'first' | 'last' } = {
  left: -1,
  right: 1,
  up: -1,
  down: 1,
  rowStart: 'first',
  rowEnd: 'last',
  first: 'first',
  last: 'last',
};

const move = (step: GridMove) => () => {
  if (useMatrixStore.getState().look !== 'grid') return stepPlace(STEPS[step]);
  const place = movePlace(arrangedMatrixNow(), useMatrixStore.getState().place, step);
  if (place) focusPlace(place);
};

const judgeAs = (relation: EvidenceRelation) => async () => {
  const cell = cellAtHand();
  if (cell) await judge(cell.themeId, cell.assumptionId, relation).catch(() => undefined);
};

async function clear(): Promise<void> {
  const cell = cellAtHand();
  if (cell) await clearJudgement(cell.themeId, cell.assumptionId).catch(() => undefined);
}

/** Of a cell and of an assumption into the inspector, to the first quote if there is one; of a theme its page. */
function openEvidence(): void {
  const { place } = useMatrixStore.getState();
  const cell = cellAtHand();
  if (place?.themeId && !cell) return openTab({ kind: 'theme', id: place.themeId });
  if (cell) select({ kind: 'cell', ...cell });
  useViewStore.setState({ inspectorVisible: true });
  requestAnimationFrame(() => {
    const inspector = document.querySelector('[data-part="inspector"]');
    (inspector?.querySelector<HTMLElement>('[data-cell-quotes] button') ?? inspector?.querySelector<HTMLElement>('button'))?.focus();
  });
}

export async function chooseSort(): Promise<void> {
  const { sort, place } = useMatrixStore.getState();
  const items = SORTS.map((id) => ({ id, label: SORT_WORDS[id], ...(id === sort ? { hint: 'current' } : {}) }));
  const answer = await quickPick({ title: 'Sort rows', placeholder: 'Sort the themes by…', items });
  const chosen = SORTS.find((id) => answer && 'id' in answer && answer.id === id);
  if (!chosen) return;
  setSort(chosen);
  if (place) focusPlaceSoon(place);
}

const ALL = 'all';

export async function chooseDepartments(): Promise<void> {
  const { groups } = currentEvidence().matrix;
  const { hidden } = useMatrixStore.getState();
  const ids = groups.map(({ department }) => department.id);
  const only = groups.map(({ department }) => ({
    id: `only:${department.id}`,
    label: `Only ${department.name}`,
    section: 'One department',
  }));
  const switched = groups.map(({ department: { id, name } }) => ({
    id: `switch:${id}`,
    label: `${hidden.has(id) ? 'Show' : 'Hide'} ${name}`,
    section: 'One more, one less',
  }));
  const answer = await quickPick({
    title: 'Departments shown',
    placeholder: 'Show the columns of…',
    items: [{ id: ALL, label: 'All departments', section: 'All' }, ...only, ...switched],
  });
  if (!answer || !('id' in answer)) return;
  const [what, id = ''] = answer.id.split(':');
  if (what === ALL) setHidden([]);
  else if (what === 'only') setHidden(ids.filter((other) => other !== id));
  else setHidden(hidden.has(id) ? [...hidden].filter((other) => other !== id) : [...hidden, id]);
}

/** Of the column at hand: on a cell, on a head, or what the inspector describes. */
async function ofAssumption(work: (assumptionId: string) => Promise<void>): Promise<void> {
  const { selection } = useViewStore.getState();
  const selected = selection?.kind === 'assumption' ? selection.id : selection?.kind === 'cell' ? selection.assumptionId : null;
  const id = useMatrixStore.getState().place?.assumptionId ?? selected;
  if (id && projection.state.get('assumptions', id)) await work(id).catch(() => undefined);
}

/** Another view of the same assumptions; the focus goes with it. */
function showAs(view: MatrixLook): void {
  setLook(view);
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-surface="matrix"]')?.focus());
}

function openDepartment(): void {
  const id = useMatrixStore.getState().place?.assumptionId;
  const departmentId = id ? projection.state.get('assumptions', id)?.departmentId : undefined;
  if (departmentId) openTab({ kind: 'department', id: departmentId });
}

export const matrixHandlers: Record<IdsOf<typeof MATRIX>, () => void | Promise<void>> = {
  'matrix.left': move('left'),
  'matrix.right': move('right'),
  'matrix.up': move('up'),
  'matrix.down': move('down'),
  'matrix.rowStart': move('rowStart'),
  'matrix.rowEnd': move('rowEnd'),
  'matrix.firstCell': move('first'),
  'matrix.lastCell': move('last'),
  'matrix.open': openEvidence,
  'matrix.supports': judgeAs('supports'),
  'matrix.contradicts': judgeAs('contradicts'),
  'matrix.refines': judgeAs('refines'),
  'matrix.notRelevant': judgeAs('not-relevant'),
  'matrix.clear': clear,
  'matrix.overrideVerdict': () => ofAssumption(overrideByHand),
  'matrix.logSearch': () => ofAssumption(logSearch),
  'matrix.grid': () => showAs('grid'),
  'matrix.quadrants': () => showAs('quadrants'),
  'matrix.list': () => showAs('list'),
  'matrix.reason': () => {
    const cell = cellAtHand();
    if (cell) askReason(cell.themeId, cell.assumptionId);
  },
  'matrix.sort': chooseSort,
  'matrix.filter': chooseDepartments,
  'matrix.columnPage': openDepartment,
};
