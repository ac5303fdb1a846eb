// What a tag is and means: the fields that its page and the inspector share.
import type { Tag } from '#shared/model/records/tag';
import { tryEdit } from '#renderer/stores/vault-actions';

import { Choice } from '../../ui/Choice.tsx';
import { CommitField } from '../../ui/Field.tsx';
import { ColourChoice } from './ColourChoice.tsx';

export function TagName({ tag, className }: { tag: Tag; className?: string }) {
  return (
    <CommitField
      label="Name"
      hideLabel={className !== undefined}
      {...(className === undefined ? {} : { className })}
      value={tag.name}
      required
      onCommit={(name) => tryEdit('updateTag', { tagId: tag.id, name }, `tag-name-${tag.id}`)}
    />
  );
}

/** Other names under which the picker finds it, with commas between them. */
export function TagAliases({ tag }: { tag: Tag }) {
  const commit = (text: string): void => {
    const names = text.split(',').map((name) => name.trim());
    tryEdit('updateTag', { tagId: tag.id, aliases: [...new Set(names)].filter((name) => name !== '') }, `tag-aliases-${tag.id}`);
  };
  return (
    <CommitField
      label="Also called"
      value={(tag.aliases ?? []).join(', ')}
      placeholder="Other names, with commas between them"
      onCommit={commit}
    />
  );
}

const TEXTS = [
  { field: 'definition', label: 'Definition', placeholder: 'What a snippet with this tag is about, in one sentence' },
  { field: 'whenToUse', label: 'When to use', placeholder: 'Signs that it fits' },
  { field: 'whenNotToUse', label: 'When not to use', placeholder: 'What looks like it and is something else' },
] as const;

export function TagTexts({ tag }: { tag: Tag }) {
  return (
    <>
      {TEXTS.map(({ field, label, placeholder }) => (
        <CommitField
          key={field}
          label={label}
          multiline
          value={tag[field]}
          placeholder={placeholder}
          onCommit={(text) => tryEdit('updateTag', { tagId: tag.id, [field]: text }, `tag-${field}-${tag.id}`)}
        />
      ))}
    </>
  );
}

export function TagColour({ tag }: { tag: Tag }) {
  return (
    <ColourChoice colour={tag.colour} onChoose={(colour) => tryEdit('updateTag', { tagId: tag.id, colour }, `tag-colour-${tag.id}`)} />
  );
}

const KEY_OPTIONS = [['', 'No key'] as const, ...Array.from({ length: 9 }, (_key, at) => [String(at + 1), `Key ${at + 1}`] as const)];

export function TagKey({ tag }: { tag: Tag }) {
  return (
    <Choice
      label="Key"
      value={String(tag.favourite ?? '')}
      options={KEY_OPTIONS}
      onChoose={(key) => tryEdit('pinTag', { tagId: tag.id, key: key === '' ? null : Number(key) })}
    />
  );
}
