// The interface as text, and the way to one from a .proto or .thrift file.
import { FileInput } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../i18n/locale';
import { withInterface } from '../../scenario/edit-interface';
import type { Scenario } from '../../scenario/scenario';
import { Button } from '../../ui/Button';
import { InterfaceEditor } from './code-mirror/InterfaceEditor';
import styles from './Editor.module.css';
import { texts } from './import/text';

const ImportDialog = lazy(() => import('./import/ImportDialog').then(module => ({ default: module.ImportDialog })));

export interface InterfacePartProps {
  readonly scenario: Scenario;
  readonly onChange: (scenario: Scenario) => void;
}

export function InterfacePart({ scenario, onChange }: InterfacePartProps) {
  const t = useTexts(texts);
  const [importing, setImporting] = useState<'never' | 'open' | 'closed'>('never');
  return (
    <>
      <InterfaceEditor text={scenario.interface} onChange={text => onChange(withInterface(scenario, text))} />
      <div className={styles.row}>
        <Button icon={<FileInput size={16} />} onClick={() => setImporting('open')}>
          {t.open}
        </Button>
      </div>
      {importing !== 'never' && (
        <Suspense>
          <ImportDialog
            open={importing === 'open'}
            scenario={scenario}
            onImport={onChange}
            onClose={() => setImporting('closed')}
          />
        </Suspense>
      )}
    </>
  );
}
