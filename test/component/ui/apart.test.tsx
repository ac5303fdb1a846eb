// Words that turn the direction of writing stand apart in a sentence; a sentence without them is one text.
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Apart } from '../../../renderer/ui/Apart.tsx';

const TURNED = '\u202egnp.exe.txt';

test.each([
  ['Signed by Dana.', ['Dana'], 'Signed by Dana.'],
  [`Signed by ${TURNED}, Dana.`, ['Dana', TURNED], `Signed by <bdi>${TURNED}</bdi>, <bdi>Dana</bdi>.`],
  [`${TURNED} says ${TURNED}`, [TURNED, ''], `<bdi>${TURNED}</bdi> says <bdi>${TURNED}</bdi>`],
  [`4 ${TURNED} long of ${TURNED}`, [TURNED, `${TURNED} long`], `4 <bdi>${TURNED} long</bdi> of <bdi>${TURNED}</bdi>`],
  ['דנה signed', ['דנה', 'Omar'], '<bdi>דנה</bdi> signed'],
])('%s', (text, words, html) => {
  const { container } = render(<Apart text={text} words={words} />);
  expect(container.innerHTML).toBe(html);
});
