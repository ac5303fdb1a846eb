// Moving the focus among the departments and assumptions of the plan.
import type { PlanTarget } from './plan-store.ts';

const STOPS = '[data-plan-stop]';

function plan(): HTMLElement | null {
  return document.querySelector('[data-surface="plan"][data-plan-page]');
}

function isShown(element: HTMLElement): boolean {
  return !element.closest('[hidden]');
}

/** Goes to the next or previous heading or assumption on the page. */
export function focusPlanStep(step: 1 | -1): void {
  const stops = [...(plan()?.querySelectorAll<HTMLElement>(STOPS) ?? [])].filter(isShown);
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[at < 0 ? 0 : at + step]?.focus();
}

/** Puts the focus on a department's heading or an assumption's row, once it is on the page. */
export function focusPlanTarget({ kind, id }: PlanTarget): void {
  requestAnimationFrame(() =>
    plan()
      ?.querySelector<HTMLElement>(`[data-plan-stop="${kind}:${CSS.escape(id)}"]`)
      ?.focus(),
  );
}

/** What gets the focus when this stop goes away: the one after it, otherwise the one before. */
export function neighbourOf({ kind, id }: PlanTarget): PlanTarget | null {
  const stops = [...(plan()?.querySelectorAll<HTMLElement>(STOPS) ?? [])].map((stop) => stop.dataset.planStop ?? '');
  const at = stops.indexOf(`${kind}:${id}`);
  const own = kind === 'department' ? new Set(ownRows(id)) : new Set<string>();
  const next = stops.slice(at + 1).find((stop) => !own.has(stop)) ?? stops.slice(0, Math.max(at, 0)).at(-1);
  return next ? targetOf(next) : null;
}

function ownRows(departmentId: string): string[] {
  const section = plan()?.querySelector(`[data-department="${CSS.escape(departmentId)}"]`);
  return [...(section?.querySelectorAll<HTMLElement>(STOPS) ?? [])].map((stop) => stop.dataset.planStop ?? '');
}

function targetOf(stop: string): PlanTarget | null {
  const [kind, id] = stop.split(':');
  return id && (kind === 'assumption' || kind === 'department') ? { kind, id } : null;
}
