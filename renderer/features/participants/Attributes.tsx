// Free attributes of a participant: role, company size, region.
import { X } from 'lucide-react';

import type { Participant } from '#shared/model/records/participant';
import { edit, tryEdit } from '#renderer/stores/vault-actions';

import { AddLine } from '../../ui/AddLine.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import styles from './participants.module.css';

export function Attributes({ participant }: { participant: Participant }) {
  const { id, attributes } = participant;
  const without = (name: string): Participant['attributes'] =>
    Object.fromEntries(Object.entries(attributes).filter(([other]) => other !== name));
  return (
    <section className={styles.section}>
      <SectionTitle level={3}>Attributes</SectionTitle>
      {Object.entries(attributes).map(([name, value]) => (
        <div key={name} className={styles.attribute}>
          <CommitField
            label={name}
            value={value}
            onCommit={(text) =>
              tryEdit('updateParticipant', { participantId: id, attributes: { ...attributes, [name]: text } }, `attribute-${id}-${name}`)
            }
          />
          <IconButton
            label={`Remove attribute ${name}`}
            onClick={() => tryEdit('updateParticipant', { participantId: id, attributes: without(name) })}
          >
            <X size={14} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <AddLine
        label="New attribute"
        placeholder="New attribute, such as Role"
        onAdd={(line) => edit('updateParticipant', { participantId: id, attributes: { ...attributes, ...attributeOf(line) } })}
      />
    </section>
  );
}

/** `Role: buyer` gives name and value at once. */
function attributeOf(line: string): Participant['attributes'] {
  const at = line.indexOf(':');
  return at > 0 ? { [line.slice(0, at).trim()]: line.slice(at + 1).trim() } : { [line]: '' };
}
