// The texts of a readout that people of the company wrote, with where they stand; quotes are not among them.
import type { CollectionName } from '#shared/model/records/index';
import type { VaultReader } from '#shared/model/vault-state';

export interface WrittenText {
  text: string;
  /** In words: "the insight of a theme". */
  place: string;
  collection: CollectionName;
  id: string;
  field: string;
}

/** Every written text that the readout shows, or that its sentences are made of. */
export function writtenTexts(reader: VaultReader): WrittenText[] {
  const texts: WrittenText[] = [];
  const add = (collection: CollectionName, id: string, place: string, fields: Record<string, string>): void => {
    for (const [field, text] of Object.entries(fields)) {
      if (text.trim() !== '') texts.push({ text, place, collection, id, field });
    }
  };
  for (const { id, decision } of reader.all('study').values()) {
    const { question, stakes, options } = decision;
    add('study', id, 'the decision', { question, stakes, options: options.join('\n') });
  }
  for (const { id, answer, unknowns, method } of reader.all('readout').values()) {
    add('readout', id, 'the answer', { answer });
    add('readout', id, 'what is not known', { unknowns });
    add('readout', id, 'the method', { method });
  }
  for (const { id, texts } of reader.all('customer').values()) {
    for (const [part, text] of Object.entries(texts)) add('customer', id, 'the customer, as heard', { [part]: text });
  }
  for (const { id, name, insight } of reader.all('themes').values()) {
    add('themes', id, `the theme “${name === '' ? 'without a name' : name}”`, { name, insight });
  }
  for (const { id, name, protects, acknowledge, assumedCustomer } of reader.all('departments').values()) {
    add('departments', id, `the page of ${name}`, { name, protects, acknowledge, assumedCustomer });
  }
  for (const { id, statement } of reader.all('assumptions').values()) {
    add('assumptions', id, `the statement “${statement}”`, { statement });
  }
  for (const { id, reason } of reader.all('evidenceLinks').values()) {
    add('evidenceLinks', id, 'the reason of a judgement', { reason });
  }
  for (const { id, statement, action, seal, judged, outcomeNote } of reader.all('commitments').values()) {
    // What is sealed is not to be reworded: that would break the seal.
    if (seal === null) add('commitments', id, `the commitment “${statement}”`, { statement, action });
    add('commitments', id, `what came of the commitment “${statement}”`, { judged: judged?.reason ?? '', outcomeNote });
  }
  for (const { id, name, definition, whenToUse, whenNotToUse } of reader.all('tags').values()) {
    add('tags', id, `the tag “${name}”`, { name, definition, whenToUse, whenNotToUse });
  }
  return texts;
}
