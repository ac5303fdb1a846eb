// Backups as a table, newest first, with what can be done with each.
import { MoreHorizontal } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import type { BackupRow } from '#shared/rpc/history-answers';

import { afterMenu } from '../../ui/after-menu.ts';
import ui from '../../ui/ui.module.css';
import { type PlaceName, removeBackup, verifyBackup } from './backup-actions.ts';
import { momentOf, reasonInWords, sizeInWords } from './backup-words.ts';
import styles from './backups.module.css';

interface BackupsTableProps {
  caption: string;
  place: PlaceName;
  rows: readonly BackupRow[];
  onRestore(row: BackupRow): void;
}

export function BackupsTable({ caption, place, rows, onRestore }: BackupsTableProps) {
  if (rows.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">Why</th>
          <th scope="col" data-number="">
            Snippets
          </th>
          <th scope="col" data-number="">
            Size
          </th>
          <th scope="col">Checked</th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.at ? momentOf(row.at) : `Backup ${row.number}`}</th>
            <td>{reasonInWords(row)}</td>
            <td data-number="" className="record">
              {row.snippets?.toLocaleString('en') ?? ''}
            </td>
            <td data-number="" className="record">
              {sizeInWords(row.bytes)}
            </td>
            <td>{row.damage === null ? row.verifiedAt && momentOf(row.verifiedAt) : <Damage what={row.damage} />}</td>
            <td className={styles.actions}>
              <RowMenu place={place} row={row} onRestore={onRestore} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Damage({ what }: { what: string }) {
  return (
    <span className={styles.damage}>
      <strong>Damaged:</strong> {what}
    </span>
  );
}

function RowMenu({ place, row, onRestore }: Pick<BackupsTableProps, 'place' | 'onRestore'> & { row: BackupRow }) {
  const act = (id: string): void => {
    if (id === 'restore') onRestore(row);
    else if (id === 'verify') void verifyBackup(place, row);
    else void removeBackup(place, row).then((gone) => gone && document.querySelector<HTMLElement>('[data-focus-first]')?.focus());
  };
  return (
    <MenuTrigger>
      <AriaButton className={ui.iconButton ?? ''} aria-label={`Backup ${row.number}: restore, check, remove`}>
        <MoreHorizontal size={16} aria-hidden="true" />
      </AriaButton>
      <Popover placement="bottom end">
        <Menu className={ui.menu ?? ''} aria-label={`Backup ${row.number}`} onAction={(id) => afterMenu(() => act(String(id)))}>
          {row.at === null ? null : (
            <MenuItem id="restore" className={ui.menuItem ?? ''}>
              Restore into a new study…
            </MenuItem>
          )}
          {row.at === null ? null : (
            <MenuItem id="verify" className={ui.menuItem ?? ''}>
              Check it again
            </MenuItem>
          )}
          <MenuItem id="remove" className={ui.menuItem ?? ''}>
            Remove…
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
