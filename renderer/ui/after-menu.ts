// Runs something that takes the focus only after a menu has closed and given the focus back.

/** A menu gives the focus back one frame after it is gone; what opens before that loses it again, or returns it to nowhere. */
export function afterMenu(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(run));
}
