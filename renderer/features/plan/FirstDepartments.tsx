// No departments yet: the five presets to begin with, one by one or all at once, or one of the study's own.
import { DEPARTMENT_PRESETS } from '#shared/domain/evidence/department-presets';

import { Button } from '../../ui/Button.tsx';
import { addAllPresets, addOwnDepartment, addPreset } from './add-departments.ts';
import { focusPlanTarget } from './plan-focus.ts';
import styles from './plan.module.css';

async function added(work: Promise<string | null>): Promise<void> {
  const id = await work.catch(() => null);
  if (id) focusPlanTarget({ kind: 'department', id });
}

export function FirstDepartments() {
  return (
    <div className={styles.first}>
      <p>Each department carries its own version of the customer. Add those whose picture you want to hold against what people say.</p>
      <p className={styles.firstActions}>
        <Button look="primary" onClick={() => void added(addAllPresets())}>
          Add the five departments
        </Button>
        <Button onClick={() => void added(addOwnDepartment())}>Own department…</Button>
      </p>
      <ul className={styles.presets}>
        {DEPARTMENT_PRESETS.map((preset) => (
          <li key={preset.preset} className={styles.preset}>
            <span className={styles.presetName}>{preset.name}</span>
            <span>{preset.assumedCustomer}</span>
            <Button aria-label={`Add ${preset.name}`} onClick={() => void added(addPreset(preset))}>
              Add
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
