// The bar of forks, joined to the session.

import { compareWith, fork, isCopy, remove, walkTo } from '../forks/growth';
import { useLocale } from '../i18n/locale';
import { faultName } from '../views/faults/fault-name';
import { texts as faultTexts } from '../views/faults/text';
import { ForkBar } from '../views/forks/ForkBar';
import { type FaultNaming, forkName } from '../views/forks/fork-name';
import { useIsRecording } from './capture-desk';
import { knownEnding } from './forking';
import { useSession } from './session';

/** A fork keeps its name in whatever run is on screen. */
const inAnyRun: FaultNaming = (fault, locale) => faultName(fault, undefined, faultTexts[locale]);

export function ForksBar() {
  const { tree, shown, become } = useSession();
  const isRecording = useIsRecording();
  const locale = useLocale();
  if (isRecording || tree.forks.size === 1) return null;
  return (
    <ForkBar
      tree={tree}
      nameOf={id => forkName(tree, id, locale, inAnyRun)}
      endingOf={knownEnding}
      onWalk={to => become(walkTo(tree, to))}
      onCompare={other => become(compareWith(tree, other))}
      onRemove={leaf => become(remove(tree, leaf))}
      onRestore={become}
      isKept={isCopy(tree, tree.present)}
      onKeep={() => become(fork(tree, shown, 'call'))}
    />
  );
}
