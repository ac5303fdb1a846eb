// Scrolling a list whose rows out of sight are not drawn.

/** Scrolls just as far as it takes for a row to be in sight. @param row its place among the rows shown. @param height of a row, CSS pixels. */
export function scrollToRow(list: HTMLElement | null, row: number, height: number): void {
  if (!list || row < 0 || list.clientHeight === 0) return;
  const top = row * height;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
}
