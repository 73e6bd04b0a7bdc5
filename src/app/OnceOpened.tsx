// A dialog that is loaded when it is first opened, so that the first screen does not wait for it.
import { type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../i18n/locale';
import { PaneBoundary } from './PaneBoundary';
import { texts } from './text';

/** Shows its children from the first time that `open` is true. It keeps them: a dialog that closes gives the focus back. */
export function OnceOpened({ open, children }: { readonly open: boolean; readonly children: ReactNode }) {
  const t = useTexts(texts);
  const [wanted, want] = useState(open);
  if (open && !wanted) want(true);
  return (
    wanted && (
      <PaneBoundary fallback={() => <p role="alert">{t.paneFailed}</p>}>
        <Suspense>{children}</Suspense>
      </PaneBoundary>
    )
  );
}
