import { useEffect, useRef } from 'react';
import { t } from '../words.ts';

/** The person sees themselves first. */
export function Preview({ stream }: { stream: MediaStream | null }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className="preview">
      {stream === null ? (
        <p>{t('app/noPicture')}</p>
      ) : (
        <video ref={video} autoPlay muted playsInline aria-label={t('app/preview')} />
      )}
    </div>
  );
}
