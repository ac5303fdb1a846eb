// Collecting forecasts one by one, so that nobody sees another's, and revealing them together.
import { shorten } from '#shared/lib/text';
import type { Forecast } from '#shared/model/records/forecast';
import { askText, quickPick } from '#renderer/stores/quick-pick-store';
import { edit } from '#renderer/stores/vault-actions';
import { projection } from '#renderer/stores/vault-store';
import { announce } from '#renderer/ui/announce';

export type Subject = { commitmentId: string } | { assumptionId: string };

const subjectOf = (key: string): Subject => (projection.state.get('commitments', key) ? { commitmentId: key } : { assumptionId: key });
const keyOf = ({ commitmentId, assumptionId }: Forecast): string => commitmentId ?? assumptionId ?? '';
const statementOf = (key: string): string =>
  (projection.state.get('commitments', key) ?? projection.state.get('assumptions', key))?.statement ?? '';

/** What may still be forecast: nothing on it has been revealed. */
async function chooseSubject(): Promise<string | null> {
  const told = new Set([...projection.state.all('forecasts').values()].filter(({ revealedAt }) => revealedAt !== null).map(keyOf));
  const section = (collection: 'commitments' | 'assumptions', name: string) =>
    [...projection.state.all(collection).values()]
      .filter(({ id }) => !told.has(id))
      .map(({ id, statement }) => ({ id, label: statement, section: name }));
  const answer = await quickPick({
    title: 'Forecast what?',
    placeholder: 'A commitment that may be triggered, an assumption that may be supported',
    items: [...section('commitments', 'Commitments'), ...section('assumptions', 'Assumptions')],
    empty: () => 'There is nothing to forecast: write down a commitment or an assumption first.',
  });
  return answer && 'id' in answer ? answer.id : null;
}

/** Asks who and how sure. What is typed is kept back until the reveal. */
export async function giveForecast(given?: string): Promise<void> {
  const key = given ?? (await chooseSubject());
  if (key === null) return;
  const person = await askText({ title: 'Whose forecast is it?', placeholder: 'Name', action: 'Forecast of' });
  if (!person?.trim()) return;
  const subject = subjectOf(key);
  const happens = 'commitmentId' in subject ? 'it will be triggered' : 'it will be supported';
  const sure = await askText({
    title: `How sure that ${happens}, 0 to 100? ${shorten(statementOf(key), 60)}`,
    placeholder: 'A number; nobody sees it before the reveal',
    action: 'Keep back',
  });
  if (sure === null) return;
  const probability = Number(sure.replace('%', '').replace(',', '.').trim());
  if (sure.trim() === '' || !(probability >= 0 && probability <= 100))
    return announce('That is no number from 0 to 100. Nothing was kept.');
  await edit('giveForecast', { ...subject, person: person.trim(), probability });
  announce(`The forecast of ${person.trim()} is kept back until all are revealed.`);
}

/** Shows all forecasts on one subject at the same moment. */
export async function revealForecasts(given?: string): Promise<void> {
  const key = given ?? (await chooseHidden());
  if (key === null) return;
  const { revealed } = await edit('revealForecasts', subjectOf(key));
  announce(`${revealed} ${revealed === 1 ? 'forecast is' : 'forecasts are'} shown.`);
}

async function chooseHidden(): Promise<string | null> {
  const hidden = [...projection.state.all('forecasts').values()].filter(({ revealedAt }) => revealedAt === null);
  const items = [...new Set(hidden.map(keyOf))].map((id) => ({
    id,
    label: statementOf(id),
    hint: String(hidden.filter((forecast) => keyOf(forecast) === id).length),
  }));
  const answer = await quickPick({
    title: 'Reveal the forecasts on what?',
    placeholder: 'All on one subject are shown at once',
    items,
    empty: () => 'No forecast is kept back.',
  });
  return answer && 'id' in answer ? answer.id : null;
}
