// Second coder: choose two coders, see how far they agree, tag by tag, and the passages where they do not.
import { PackagePlus } from 'lucide-react';
import { useState } from 'react';

import { codersOf } from '#shared/domain/agreement/disagreements';
import { AGREEMENT_UNITS, type AgreementUnit } from '#shared/model/agreement-units';
import type { AgreementAsked } from '#shared/rpc/coder-inputs';
import { useDerived } from '#renderer/stores/record-hooks';

import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import type { TabView } from '../room.ts';
import { AgreementView } from './AgreementView.tsx';
import { UNIT_WORDS } from './agreement-words.ts';
import { shownCoder } from './coder-name.ts';
import styles from './coders.module.css';
import { MergeButton } from './MergeButton.tsx';
import { OneCoder } from './OneCoder.tsx';
import { openPack } from './pack-store.ts';

export const CodersTab: TabView<'coders'> = ({ active }) => {
  const coders = useDerived(['taggings'], codersOf);
  return (
    <div className={styles.page} data-surface="other" tabIndex={0} role="region" aria-label="Second coder">
      <div className={styles.line}>
        <h2 className={styles.grow}>Second coder</h2>
        {coders.length < 2 ? null : (
          <>
            <Button icon={<PackagePlus size={14} aria-hidden="true" />} onClick={openPack}>
              Make a coding pack…
            </Button>
            <MergeButton />
          </>
        )}
      </div>
      {coders.length < 2 ? <OneCoder coder={coders[0] ?? null} /> : <Compared coders={coders} active={active} />}
    </div>
  );
};

function Compared({ coders, active }: { coders: readonly string[]; active: boolean }) {
  const [pair, setPair] = useState<readonly [string | null, string | null]>([null, null]);
  const [unit, setUnit] = useState<AgreementUnit>('sentence');
  const [codedOnly, setCodedOnly] = useState(false);
  const first = pair[0] !== null && coders.includes(pair[0]) ? pair[0] : (coders[0] ?? '');
  const others = coders.filter((coder) => coder !== first);
  const second = pair[1] !== null && others.includes(pair[1]) ? pair[1] : (others[0] ?? '');
  const asked: AgreementAsked = { coders: [first, second], unit, codedOnly };
  return (
    <>
      <div className={styles.controls}>
        <Choice
          label="First coder"
          value={first}
          options={coders.map((coder) => [coder, shownCoder(coder)] as const)}
          onChoose={(name) => setPair([name, second === name ? first : second])}
        />
        <Choice
          label="Second coder"
          value={second}
          options={others.map((coder) => [coder, shownCoder(coder)] as const)}
          onChoose={(name) => setPair([first, name])}
        />
        <Choice
          label="Compared by"
          value={unit}
          options={AGREEMENT_UNITS.map((each) => [each, UNIT_WORDS[each]] as const)}
          onChoose={setUnit}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={!codedOnly} onChange={(event) => setCodedOnly(!event.target.checked)} />
          With text that neither coded
        </label>
      </div>
      <AgreementView asked={asked} active={active} />
    </>
  );
}
