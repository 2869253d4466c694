import { Copy, ExternalLink, MessageCircleQuestionMark, RotateCcw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Bridge } from '../../../core/contract.ts';
import { type Action, fillAddress, type Trouble } from '../../../core/guides/guide.ts';
import { copy } from '../copy.ts';
import { t } from '../words.ts';

interface StepActionProps {
  readonly action: Action;
  readonly trouble: Trouble;
  readonly site: string | null;
  readonly bridge: Bridge;
  /** Whether the app can start itself again where it is shown. */
  readonly canRestart: boolean;
  /** The one thing to press now, or what may be pressed again. */
  readonly look: 'primary' | 'secondary';
  readonly onActed: () => void;
}

/** What a step does for the person: open a page, or put an address on the clipboard. What fails says how to go on. */
export function StepAction({ action, trouble, site, bridge, canRestart, look, onActed }: StepActionProps) {
  const [failed, setFailed] = useState(false);
  const attempt = (act: Promise<boolean>): void => {
    void act
      .catch(() => false)
      .then((worked) => {
        setFailed(!worked);
        if (worked) onActed();
      });
  };
  if (action.kind === 'copy') {
    const address = fillAddress(action.address, { site: site ?? '', medium: trouble.medium });
    return (
      <p className="step-action">
        <code>{address}</code>
        <Button className={look} aria-label={t('app/copyAddress', { address })} onPress={() => attempt(copy(address))}>
          <Copy aria-hidden="true" size={16} /> {t('app/copy')}
        </Button>
        {failed && <small>{t('app/copyFailed')}</small>}
      </p>
    );
  }
  if (action.kind === 'ask') {
    const ask = async (): Promise<boolean> => (await bridge.askSystem({ medium: trouble.medium })).kind === 'done';
    return (
      <p className="step-action">
        <Button className={look} onPress={() => attempt(ask())}>
          <MessageCircleQuestionMark aria-hidden="true" size={16} /> {t('app/ask')}
        </Button>
        {failed && <small>{t('app/askFailed')}</small>}
      </p>
    );
  }
  if (action.kind === 'reset')
    return <Reset trouble={trouble} bridge={bridge} look={look} failed={failed} attempt={attempt} />;
  if (action.kind === 'restart') {
    if (trouble.subject !== 'this-app' || !canRestart) return null;
    const restart = async (): Promise<boolean> => (await bridge.restart(null)) === null;
    return (
      <p className="step-action">
        <Button className={look} onPress={() => attempt(restart())}>
          <RotateCcw aria-hidden="true" size={16} /> {t('app/restart')}
        </Button>
        {failed && <small>{t('app/restartFailed')}</small>}
      </p>
    );
  }
  const { target } = action;
  const open = async (): Promise<boolean> =>
    (await bridge.openSettings({ target, subject: trouble.subject })).kind === 'opened';
  return (
    <p className="step-action">
      <Button className={look} onPress={() => attempt(open())}>
        <ExternalLink aria-hidden="true" size={16} /> {t('app/openIt')}
      </Button>
      {failed && <small>{t('app/openFailed')}</small>}
    </p>
  );
}

interface ResetProps extends Pick<StepActionProps, 'trouble' | 'bridge' | 'look'> {
  readonly failed: boolean;
  readonly attempt: (act: Promise<boolean>) => void;
}

/** The command is there to be read before it is run. */
function Reset({ trouble: { medium, subject }, bridge, look, failed, attempt }: ResetProps) {
  const [command, setCommand] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    bridge.readResetCommand({ medium, subject }).then(
      (told) => wanted && setCommand(told),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [bridge, medium, subject]);
  const reset = async (): Promise<boolean> => (await bridge.resetDecision({ medium, subject })).kind === 'done';
  return (
    <p className="step-action">
      {command !== null && <code>{command}</code>}
      <Button className={look} isDisabled={command === null} onPress={() => attempt(reset())}>
        <RotateCcw aria-hidden="true" size={16} /> {t('app/reset')}
      </Button>
      {failed && <small>{t('app/resetFailed')}</small>}
    </p>
  );
}
