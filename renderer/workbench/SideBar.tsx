// The side bar: what the chosen view has to list.
import { useViewStore } from '#renderer/stores/view-store';

import { ACTIVITY_ROOMS } from './rooms.tsx';
import styles from './workbench.module.css';

export function SideBar() {
  const activity = useViewStore((view) => view.activity);
  const { title, sideBar: View } = ACTIVITY_ROOMS[activity];
  return (
    <aside className={styles.sideBar} aria-label={title} data-part="sideBar" tabIndex={-1}>
      <View />
    </aside>
  );
}
