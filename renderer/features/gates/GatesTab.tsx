// Phase gates: none is passed without what customers said lately and how that shaped the concept.
import { Plus } from 'lucide-react';

import { gateStanding } from '#shared/domain/handover/gate-standing';
import { conversationLog } from '#shared/domain/rhythm/conversation-log';
import { useDerived, useRecords } from '#renderer/stores/record-hooks';
import { useShowStatus } from '#renderer/stores/status-items';

import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { TabPage } from '../../ui/TabPage.tsx';
import { today } from '../evidence/index.ts';
import type { TabView } from '../room.ts';
import { addGate } from './gate-actions.ts';
import { GateSection } from './GateSection.tsx';

export const GatesTab: TabView<'gates'> = ({ active }) => {
  const day = today();
  const gates = [...useRecords('gates')].sort((left, right) => left.order - right.order);
  const log = useDerived(['conversations', 'sources'], (reader) => conversationLog(reader, day), [day]);
  const passed = gates.filter((gate) => gate.passed).length;
  useShowStatus(active, gates.length === 0 ? [] : [`${passed} of ${gates.length} gates passed`]);
  const add = (
    <Button
      {...(gates.length === 0 ? { look: 'primary' as const } : {})}
      data-focus-first=""
      icon={<Plus size={14} aria-hidden="true" />}
      onClick={() => void addGate().catch(() => undefined)}
    >
      Add a gate…
    </Button>
  );
  if (gates.length === 0) {
    return (
      <EmptyState centred title="No gates yet" actions={add}>
        A gate is a point of the work, such as the concept freeze, that is passed only with what customers said lately and how that shaped
        the concept.
      </EmptyState>
    );
  }
  return (
    <TabPage title="Phase gates" gap={20} tools={add}>
      {gates.map((gate) => (
        <GateSection key={gate.id} gate={gate} standing={gateStanding(gate, log, day)} />
      ))}
    </TabPage>
  );
};
