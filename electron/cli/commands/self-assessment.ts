// `self-assessment`: the rounds of how customer-focused we see ourselves, what changed, and the obstacles with their remedies.
import { OBSTACLES } from '#shared/domain/self-assessment/obstacles';
import { changeInWords, meanInWords, spreadInWords } from '#shared/domain/self-assessment/assessment-words';
import { readAssessments } from '#shared/domain/self-assessment/read-assessments';
import { STATEMENTS } from '#shared/domain/self-assessment/statements';
import { countNoun } from '#shared/lib/text';

import type { CliCommand } from '../command-line.ts';

export const selfAssessmentCommand: CliCommand = {
  usage: 'self-assessment <vault> [--json]',
  least: 1,
  run: (line) =>
    line.withVaultToRead(({ state }) => {
      const rounds = readAssessments(state.all('assessments').values());
      for (const { month, overall, assessments, statements, obstacles } of rounds) {
        const told = {
          month,
          overall,
          people: assessments.length,
          statements: statements.map((each) => ({ ...each, statement: STATEMENTS[each.key] })),
          obstacles: obstacles.map((each) => ({ ...each, obstacle: OBSTACLES[each.key].words, remedy: OBSTACLES[each.key].remedy })),
        };
        const lines = [
          `${month}: ${meanInWords(overall)} of 5, ${countNoun(assessments.length, 'person', 'people')}`,
          ...statements.map(
            (each) => `  ${meanInWords(each.mean)} (${changeInWords(each.change)}; ${spreadInWords(each)})  ${STATEMENTS[each.key]}`,
          ),
          ...told.obstacles.map(({ obstacle, people, remedy }) => `  Named by ${people}: ${obstacle}. ${remedy}`),
        ];
        line.print(told, lines.join('\n'));
      }
      if (rounds.length === 0) line.say('Nobody has assessed yet.');
      return Promise.resolve();
    }),
};
