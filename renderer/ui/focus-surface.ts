// Puts the focus into what has just been opened in the front, as soon as it is there.

/** Tries for about a second: a text has to be fetched before its surface stands. */
const FRAMES = 60;

/** Focuses the surface of the active tab; leaves the focus alone when a person has moved it meanwhile. */
export function focusFrontSurface(frames = FRAMES): void {
  const before = document.activeElement;
  const attempt = (left: number): void => {
    if (document.activeElement !== before && document.activeElement !== document.body) return;
    const panels = document.querySelectorAll<HTMLElement>('[data-part^="editor"][data-active="true"] [role="tabpanel"]');
    const front = [...panels].find((panel) => panel.offsetParent !== null);
    const surfaces = [...(front?.querySelectorAll<HTMLElement>('[data-focus-first], [data-surface][tabindex]') ?? [])];
    const shown = surfaces.filter((element) => element.offsetParent !== null);
    const surface = shown.find((element) => element.matches('[data-focus-first]')) ?? shown[0];
    if (surface) surface.focus({ preventScroll: true });
    else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
  };
  requestAnimationFrame(() => attempt(frames));
}

/** After something shown in the front was removed: the surface that is in front now, its tab, or the welcome page. */
export function focusEditorPart(): void {
  requestAnimationFrame(() => {
    const part =
      document.querySelector<HTMLElement>('[data-part^="editor"][data-active="true"]') ??
      document.querySelector<HTMLElement>('[data-part^="editor"]');
    const inside = [
      ...(part?.querySelectorAll<HTMLElement>(
        '[role="tabpanel"] [data-focus-first], [role="tabpanel"] [data-surface][tabindex], [role="tab"][aria-selected="true"]',
      ) ?? []),
    ];
    (inside.find((element) => element.offsetParent !== null) ?? part)?.focus({ preventScroll: true });
  });
}

/** After the thing that the inspector described was removed from there: the focus stays in the inspector. */
export function focusInspector(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-part="inspector"]')?.focus());
}

/** Rows that a list's command means: those chosen, unless the focus stands on another row (moved there with Ctrl, or by the program). */
export function meantRows(list: HTMLElement | null, chosen: readonly string[]): readonly string[] {
  const row = document.activeElement?.closest<HTMLElement>('[data-key]');
  const focused = row && list?.contains(row) ? row.dataset.key : undefined;
  return focused === undefined || chosen.includes(focused) ? chosen : [focused];
}
