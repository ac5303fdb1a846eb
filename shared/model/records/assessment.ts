// A self-assessment: how one of us saw, on one day, how close to its customers the company is.
import { z } from 'zod';

import { dayField, idField, nameField, textField, timeField } from './fields.ts';

/** The statements that are answered, by their keys; their words are in domain/self-assessment/statements.ts. */
export const STATEMENT_KEYS = [
  'leaders-listen',
  'first-hand',
  'news-travels',
  'bad-news-welcome',
  'one-customer',
  'decisions-cite',
  'changed-our-mind',
  'frontline-heard',
  'time-is-kept',
  'promises-checked',
] as const;

/** What keeps leaders from listening, by its keys; words and remedies are in domain/self-assessment/obstacles.ts. */
export const OBSTACLE_KEYS = [
  'no-time',
  'know-already',
  'numbers-suffice',
  'sales-speaks-for-them',
  'fear-of-findings',
  'too-few-people',
  'hard-to-reach',
  'research-is-a-department',
  'loudest-customer',
  'comes-too-late',
] as const;

export type StatementKey = (typeof STATEMENT_KEYS)[number];
export type ObstacleKey = (typeof OBSTACLE_KEYS)[number];

export const assessmentSchema = z.strictObject({
  id: idField,
  on: dayField,
  person: nameField,
  /** 1 (not at all) to 5 (fully); a statement that was left open is not in it. */
  answers: z.partialRecord(z.enum(STATEMENT_KEYS), z.int().min(1).max(5)),
  obstacles: z.array(z.enum(OBSTACLE_KEYS)).max(OBSTACLE_KEYS.length),
  note: textField,
  by: z.string().max(200),
  at: timeField,
});

export type Assessment = z.infer<typeof assessmentSchema>;
export type AssessmentAnswers = Assessment['answers'];
