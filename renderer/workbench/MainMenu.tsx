// The menu of all commands by group, for those who look rather than type.
import { Menu as MenuIcon } from 'lucide-react';
import { Header, Keyboard, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Button as AriaButton } from 'react-aria-components';

import { CATALOG, type CommandId } from '#shared/commands/catalog';
import type { Command, CommandGroup } from '#shared/commands/command';
import { useVaultStore } from '#renderer/stores/vault-store';

import { currentContext } from '../commands/context.ts';
import { keysOf, readableKeys } from '../commands/keys.ts';
import { isEnabled, runCommand } from '../commands/run-command.ts';
import { afterMenu } from '../ui/after-menu.ts';
import ui from '../ui/ui.module.css';

const GROUPS: readonly CommandGroup[] = [
  'Study',
  'Edit',
  'Go',
  'View',
  'Interviews',
  'Transcript',
  'Codebook',
  'Board',
  'Matrix',
  'Plan',
  'Readout',
  'Help',
];

export function MainMenu() {
  return (
    <MenuTrigger>
      <AriaButton className={ui.iconButton ?? ''} aria-label="Menu">
        <MenuIcon size={16} aria-hidden="true" />
      </AriaButton>
      <Popover placement="bottom start">
        <MenuContent />
      </Popover>
    </MenuTrigger>
  );
}

/** Rendered only while open, so that what applies is asked at that moment. */
function MenuContent() {
  const undoLabel = useVaultStore((state) => state.undoLabel);
  const redoLabel = useVaultStore((state) => state.redoLabel);
  const context = currentContext(document.body);
  const title = (command: Command): string => {
    if (command.id === 'edit.undo' && undoLabel) return `Undo ${undoLabel}`;
    if (command.id === 'edit.redo' && redoLabel) return `Redo ${redoLabel}`;
    return command.title;
  };
  return (
    <Menu className={ui.menu ?? ''} aria-label="Menu" onAction={(id) => afterMenu(() => runCommand(id as CommandId, context))}>
      {GROUPS.map((group) => {
        const commands = (CATALOG as readonly Command<CommandId>[]).filter(
          (command) => command.group === group && !command.keyOnly && isEnabled(command, context),
        );
        if (commands.length === 0) return null;
        return (
          <MenuSection key={group} id={group}>
            <Header className={ui.menuHeading ?? ''}>{group}</Header>
            {commands.map((command) => (
              <MenuItem key={command.id} id={command.id} textValue={title(command)} className={ui.menuItem ?? ''}>
                <span>{title(command)}</span>
                {keysOf(command)[0] ? <Keyboard className={ui.menuKeys ?? ''}>{readableKeys(keysOf(command)[0] ?? '')}</Keyboard> : null}
              </MenuItem>
            ))}
          </MenuSection>
        );
      })}
    </Menu>
  );
}
