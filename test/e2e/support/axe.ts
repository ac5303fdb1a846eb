// Asks axe about a screen: WCAG 2.2 A and AA, target size included.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * Fails, after the test went on, with a line for each element at fault.
 * @param screen name of what is on screen, for the message.
 */
export async function expectNoAxeViolations(page: Page, screen = 'the screen'): Promise<void> {
  // Legacy mode asks the page only: the other way opens a second page, which a desktop window cannot.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(TAGS)
    .analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${help}\n    ${node.target.join(' ')}\n    ${node.html.slice(0, 200)}\n    ${(node.failureSummary ?? '').replaceAll('\n', ' ')}`,
    ),
  );
  expect.soft(lines, `axe on ${screen}:\n${lines.join('\n')}\n`).toEqual([]);
}
