// A context menu at the pointer, or at the focused row when the keyboard asks for it.
import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { Keyboard, Menu, MenuItem, Popover } from 'react-aria-components';

import { afterMenu } from './after-menu.ts';
import { readableKeys } from './readable-keys.ts';
import styles from './list.module.css';
import ui from './ui.module.css';

export interface ContextMenuItem {
  id: string;
  label: string;
  /** Second line: what will happen. */
  detail?: string;
  /** In the notation of the catalogue. */
  keys?: string;
  run(): void;
}

interface OpenMenu {
  x: number;
  y: number;
  items: readonly ContextMenuItem[];
}

export interface ContextMenuHandle {
  /** Opens the menu for an event of a row. */
  open(event: MouseEvent, items: readonly ContextMenuItem[]): void;
  /** To be rendered beside the list. */
  menu: ReactNode;
}

/** One context menu for a whole list. */
export function useContextMenu(label: string): ContextMenuHandle {
  const [shown, setShown] = useState<OpenMenu | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const open = (event: MouseEvent, items: readonly ContextMenuItem[]): void => {
    event.preventDefault();
    const row = event.currentTarget.getBoundingClientRect();
    // A keyboard's context menu key gives a point of no use, or none: the row itself is the place then.
    const byPointer = event.clientX > 0 && event.clientY > 0;
    setShown({ x: byPointer ? event.clientX : row.left + 24, y: byPointer ? event.clientY : row.bottom, items });
  };
  const menu = shown ? (
    <>
      <span ref={anchor} className={styles.menuAnchor} style={{ left: `${shown.x}px`, top: `${shown.y}px` }} />
      <Popover isOpen triggerRef={anchor} placement="bottom start" offset={2} onOpenChange={(isOpen) => !isOpen && setShown(null)}>
        <Menu className={ui.menu ?? ''} aria-label={label} autoFocus="first" onClose={() => setShown(null)}>
          {shown.items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              className={`${ui.menuItem} ${styles.menuItem}`}
              onAction={() => afterMenu(() => item.run())}
            >
              <span>{item.label}</span>
              {item.keys ? <Keyboard className={ui.menuKeys ?? ''}>{readableKeys(item.keys)}</Keyboard> : null}
              {item.detail ? <span className={styles.menuDetail}>{item.detail}</span> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  ) : null;
  return { open, menu };
}
