// The board's side bar: the unsorted pile, and themes proposed for what lies in none.
import { ThemeProposals } from './ThemeProposals.tsx';
import { UnsortedPile } from './UnsortedPile.tsx';
import styles from './side-bar.module.css';

export function BoardSideBar() {
  return (
    <div className={styles.sideBar}>
      <UnsortedPile />
      <ThemeProposals />
    </div>
  );
}
