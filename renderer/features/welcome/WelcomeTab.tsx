// TO BE BUILT: a stand-in so that the workbench compiles while its room is being built.
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { TabView } from '../room.ts';
import { welcomeHandlers } from './commands.ts';

export const WelcomeTab: TabView<'welcome'> = () => (
  <EmptyState title="Plumbline" centred actions={<Button onClick={() => void welcomeHandlers['vault.openSample']()}>Open the sample study (a copy)</Button>}>
    Read what customers said. Show what holds.
  </EmptyState>
);
