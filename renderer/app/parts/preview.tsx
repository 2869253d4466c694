import { VideoOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Outcomes } from '../rows.ts';
import { t } from '../words.ts';

interface PreviewProps {
  readonly stream: MediaStream | null;
  readonly measured?: Outcomes['camera'];
}

/** The person sees themselves first, and by which camera. */
export function Preview({ stream, measured }: PreviewProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  if (stream === null) {
    return (
      <div className="preview">
        <p>
          <VideoOff aria-hidden="true" size={28} />
          {t('app/noPicture')}
        </p>
      </div>
    );
  }
  return (
    <div className="preview">
      <video ref={video} autoPlay muted playsInline aria-label={t('app/preview')} />
      <p className="badge">{about(stream, measured).join(' · ')}</p>
    </div>
  );
}

/** Name, size, and how many frames came, each as soon as it is known. */
function about(stream: MediaStream, measured: PreviewProps['measured']): readonly string[] {
  const [track] = stream.getVideoTracks();
  const { width, height } = track?.getSettings() ?? {};
  const picture = measured?.outcome.kind === 'picture' ? measured.outcome.measured : null;
  const rate = picture === null ? 0 : Math.round((picture.frames * 1000) / picture.milliseconds);
  return [
    track?.label ?? '',
    width === undefined || height === undefined ? '' : `${width} × ${height}`,
    rate > 0 ? t('app/frames', { rate: String(rate) }) : '',
  ].filter(Boolean);
}
