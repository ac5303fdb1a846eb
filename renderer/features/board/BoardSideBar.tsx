// The board's side bar: the unsorted pile, and themes proposed for what lies in none.
import { useBoardOfStudy } from './proposal-store.ts';
import { ThemeProposals } from './ThemeProposals.tsx';
import { UnsortedPile } from './UnsortedPile.tsx';
import styles from './side-bar.module.css';

export function BoardSideBar() {
  useBoardOfStudy();
  return (
    <div className={styles.sideBar}>
      <UnsortedPile />
      <ThemeProposals />
    </div>
  );
}
