import { PictureInPicture2 } from 'lucide-react';
import { useEffect } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { OwnWindow } from '../use-window.ts';
import { t } from '../words.ts';

/** Keeps the window small and in sight while the person is in the settings; when the guide is over it is as it was. */
export function StayBeside({ ownWindow: { traits, arrange } }: { ownWindow: OwnWindow }) {
  const isBeside = traits.shape === 'beside';
  useEffect(() => (isBeside ? () => arrange('usual') : undefined), [isBeside, arrange]);
  if (!traits.canStayBeside) return null;
  return (
    <ToggleButton className="plain" isSelected={isBeside} onChange={(beside) => arrange(beside ? 'beside' : 'usual')}>
      <PictureInPicture2 aria-hidden="true" size={16} /> {t('app/stayBeside')}
    </ToggleButton>
  );
}
