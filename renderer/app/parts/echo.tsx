import { Headphones } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { type EchoPhase, playEcho } from '../../capture/echo.ts';
import { t } from '../words.ts';

/** Two seconds of one’s own voice, when asked for. */
export function Echo({ deviceId }: { deviceId: string | null }) {
  const [phase, setPhase] = useState<EchoPhase | 'idle' | 'failed'>('idle');
  const giveUp = useRef<AbortController | null>(null);
  useEffect(() => () => giveUp.current?.abort(), []);

  async function hear(): Promise<void> {
    const controller = new AbortController();
    giveUp.current = controller;
    setPhase('recording');
    const played = await playEcho({ deviceId, signal: controller.signal, onPhase: setPhase });
    if (!controller.signal.aborted) setPhase(played ? 'idle' : 'failed');
  }

  const says = { recording: 'app/echoRecording', playing: 'app/echoPlaying', failed: 'app/echoFailed' } as const;
  return (
    <span className="echo">
      <Button className="plain" isDisabled={phase === 'recording' || phase === 'playing'} onPress={() => void hear()}>
        <Headphones aria-hidden="true" size={16} /> {t('app/echo')}
      </Button>
      <small role="status">{phase === 'idle' ? '' : t(says[phase])}</small>
    </span>
  );
}
