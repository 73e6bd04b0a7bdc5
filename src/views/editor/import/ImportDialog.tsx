// A .proto or .thrift file becomes the interface: its text, what it becomes, and what of it is not carried over.
import { useDeferredValue, useMemo, useState } from 'react';
import { useTexts } from '../../../i18n/locale';
import { parseInterface } from '../../../idl/parse';
import type { IdlLanguage } from '../../../idl-import/language';
import { protocolById } from '../../../protocols';
import { withProtocol } from '../../../scenario/edit';
import { withNewInterface } from '../../../scenario/new-interface';
import type { Scenario } from '../../../scenario/scenario';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Select } from '../../../ui/Select';
import styles from '../Editor.module.css';
import { Checkbox } from '../Field';
import { FileText } from './FileText';
import importStyles from './Import.module.css';
import { ImportResult } from './ImportResult';
import { readSource, type Source } from './reading';
import { texts } from './text';

/** The protocol that a language is made for. */
const PROTOCOLS: Readonly<Record<IdlLanguage, string>> = { proto: 'grpc', thrift: 'thrift' };

export interface ImportDialogProps {
  readonly open: boolean;
  readonly scenario: Scenario;
  readonly onImport: (scenario: Scenario) => void;
  readonly onClose: () => void;
}

export function ImportDialog({ open, scenario, onImport, onClose }: ImportDialogProps) {
  const t = useTexts(texts);
  const [source, setSource] = useState<Source>({ text: '' });
  const [fitting, setFitting] = useState(true);
  const read = useDeferredValue(source);
  const reading = useMemo(() => readSource(read), [read]);
  const { language, services, service, result } = reading;
  const protocol = language && protocolById(PROTOCOLS[language]);
  const isOther = protocol && protocol.id !== scenario.protocol;
  const canBeCalled = result !== undefined && parseInterface(result.text).methods.length > 0;
  const use = () => {
    const next = withNewInterface(scenario, result!.text);
    onImport(isOther && fitting ? withProtocol(next, protocol.id, protocol.options) : next);
    onClose();
  };
  return (
    <Dialog open={open} title={t.title} closeLabel={t.close} onClose={onClose}>
      <div className={importStyles.sheet}>
        <FileText source={source} reading={reading} onChange={setSource} />
        {services.length > 1 && (
          <Select
            label={t.service}
            value={service!}
            options={services.map(name => ({ value: name, label: name }))}
            onChange={name => setSource({ ...source, service: name })}
          />
        )}
        {result && <ImportResult result={result} />}
        {result && !canBeCalled && <p role="status">{t.nothingToCall}</p>}
        {canBeCalled && (
          <>
            {isOther && <Checkbox label={t.over(protocol.title)} checked={fitting} onChange={setFitting} />}
            <div className={styles.row}>
              <Button kind="primary" onClick={use}>
                {t.use}
              </Button>
            </div>
            <p className={styles.hint}>{t.undo}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
