// What goes with a person, what may be about them and stays, and what is out of reach.
import type { PurgePlan } from '#shared/rpc/history-answers';
import { countNoun } from '#shared/lib/text';
import { useShownText } from '#renderer/stores/shown-names';
import { openTab } from '#renderer/stores/tabs';
import { projection } from '#renderer/stores/vault-store';
import type { TabContent } from '#renderer/stores/view-store';

import styles from './participants.module.css';

export function PurgeList({ plan, onLeave }: { plan: PurgePlan; onLeave(): void }) {
  const shown = useShownText();
  return (
    <>
      <section aria-label="What goes">
        <h3>What goes</h3>
        <ul>
          <li>{plan.pseudonym} with name, segment and attributes</li>
          {plan.sources.map(({ id, title }) => (
            <li key={id}>The interview “{shown(title)}”, with its transcript</li>
          ))}
          {plan.sharedSources.map(({ id, title, turns }) => (
            <li key={id}>
              {countNoun(turns, 'turn', 'turns')} of “{shown(title)}”; what the others said in it stays
            </li>
          ))}
          {counts(plan).map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>The steps of undo that hold any of it, and everything in quarantine</li>
        </ul>
      </section>
      <Suspects plan={plan} onLeave={onLeave} />
      <section aria-label="Out of reach">
        <h3>Out of reach</h3>
        <ul>
          <li>
            Traces on the disk itself, which some disks keep for a while, and copies made by other programs: sync folders, system backups,
            e-mail.
          </li>
          <li>Readouts and exports that were made before.</li>
          {plan.places
            .filter(({ reachable }) => !reachable)
            .map(({ folder }) => (
              <li key={folder}>
                Backups in <span className="record">{folder}</span>, which is not there now: they are cleaned at the next backup when it is
                back.
              </li>
            ))}
          {plan.otherFiles.length > 0 ? (
            <li>
              Files in the study’s folder that are not Plumbline’s: <span className="record">{plan.otherFiles.join(', ')}</span>. Look into
              them yourself.
            </li>
          ) : null}
        </ul>
      </section>
    </>
  );
}

function counts(plan: PurgePlan): string[] {
  const all: [number, string][] = [
    [plan.snippets, countNoun(plan.snippets, 'snippet', 'snippets')],
    [plan.taggings, countNoun(plan.taggings, 'tag on them', 'tags on them')],
    [plan.cards, countNoun(plan.cards, 'card on the board', 'cards on the board')],
    [plan.evidenceLinks, countNoun(plan.evidenceLinks, 'judgement of an assumption', 'judgements of assumptions')],
    [plan.readoutQuotes, countNoun(plan.readoutQuotes, 'quote chosen for the readout', 'quotes chosen for the readout')],
    [plan.memos, countNoun(plan.memos, 'memo about these interviews', 'memos about these interviews')],
  ];
  return all.filter(([count]) => count > 0).map(([, line]) => line);
}

const KINDS: { readonly [C in PurgePlan['mentions'][number]['collection']]: string } = {
  study: 'The study',
  segments: 'Segment',
  participants: 'Participant',
  sources: 'Interview',
  snippets: 'Note on a snippet',
  tags: 'Tag',
  taggings: 'Tag',
  boards: 'Board',
  themes: 'Theme',
  cards: 'Card',
  departments: 'Department',
  assumptions: 'Assumption',
  evidenceLinks: 'Reason of a judgement',
  counterSearches: 'Search for counter-evidence',
  commitments: 'Commitment',
  forecasts: 'Forecast',
  rivalSets: 'Rivals',
  confidences: 'Reason of a confidence',
  questions: 'Question of the guide',
  askings: 'Asked or not',
  guide: 'Interview guide',
  recruits: 'Recruitment list',
  conversations: 'Conversation',
  goals: 'Goal',
  rhythmItems: 'Rhythm',
  signals: 'Signal',
  gates: 'Gate',
  owners: 'Owner',
  acknowledgements: 'Acknowledgement',
  assessments: 'Self-assessment',
  memos: 'Memo',
  queries: 'Query',
  codebookVersions: 'Codebook version',
  readout: 'Readout',
  customer: 'The customer, as heard',
};

/** Texts that somebody typed: only a person can tell whether they are about this one. */
function Suspects({ plan, onLeave }: { plan: PurgePlan; onLeave(): void }) {
  const shown = useShownText();
  const { mentions, spokenMentions } = plan;
  return (
    <section aria-label="May be about them, and stays">
      <h3>May be about them, and stays</h3>
      {mentions.length + spokenMentions.length === 0 ? (
        <p className={styles.quiet}>
          No memo, note, theme or other text names them or repeats their words. Texts that describe them otherwise cannot be found.
        </p>
      ) : (
        <ul>
          {onceEach(mentions).map((mention) => (
            <li key={`${mention.collection}/${mention.id}/${mention.kind}`}>
              <Place mention={mention} onLeave={onLeave} /> {mention.kind === 'name' ? 'names them' : 'repeats their words'}
            </li>
          ))}
          {spokenMentions.map(({ sourceId, title, turns }) => (
            <li key={sourceId}>
              <Leave to={{ kind: 'transcript', id: sourceId }} text={`Interview “${shown(title)}”`} onLeave={onLeave} /> says the name in{' '}
              {countNoun(turns, 'turn', 'turns')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A record that names them in several of its texts is one place to look at. */
function onceEach(mentions: PurgePlan['mentions']): PurgePlan['mentions'] {
  return [...new Map(mentions.map((mention) => [`${mention.collection}/${mention.id}/${mention.kind}`, mention])).values()];
}

function Place({ mention: { collection, id }, onLeave }: { mention: PurgePlan['mentions'][number]; onLeave(): void }) {
  const shown = useShownText();
  const record = projection.state.get(collection, id) as
    | { name?: string; title?: string; statement?: string; pseudonym?: string }
    | undefined;
  const name = record?.title ?? record?.name ?? record?.statement ?? record?.pseudonym ?? '';
  const text = name === '' ? KINDS[collection] : `${KINDS[collection]} “${shown(name)}”`;
  const to = tabOf(collection, id);
  return to ? <Leave to={to} text={text} onLeave={onLeave} /> : <span>{text}</span>;
}

function Leave({ to, text, onLeave }: { to: TabContent; text: string; onLeave(): void }) {
  const go = (): void => {
    onLeave();
    openTab(to, { preview: true });
  };
  return (
    <button type="button" className={styles.link} onClick={go}>
      {text}
    </button>
  );
}

/** The page on which such a text can be changed. */
function tabOf(collection: PurgePlan['mentions'][number]['collection'], id: string): TabContent | null {
  const { state } = projection;
  if (collection === 'sources') return { kind: 'transcript', id };
  if (collection === 'snippets') return { kind: 'transcript', id: state.get('snippets', id)?.sourceId ?? '' };
  if (collection === 'tags') return { kind: 'tag', id };
  if (collection === 'themes') return { kind: 'theme', id };
  if (collection === 'memos') return { kind: 'memo', id };
  if (collection === 'departments') return { kind: 'department', id };
  if (collection === 'assumptions') return { kind: 'department', id: state.get('assumptions', id)?.departmentId ?? '' };
  if (collection === 'evidenceLinks') return { kind: 'matrix' };
  if (collection === 'readout') return { kind: 'readout' };
  if (collection === 'study') return { kind: 'plan' };
  return collection === 'participants' || collection === 'segments' ? { kind: 'participants' } : null;
}
