// Says something to screen readers through one live region.

let region: HTMLElement | null = null;

/** Announces a sentence politely. The same sentence twice in a row is said twice. */
export function announce(sentence: string): void {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
