// What becomes of the rhythm and of the owners when a department, a source or a theme goes that they name.
import type { Draft } from '#shared/model/draft';

/** Those who were of the department stay owners, stay in the log and keep their goals, without a department; what was acknowledged in it goes. */
export function leaveDepartment(draft: Draft, departmentId: string): void {
  for (const { id, people } of draft.referring('departments', departmentId, 'conversations')) {
    const left = people.map((person) => (person.departmentId === departmentId ? { ...person, departmentId: null } : person));
    draft.update('conversations', id, { people: left });
  }
  for (const owner of draft.referring('departments', departmentId, 'owners')) draft.update('owners', owner.id, { departmentId: null });
  for (const said of draft.referring('departments', departmentId, 'acknowledgements')) draft.remove('acknowledgements', said.id);
  for (const goal of draft.referring('departments', departmentId, 'goals')) draft.update('goals', goal.id, { departmentId: null });
}

/** The conversation was had, whether or not its source stays. */
export function leaveSource(draft: Draft, sourceId: string): void {
  for (const { id } of draft.referring('sources', sourceId, 'conversations')) draft.update('conversations', id, { sourceId: null });
}

/** What the theme explained is without a why again. */
export function leaveTheme(draft: Draft, themeId: string): void {
  for (const { id, whys } of draft.referring('themes', themeId, 'signals'))
    draft.update('signals', id, { whys: whys.filter((why) => why.themeId !== themeId) });
}
