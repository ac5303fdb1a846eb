// Before and after: what each department believed, how sure people were, and what was heard, side by side.
import { readForecasts } from '#shared/domain/commitments/forecasts';
import type { Verdict } from '#shared/domain/evidence/decide-verdict';
import type { ReadoutScope } from '#shared/domain/readout/readout-scope';
import { plainText } from '#shared/domain/readout/sentences';
import { peopleSentence } from '#shared/domain/readout/verdict-block';
import type { Assumption } from '#shared/model/records/assumption';

/** What was forecast of a statement, as far as it is revealed. */
export interface ForecastTold {
  /** People whose number is revealed. */
  people: number;
  /** Mean, lowest and highest of their numbers, 0 to 100. */
  mean: number;
  least: number;
  most: number;
}

export interface StatementBeforeAfter {
  assumptionId: string;
  statement: string;
  importance: number;
  origin: Assumption['origin'];
  dated: string | null;
  /** How sure the department said it is, 0 to 100. */
  sure: number | null;
  forecast: ForecastTold | null;
  /** Forecasts that nobody has seen yet. */
  keptBack: number;
  verdict: Verdict;
  /** Who spoke to it, as sentences without names. */
  heard: string;
}

export interface DepartmentBeforeAfter {
  departmentId: string;
  name: string;
  assumedCustomer: string;
  statements: StatementBeforeAfter[];
  /** How many of them match what was heard, differ from it, and hold for some. */
  matches: number;
  differs: number;
  forSome: number;
}

/** All departments in their order, each with its statements in theirs; people counted, names replaced. */
export function beforeAndAfter(scope: ReadoutScope): DepartmentBeforeAfter[] {
  const forecasts = readForecasts(scope.evidence, scope.verdicts);
  return scope.matrix.groups.map(({ department, assumptions }) => {
    const statements = assumptions.map((assumption) => statementOf(scope, assumption, forecasts));
    const count = (wanted: Verdict): number => statements.filter(({ verdict }) => verdict === wanted).length;
    return {
      departmentId: department.id,
      name: scope.shown(department.name),
      assumedCustomer: scope.shown(department.assumedCustomer.trim()),
      statements,
      matches: count('supported'),
      differs: count('contradicted'),
      forSome: count('mixed'),
    };
  });
}

function statementOf(scope: ReadoutScope, assumption: Assumption, all: ReturnType<typeof readForecasts>): StatementBeforeAfter {
  const { id: assumptionId, importance, origin, dated, sure = null } = assumption;
  const own = all.filter((each) => each.assumptionId === assumptionId);
  const numbers = own.flatMap(({ probability }) => (probability === null ? [] : [probability]));
  const answer = scope.verdicts.get(assumptionId);
  return {
    assumptionId,
    statement: scope.shown(assumption.statement),
    importance,
    origin,
    dated,
    sure,
    forecast:
      numbers.length === 0
        ? null
        : {
            people: numbers.length,
            mean: numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
            least: Math.min(...numbers),
            most: Math.max(...numbers),
          },
    keptBack: own.length - numbers.length,
    verdict: answer?.verdict ?? 'not tested',
    heard: answer ? plainText(peopleSentence(scope, answer)).trim() : '',
  };
}
