// The top line: what is called, over what, through which network; and what can be done with the run.
import { CircleHelp, Languages } from 'lucide-react';
import { lazy, useState } from 'react';
import { useTexts } from '../i18n/locale';
import { summarizeCall } from '../idl/summarize';
import { usePlayback } from '../playback/store';
import { protocolById, protocols } from '../protocols';
import { Button, IconButton } from '../ui/Button';
import { Select } from '../ui/Select';
import { useMediaQuery } from '../ui/use-media-query';
import { chooseCapture } from './capture-desk';
import { ExportMenu } from './ExportMenu';
import styles from './Header.module.css';
import { MoreMenu, themeIcons } from './MoreMenu';
import { networkId, networks } from './networks';
import { OnceOpened } from './OnceOpened';
import { usePreferenceSwitches } from './preferences';
import { useSession } from './session';
import { texts } from './text';

const ExamplesDialog = lazy(() => import('./ExamplesDialog').then(module => ({ default: module.ExamplesDialog })));
const ShareDialog = lazy(() => import('./ShareDialog').then(module => ({ default: module.ShareDialog })));

export function Header({ onKeys }: { readonly onKeys: () => void }) {
  const t = useTexts(texts);
  const wide = useMediaQuery('(min-width: 60rem)');
  const [dialog, setDialog] = useState<'examples' | 'share'>();
  const { exchanges, service, recording, protocol } = usePlayback(state => state.trace);
  const [first, ...more] = exchanges.flatMap(exchange => exchange.calls);
  const close = () => setDialog(undefined);
  return (
    <header className={styles.header}>
      <p className={styles.brand}>
        Call<b>scope</b>
      </p>
      {first && (
        <code className={styles.call}>
          {summarizeCall(first, service)}
          {more.length > 0 && ` … +${more.length}`}
        </code>
      )}
      <div className={styles.selects}>
        {recording ? (
          <strong>{`${t.recording} · ${protocolById(protocol)?.title ?? '?'}`}</strong>
        ) : (
          <ScenarioSelects />
        )}
      </div>
      <div className={styles.actions}>
        <Button onClick={() => setDialog('examples')}>{t.examples}</Button>
        {wide ? (
          <>
            <Button onClick={chooseCapture}>{t.openCapture}</Button>
            <Button onClick={() => setDialog('share')}>{t.share}</Button>
            <ExportMenu />
            <div className={styles.preferences}>
              <PreferenceButtons />
              <IconButton label={t.keys} icon={<CircleHelp />} onClick={onKeys} />
            </div>
          </>
        ) : (
          <MoreMenu onShare={() => setDialog('share')} onKeys={onKeys} />
        )}
      </div>
      <OnceOpened open={dialog === 'examples'}>
        <ExamplesDialog open={dialog === 'examples'} onClose={close} />
      </OnceOpened>
      <OnceOpened open={dialog === 'share'}>
        <ShareDialog open={dialog === 'share'} onClose={close} />
      </OnceOpened>
    </header>
  );
}

function ScenarioSelects() {
  const t = useTexts(texts);
  const { scenario, change, act } = useSession();
  const chosen = networkId(scenario.network);
  const choices = networks.map(({ id }) => ({ value: id as string, label: t.networks[id] }));
  return (
    <>
      <Select
        label={t.protocol}
        labelHidden
        value={scenario.protocol}
        options={protocols.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={protocol => change({ ...scenario, protocol, options: {} })}
      />
      <Select
        label={t.network}
        labelHidden
        value={chosen ?? 'custom'}
        options={chosen ? choices : [{ value: 'custom', label: t.customNetwork }, ...choices]}
        onChange={id =>
          act({ ...scenario, network: networks.find(each => each.id === id)?.network ?? scenario.network })
        }
      />
    </>
  );
}

function PreferenceButtons() {
  const t = useTexts(texts);
  const { other, switchLocale, theme, nextTheme } = usePreferenceSwitches();
  return (
    <>
      <Button icon={<Languages />} lang={other} onClick={switchLocale}>
        {t.otherLanguage}
      </Button>
      <IconButton label={t.theme[theme]} icon={themeIcons[theme]} onClick={nextTheme} />
    </>
  );
}
