// The bar over the readout: writing, checks, names, print, export.
import { Download, PencilLine, Printer } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';

import { Button } from '../../ui/Button.tsx';
import { afterMenu } from '../../ui/after-menu.ts';
import ui from '../../ui/ui.module.css';
import { ExportPurpose } from '../exchange/index.ts';
import { readoutHandlers } from './commands.ts';
import type { ReadoutPreview } from './readout-preview.ts';
import { useReadoutStore } from './readout-store.ts';
import styles from './readout.module.css';

const EXPORTS = [
  { id: 'readout.exportHtml', label: 'Web page, one file…' },
  { id: 'readout.exportWord', label: 'Word document…' },
  { id: 'readout.exportMarkdown', label: 'Markdown…' },
  { id: 'readout.exportNames', label: 'With real names…' },
] as const;

export function ReadoutBar({ preview }: { preview: ReadoutPreview }) {
  const writing = useReadoutStore((state) => state.writing);
  return (
    <div className={styles.bar} role="toolbar" aria-label="Readout">
      <Button
        look="quiet"
        aria-pressed={writing}
        icon={<PencilLine size={14} aria-hidden="true" />}
        title="Write answer, headlines and method (E)"
        onClick={() => void readoutHandlers['readout.write']()}
      >
        Write
      </Button>
      <CheckSummary preview={preview} />
      <span className={styles.names} title="Readouts show pseudonyms. Real names need a yes on export.">
        Names: pseudonyms
      </span>
      <ExportPurpose label="For" />
      <Button icon={<Printer size={14} aria-hidden="true" />} onClick={() => void readoutHandlers['readout.print']()}>
        Print…
      </Button>
      <MenuTrigger>
        <AriaButton className={`${ui.button} ${ui.primary}`}>
          <Download size={14} aria-hidden="true" /> Export
        </AriaButton>
        <Popover placement="bottom end">
          <Menu
            className={ui.menu ?? ''}
            aria-label="Export"
            onAction={(id) => afterMenu(() => void readoutHandlers[id as (typeof EXPORTS)[number]['id']]())}
          >
            {EXPORTS.map(({ id, label }) => (
              <MenuItem key={id} id={id} className={ui.menuItem ?? ''}>
                {label}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

function CheckSummary({ preview: { checks, content } }: { preview: ReadoutPreview }) {
  if (!content) return <span className={styles.grow} />;
  const missing = checks.filter(({ severity }) => severity === 'missing').length;
  const warnings = checks.filter(({ severity }) => severity === 'warning').length;
  const words = checks.length === 0 ? 'Checks: all pass' : `Checks: ${missing} missing, ${warnings} to look at`;
  return (
    <Button look="quiet" className={styles.grow} title="Show the checks (F8)" onClick={() => void readoutHandlers['readout.check']()}>
      {words}
    </Button>
  );
}
