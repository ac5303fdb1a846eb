// Prints one part of the window as a document of its own, on paper in the light colours whatever the theme is.
import './print.css';

/**
 * Shows a copy of the element to the printer alone and opens the print dialog; the window is as before afterwards.
 * The content policy forbids frames and second documents (trust.md E3), so the page itself is what is printed.
 * @param title stands as the document's title, which programs offer as file name.
 * @param shown what the text of a field may show outside of the study.
 */
export function printElement(element: HTMLElement, title: string, shown: (text: string) => string = (text) => text): void {
  const { documentElement: root, body } = document;
  const before = { theme: root.dataset.theme, title: document.title };
  const sheet = document.createElement('div');
  sheet.className = 'print-sheet';
  sheet.append(withTextForFields(element, shown));
  body.append(sheet);
  root.dataset.theme = 'light';
  root.dataset.printing = 'true';
  document.title = title;
  const restore = (): void => {
    sheet.remove();
    delete root.dataset.printing;
    if (before.theme !== undefined) root.dataset.theme = before.theme;
    document.title = before.title;
  };
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}

/** A copy in which fields are the text they hold, and what is only for the screen is left out. */
function withTextForFields(element: HTMLElement, shown: (text: string) => string): Node {
  const copy = element.cloneNode(true) as HTMLElement;
  const fields = [...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  for (const [index, field] of [...copy.querySelectorAll('input, textarea')].entries()) {
    const text = document.createElement('p');
    text.className = `${field.className} print-text`;
    text.textContent = shown(fields[index]?.value ?? '');
    field.replaceWith(text);
  }
  for (const gone of copy.querySelectorAll('[data-screen-only]')) gone.remove();
  return copy;
}
