import { type LucideProps, Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useScene } from './scene.ts';

/** What a browser draws for the camera or the microphone, whichever it is about. */
export function MediumItself(props: LucideProps) {
  return useScene().words.medium === 'camera' ? <Video {...props} /> : <Mic {...props} />;
}

/** The same while it is refused. */
export function MediumCrossed(props: LucideProps) {
  return useScene().words.medium === 'camera' ? <VideoOff {...props} /> : <MicOff {...props} />;
}
