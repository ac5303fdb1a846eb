// Describes words that are selected and no snippet yet: what they are, tagging them, and the keys that do it without looking.
import type { InspectorView } from '../room.ts';
import { SelectedWords } from './SelectedWords.tsx';
import { useTranscriptStore } from './transcript-store.ts';
import styles from './inspector.module.css';

export const TextInspector: InspectorView<'text'> = () => {
  const text = useTranscriptStore((state) => state.text);
  return text ? <SelectedWords text={text} /> : <p className={styles.quiet}>Select words in a transcript to tag them.</p>;
};
