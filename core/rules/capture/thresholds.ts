/**
 * Every number that a picture or a sound is judged by, with the reason for it. Where two public tools differ the one is
 * taken that leaves more alone: a false red mark is worse than none.
 */
export const PICTURE_THRESHOLDS = {
  /**
   * Deviation and texture, of 255, up to which a picture is flat. What stands in for a picture is of one value (0
   * measured behind an electronic shutter); a dark room still had 0.5 of grain. Half of that leaves room on both sides.
   */
  flat: 0.25,
  /**
   * Brightness, of 255, under which a picture is too dark to know a face in. testrtc calls 20 and less black, but a dim
   * evening room lies between 15 and 40, and people are seen in it; a room without any light lies near 1.
   */
  dark: 10,
  /**
   * Deviation up to which a dark picture is dark all over. A face that only its screen lights, before a dark wall,
   * comes to a mean of 6 with a deviation of 25, and is seen well; grain and a gleam of light stay under a third of that.
   */
  darkDeviation: 8,
  /**
   * Brightness up to which one frame counts as black, with no more than `blackDeviation` in it. The black of video
   * comes out at 0 and the grain of a sensor lifts it by its own few steps; a gleam of light adds more deviation than that.
   */
  black: 4,
  blackDeviation: 4,
  /** Share of black frames from which a picture is no picture any more: testrtc’s third. */
  blackShare: 1 / 3,
  /**
   * Deviation and texture up to which a picture may be a plain wall behind a filter that takes the noise away: such a one
   * can stay equal to the last pixel while all is well. A sensor’s own noise leaves more texture than that, and a room or
   * the picture that says "camera off" more contrast.
   */
  plainDeviation: 15,
  plainTexture: 1,
  /**
   * Fewer frames, or a shorter time, are too few to call a picture frozen: slow sources send each frame up to six times over,
   * and a link that stumbles stands still for a second.
   */
  frozenFrames: 10,
  frozenMilliseconds: 2_000,
  /** Pictures a second under which movement falls to pieces: testrtc’s, and the catalogue’s, five. */
  frameRate: 5,
  /**
   * Deviation of colour up to which a picture has none. An infrared sensor gives exactly 0; the noise of a colour sensor
   * alone is above 1 in front of a grey wall.
   */
  grey: 0.4,
  /** Milliseconds after the first frame in which cameras may still be finding their exposure: ten frames of thirty a second. More would be lost to the two seconds that a healthy one may take. */
  warmUp: 300,
} as const;

export const SOUND_THRESHOLDS = {
  /** dBFS under which a voice is too quiet to be used. testrtc’s. A soft voice in a quiet room is near -45. */
  quiet: -60,
  /**
   * dBFS of one step of 16 bits, 20·log10(1 / 32768). What stays under it is the dither of a converter as well as it is a
   * microphone: it proves nothing, and only a voice in it does.
   */
  step: -90.3,
  /**
   * dBFS under which there is nothing: a step of 24 bits is -138.5, and a constant voltage that Chromium resamples came out
   * with -159 of rounding.
   */
  rounding: -145,
  /**
   * Fiftieths of a second that clicks fill at the most. Switching on a constant voltage falls into one or two, and so does
   * either edge of a gap in it, of which a loaded computer makes one or two; a syllable fills ten.
   */
  clicks: 5,
  /** Time of something like speech that it takes to say that a voice was heard, in milliseconds: two syllables. */
  voice: 200,
  /** How far a voice stands out of the noise floor at the least, in dB: fan and hum swing by half of that. */
  overFloor: 9,
  /** Passes through zero or the mean, a second, from which it is hiss: speech lies below 3000 but for its sharpest sounds. */
  hiss: 6_000,
  /**
   * Hz under which tones are low, and the share of the energy from which there is little else: hum of the mains, at 100
   * and 120 Hz, has 0.54 and more of its energy behind this low-pass, a knock on the table 0.8; a voice, even one at
   * 90 Hz, has its vowels far above.
   */
  lowTone: 200,
  lowShare: 0.5,
  /** Full scale, a hair under it: resampling moves the last digit. */
  fullScale: 0.998,
  /** More full-scale samples in a row than this are no peak that just touches the limit. testrtc’s. */
  clipRun: 6,
  /** Share of the time with clipped samples from which it crackles. A clap or a knock clips for less than that. */
  clipped: 0.1,
  /** Loudness in dBFS of one channel at which the other one ought to carry something too: above any noise floor. */
  liveChannel: -60,
  /** Share of samples that are no numbers from which the measurement is broken: a sound card gives none at all. */
  notNumbers: 0.01,
} as const;

export const REQUEST_THRESHOLDS = {
  /** Milliseconds within which nobody has pressed anything: the answer was there before. Chime’s, by observation. */
  remembered: 500,
} as const;
