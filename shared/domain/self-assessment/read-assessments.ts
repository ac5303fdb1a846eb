// Reads the self-assessments over time: rounds by month, the mean of each statement, its change, and how far people are apart.
import { type Assessment, OBSTACLE_KEYS, type ObstacleKey, STATEMENT_KEYS, type StatementKey } from '#shared/model/records/assessment';

export interface StatementReading {
  key: StatementKey;
  /** Mean of the answers, 1 to 5; null when nobody answered. */
  mean: number | null;
  /** Lowest and highest answer; null when nobody answered. */
  lowest: number | null;
  highest: number | null;
  /** People who answered. */
  answered: number;
  /** Against the round before; null where one of the two has no answer. */
  change: number | null;
}

/** What was answered in one calendar month; a person who answered twice counts with the later one. */
export interface AssessmentRound {
  /** `2026-06`. */
  month: string;
  assessments: Assessment[];
  /** Mean over the means of the statements, so that one that few answered weighs as much as the others; null without answers. */
  overall: number | null;
  statements: StatementReading[];
  /** Obstacles that were named, those by most people first. */
  obstacles: { key: ObstacleKey; people: number }[];
}

/** Answers this far apart are a difference worth talking about. */
export const FAR_APART = 3;

/** All rounds, oldest first. */
export function readAssessments(assessments: Iterable<Assessment>): AssessmentRound[] {
  const months = new Map<string, Map<string, Assessment>>();
  for (const assessment of [...assessments].sort(byDay)) {
    const month = assessment.on.slice(0, 7);
    const people = months.get(month) ?? new Map<string, Assessment>();
    people.set(assessment.person.trim().toLowerCase(), assessment);
    months.set(month, people);
  }
  const rounds: AssessmentRound[] = [];
  for (const [month, people] of months) rounds.push(readRound(month, [...people.values()], rounds.at(-1) ?? null));
  return rounds;
}

function byDay(left: Assessment, right: Assessment): number {
  return left.on < right.on ? -1 : left.on > right.on ? 1 : left.at < right.at ? -1 : left.at > right.at ? 1 : 0;
}

function readRound(month: string, assessments: Assessment[], before: AssessmentRound | null): AssessmentRound {
  const statements = STATEMENT_KEYS.map((key): StatementReading => {
    const given = assessments.flatMap(({ answers }) => answers[key] ?? []);
    const mean = meanOf(given);
    const earlier = before?.statements.find((statement) => statement.key === key)?.mean ?? null;
    return {
      key,
      mean,
      lowest: given.length === 0 ? null : Math.min(...given),
      highest: given.length === 0 ? null : Math.max(...given),
      answered: given.length,
      change: mean === null || earlier === null ? null : mean - earlier,
    };
  });
  const obstacles = OBSTACLE_KEYS.map((key) => ({ key, people: assessments.filter((each) => each.obstacles.includes(key)).length }));
  return {
    month,
    assessments,
    overall: meanOf(statements.flatMap(({ mean }) => mean ?? [])),
    statements,
    obstacles: obstacles.filter(({ people }) => people > 0).sort((left, right) => right.people - left.people),
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Statements on which people are far apart in a round, the furthest first: a difference is where a talk begins, nobody’s fault. */
export function farApart({ statements }: AssessmentRound): StatementReading[] {
  const spread = ({ lowest, highest }: StatementReading): number => (highest ?? 0) - (lowest ?? 0);
  return statements.filter((statement) => spread(statement) >= FAR_APART).sort((left, right) => spread(right) - spread(left));
}
