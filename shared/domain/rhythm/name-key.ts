// One of us by name, however it was typed.

/** The name without regard to case and to blanks around it. */
export function nameKey(name: string): string {
  return name.trim().toLowerCase();
}
