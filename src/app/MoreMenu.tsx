// What stands in the header of a wide screen has one menu on a narrow one.
import { CircleHelp, Download, FolderOpen, Languages, Moon, Share2, Sun, SunMoon } from 'lucide-react';
import { useTexts } from '../i18n/locale';
import { Menu } from '../ui/Menu';
import { chooseCapture } from './capture-desk';
import { useExportItems } from './ExportMenu';
import { usePreferenceSwitches } from './preferences';
import { texts } from './text';

export interface MoreMenuProps {
  readonly onShare: () => void;
  readonly onKeys: () => void;
}

export function MoreMenu({ onShare, onKeys }: MoreMenuProps) {
  const t = useTexts(texts);
  const exports = useExportItems();
  const { theme, switchLocale, nextTheme } = usePreferenceSwitches();
  return (
    <Menu
      label={t.more}
      items={[
        { id: 'language', label: t.otherLanguage, icon: <Languages />, onChoose: switchLocale },
        { id: 'theme', label: t.theme[theme], icon: themeIcons[theme], onChoose: nextTheme },
        { id: 'open', label: t.openCapture, icon: <FolderOpen />, onChoose: chooseCapture },
        { id: 'share', label: t.share, icon: <Share2 />, onChoose: onShare },
        ...exports.map(item => ({ ...item, icon: <Download /> })),
        { id: 'keys', label: t.keys, icon: <CircleHelp />, onChoose: onKeys },
      ]}
    />
  );
}

/** What shows the colours in use. */
export const themeIcons = { system: <SunMoon />, light: <Sun />, dark: <Moon /> };
