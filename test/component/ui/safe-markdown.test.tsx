// The one sink of rich text: whatever a text tries, only the short list of plain elements comes out, and nothing leaves the window.
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';

import { HOSTILE_TEXTS, naughtyStrings } from '#test/builders/hostile-texts';

import { SafeMarkdown } from '../../../renderer/ui/SafeMarkdown.tsx';

const ALLOWED = new Set(
  'P BR HR STRONG EM DEL CODE PRE BLOCKQUOTE UL OL LI H1 H2 H3 H4 H5 H6 TABLE THEAD TBODY TR TH TD A MARK'.split(' '),
);

function shown(text: string): HTMLElement {
  const { container } = render(<SafeMarkdown text={text} />);
  return container.firstElementChild as HTMLElement;
}

/** What is wrong with what was shown; empty when nothing is. */
function faults(root: HTMLElement): string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(ALLOWED.has(element.tagName) ? [] : [`element ${element.tagName}`]),
    ...[...element.attributes].flatMap(({ name, value }) => {
      if (element.tagName === 'A' && name === 'title') return [];
      if (element.tagName === 'A' && name === 'href') return /^(https?:\/\/|mailto:)/i.test(value) ? [] : [`href ${value}`];
      return [`${element.tagName} ${name}`];
    }),
  ]);
}

test('hostile texts become plain text', () => {
  for (const text of HOSTILE_TEXTS) expect(faults(shown(text)), text).toEqual([]);
});

test('the public list of naughty strings too', ({ skip }) => {
  const strings = naughtyStrings();
  if (strings === null) return skip('SKIPPED: ../shared/data/misc/blns.json is not there');
  for (const text of strings) expect(faults(shown(text)), text).toEqual([]);
  return undefined;
});

test('Markdown reads as it should', () => {
  const root = shown('# Head\n\nSome **bold** and *slanted*.\n\n- one\n- [x] two\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |');
  expect([...root.children].map((element) => element.tagName)).toEqual(['H1', 'P', 'UL', 'BLOCKQUOTE', 'TABLE']);
  expect(root).toHaveTextContent('Some bold and slanted.');
  expect(root).toHaveTextContent('☑ two');
});

test('HTML stays text, images are named and never fetched', () => {
  const root = shown('<b>raw</b> ![plan](https://tracker.example/p.png)');
  expect(root.textContent?.trim()).toBe('<b>raw</b> [image: plan, not loaded from tracker.example]');
  expect(root.querySelector('b, img')).toBeNull();
});

test('a link shows where it really leads; scripts and relative addresses are no links', () => {
  const root = shown(
    '[my bank](https://evil.example/login) [https://evil.example](https://evil.example/) [x](javascript:alert(1)) [y](/etc/passwd) [bücher](https://xn--bcher-kva.example/)',
  );
  expect(root.textContent?.trim()).toBe('my bank (evil.example) https://evil.example x y bücher (xn--bcher-kva.example)');
  expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    'https://evil.example/login',
    'https://evil.example/',
    'https://xn--bcher-kva.example/',
  ]);
});

test('a click never takes the window away: the address goes to the outside, without a way back', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  shown('[site](https://example.com/a)');
  const link = screen.getByRole('link', { name: 'site' });
  const clicked = vi.fn<(event: Event) => void>();
  document.body.addEventListener('click', clicked, { once: true });
  await userEvent.setup().click(link);
  expect(clicked.mock.calls[0]?.[0].defaultPrevented).toBe(true);
  expect(open).toHaveBeenCalledWith('https://example.com/a', '_blank', 'noopener,noreferrer');
  open.mockRestore();
});
