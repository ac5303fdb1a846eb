// Moving the focus between the parts of the window, as F6 does.

/** Order of F6; parts that are not there are passed over. */
const PARTS = ['activityBar', 'sideBar', 'editor1', 'editor2', 'inspector', 'statusBar', 'notifications'];

/** What takes the focus inside a part: the surface or list that wants it, otherwise the first thing that can. */
const WANTS_FOCUS = '[data-focus-first], [data-surface][tabindex], [role="tree"], [role="grid"], [role="listbox"]';
const FOCUSABLE = 'button:not(:disabled), [href], input:not(:disabled), textarea, select, [tabindex]:not([tabindex="-1"])';

/** Puts the focus into a part. @returns false when the part is not there or empty. */
export function focusPart(name: string): boolean {
  const part = document.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!part || part.childElementCount === 0) return false;
  const wishes = [...part.querySelectorAll<HTMLElement>(WANTS_FOCUS)].filter(isVisible);
  const wanted = wishes.find((element) => element.matches('[data-focus-first]')) ?? wishes[0];
  const target = wanted ?? [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isVisible) ?? part;
  target.focus();
  return part.contains(document.activeElement);
}

/** Puts the focus into the active editor: its surface where it has one. */
export function focusEditor(): void {
  const active =
    document.querySelector<HTMLElement>('[data-part^="editor"][data-active="true"]') ??
    document.querySelector<HTMLElement>('[data-part="editor1"]');
  const part = active?.dataset.part;
  if (part) focusPart(part);
}

/** Frames to wait for a surface that is still being built. */
const FRAMES = 60;

/** The same for what is just being opened: until its surface stands, only the tabs above it can take the focus. */
export function focusEditorSoon(frames = FRAMES): void {
  requestAnimationFrame(() => {
    focusEditor();
    if (frames > 0 && document.activeElement?.getAttribute('role') === 'tab') focusEditorSoon(frames - 1);
  });
}

/** Goes to the next or previous part that is there, around the end. */
export function focusStep(step: 1 | -1): void {
  const here = document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset.part ?? '';
  const at = PARTS.indexOf(here);
  for (let count = 1; count <= PARTS.length; count += 1) {
    const next = PARTS[(Math.max(at, step > 0 ? -1 : 0) + step * count + PARTS.length * 2) % PARTS.length];
    if (next && focusPart(next)) return;
  }
}

function isVisible(element: HTMLElement): boolean {
  return element.offsetParent !== null && !element.closest('[aria-hidden="true"]');
}
