import { VideoOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../words.ts';

/** Over how long frames are counted, in milliseconds. */
const COUNTED = 700;

/** The person sees themselves first, and by which camera. */
export function Preview({ stream }: { stream: MediaStream | null }) {
  const [rate, setRate] = useState(0);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current === null) return;
    video.current.srcObject = stream;
    setRate(0);
    return countFrames(video.current, setRate);
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
      <p className="badge">{about(stream, rate).join(' · ')}</p>
    </div>
  );
}

/** Name, size, and how many frames come, each as soon as it is known. */
function about(stream: MediaStream, rate: number): readonly string[] {
  const [track] = stream.getVideoTracks();
  const { width, height } = track?.getSettings() ?? {};
  return [
    track?.label ?? '',
    width === undefined || height === undefined ? '' : `${width} × ${height}`,
    rate > 0 ? t('app/frames', { rate: String(rate) }) : '',
  ].filter(Boolean);
}

/** Tells the frames of a second until the returned function is called. */
function countFrames(video: HTMLVideoElement, tell: (rate: number) => void): () => void {
  let [since, frames] = [0, 0];
  const count: VideoFrameRequestCallback = (now, { presentedFrames }) => {
    request = video.requestVideoFrameCallback(count);
    if (since !== 0 && now - since < COUNTED) return;
    if (since !== 0) tell(Math.round(((presentedFrames - frames) * 1000) / (now - since)));
    [since, frames] = [now, presentedFrames];
  };
  let request = video.requestVideoFrameCallback(count);
  return () => video.cancelVideoFrameCallback(request);
}
