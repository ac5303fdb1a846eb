// Decides whether a state that came out of a damaged study is the true one, or the true one minus what was listed.
import type { RecoveryReport } from '#shared/model/recovery-report';

import { differences, digest, type PlainState, stateAt, type TrueStudy } from './true-study.ts';

/** `true`: nothing is missing. `listed`: what is missing was listed. `earlier`: the study as it once was, whole. `wrong`: none of these. */
export type Verdict = 'true' | 'listed' | 'earlier' | 'wrong';

/** Of a study that opened without a report. */
export function judgeOpened(state: PlainState, study: TrueStudy): Verdict {
  const found = study.digests.lastIndexOf(digest(state));
  return found === study.seq ? 'true' : found >= 0 ? 'earlier' : 'wrong';
}

/** Of a study that was opened or repaired with a report. @param mayGoBack an earlier end of the study counts too, minus what was listed. */
export function judgeReported(
  state: PlainState,
  study: TrueStudy,
  report: RecoveryReport,
  mayGoBack: boolean,
): { verdict: Verdict; example: string } {
  let example = '';
  for (let end = study.seq; end >= (mayGoBack ? 0 : study.seq); end -= 1) {
    const different = differences(state, stateAt(study, end));
    if (different.length === 0) return { verdict: end === study.seq ? 'true' : 'earlier', example };
    const listed = listedRecords(study, report, end);
    const unexplained = report.unverified ? [] : different.filter((key) => !listed.has(key));
    if (unexplained.length === 0) return { verdict: 'listed', example };
    if (end === study.seq) example = unexplained.slice(0, 3).join(', ');
  }
  return { verdict: 'wrong', example };
}

/** Records that the report accounts for: those that lost changes touched, and those it names. */
function listedRecords(study: TrueStudy, report: RecoveryReport, end: number): Set<string> {
  const keys = new Set(report.records.map(({ collection, id }) => `${collection}/${id}`));
  for (const { sourceId } of report.transcripts) keys.add(`sources/${sourceId}`);
  const nameless = report.lost.some(({ fromSeq }) => fromSeq === null);
  for (const { seq, changes } of study.entries) {
    const lost = report.lost.some(({ fromSeq, toSeq }) => fromSeq !== null && toSeq !== null && fromSeq <= seq && seq <= toSeq);
    if (seq <= end && (lost || (nameless && seq > report.goodSeq + report.keptAfter))) {
      for (const { collection, id } of changes) keys.add(`${collection}/${id}`);
    }
  }
  return keys;
}
