// How long each thing is waited for, in milliseconds, and why so long. What is measured meanwhile is judged in core.

/** For the state of a permission: browsers have it at hand. */
export const PERMISSION_LIMIT = 1_000;

/** For the list of devices: a driver that hangs can hang it for ever. */
export const LIST_LIMIT = 2_000;

/** For a person to find and answer the question. */
export const QUESTION_LIMIT = 20_000;

/** For a hidden page to be looked at again: a question that is not seen does not use up the person’s time. */
export const HIDDEN_LIMIT = 2 * QUESTION_LIMIT;

/**
 * For a device to start once it is allowed. Chromium gives up by itself after about ten seconds; a driver that is awake answers
 * within three, so that from then on the person is told.
 */
export const START_LIMIT = 12_000;
export const SLOW_START = 3_000;

/** From one look at the wait for an answer to the next: it is seen at once when a person has allowed or gone away. */
export const LOOK_AT_WAIT = 250;

/** Before the one retry: what was being closed, or woken up, is so by then. */
export const BACK_OFF = 600;

/**
 * When a picture is first judged, after its first frame: it leaves a second to count frames in once the exposure is found, and half
 * a second of the two within which a camera that is well is recognised for the first frame to come.
 */
export const FIRST_LOOK_AT_PICTURE = 1_350;

/** When a sound is first judged: a syllable, and the quiet before it. A sound context may take half a second to run. */
export const FIRST_LOOK_AT_SOUND = 1_500;

/** From one look at a signal that is not well yet to the next. */
export const LOOK_AGAIN = 100;

/** For what is black, still or silent to change: a person is told of it within four seconds. */
export const SIGNAL_LIMIT = 3_600;

/**
 * For the first frame: a phone as a camera, or a slow bus, needs some seconds, and is not broken. The person is told that it is
 * slow.
 */
export const FIRST_FRAME_LIMIT = 8_000;
export const SLOW_FIRST_FRAME = 3_000;

/** From one look for the first frame to the next: the measurement begins with it. */
export const LOOK_FOR_FIRST_FRAME = 50;

/** A glance at a device beside the chosen one. A black picture may be one that has not found its exposure yet: it is not over at once. */
export const GLANCE = { firstLook: 700, limit: 1_500 } as const;

/** For a person to have spoken, while they see themselves: longer than all waits of a microphone’s test together. */
export const KEPT_OPEN_LIMIT = 90_000;

/** For the other devices all together: the word about the chosen one is out by then. */
export const OTHERS_LIMIT = 12_000;

/** For the worker to start; a page without one measures by itself. */
export const WORKER_LIMIT = 1_500;

/** For one frame to be copied, which takes some milliseconds: a driver that hangs there can be told from one that sends nothing. */
export const COPY_LIMIT = 1_000;

/** For the sound thread’s script to load: on a computer that is busy starting up it takes seconds. */
export const LOAD_LIMIT = 5_000;

/** For a sound context to run: Firefox’s mostly takes two seconds, and longer where there is much else to do. */
export const RUN_LIMIT = 5_000;

/** How much of one’s own voice is played back, and how long that may take until it counts as not heard. */
export const ECHO_LENGTH = 2_000;
export const ECHO_LIMIT = ECHO_LENGTH + 2_000;
